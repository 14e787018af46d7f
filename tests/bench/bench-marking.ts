// Prints what the diff marks in every edit history of the corpora: `npm run bench -- marking`.
import process from 'node:process'
import { hasCorpus } from '../support/corpus.ts'
import { addMarkings, markingHeading, markingLine, markingOf } from '../support/marking-table.ts'
import { COLLECTIONS, editHistories } from '../support/revision-histories.ts'

const print = (line: string): void => void process.stdout.write(`${line}\n`)

if (hasCorpus()) {
  print('words marked beside the least possible (goal x1.15), and stretches of them beside a plain word diff')
  print(markingHeading)
  const all = COLLECTIONS.flatMap((name) => {
    const markings = editHistories(name, (paths) => paths).map(markingOf)
    print(markingLine(addMarkings(name, markings)))
    return markings
  })
  print(markingLine(addMarkings('all', all)))
  const over = all.filter((one) => one.marked > 1.15 * one.least)
  print(`${over.length} of ${all.length} histories mark more than x1.15`)
}
