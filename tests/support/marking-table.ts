// What the diff marks in the edit histories of the corpora, beside the least possible and a plain word diff of the whole text.
import type { Article, NodeJson } from '#shared/article/article.ts'
import { bodyText } from '#shared/article/plain-text.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import { measureMarks } from '#shared/revision/diff/measure-marks.ts'
import type { DiffRow } from '#shared/revision/diff/revision-diff.ts'
import { shortestEdit } from '#shared/revision/diff/shortest-edit.ts'
import { createCodeBook, scanWords } from '#shared/revision/diff/word-codes.ts'
import type { EditHistory } from './revision-histories.ts'

export interface Marking {
  readonly name: string
  steps: number
  /** Least words as the corpus gives them for the bodies as written, link addresses and markup included. */
  given: number
  /** Least words of the text itself. */
  least: number
  marked: number
  regions: number
  plainRegions: number
  moves: number
}

/** The same article as both see it: fields and head lines aside. */
export function markingOf(history: EditHistory): Marking {
  const sum: Marking = {
    name: history.name,
    steps: 0,
    given: 0,
    least: 0,
    marked: 0,
    regions: 0,
    plainRegions: 0,
    moves: 0,
  }
  history.versions.slice(1).forEach((version, index) => {
    const [before, after] = [history.versions[index]?.article as Article, version.article]
    const diff = diffArticles(before, after)
    const measure = measureMarks('rows' in diff ? diff.rows.filter(isBody) : [])
    const plain = plainWordDiff(bodyOf(before), bodyOf(after))
    sum.steps++
    sum.given += history.leastWords[index] ?? 0
    sum.least += plain.marked
    sum.marked += measure.words.inserted + measure.words.deleted
    sum.regions += measure.regions
    sum.plainRegions += plain.regions
    sum.moves += measure.moves
  })
  return sum
}

export function addMarkings(name: string, markings: readonly Marking[]): Marking {
  const add = (key: Exclude<keyof Marking, 'name'>): number =>
    markings.reduce((sum, one) => sum + one[key], 0)
  return {
    name,
    steps: add('steps'),
    given: add('given'),
    least: add('least'),
    marked: add('marked'),
    regions: add('regions'),
    plainRegions: add('plainRegions'),
    moves: add('moves'),
  }
}

export const markingHeading =
  'collection             steps   least   given  marked  /least  /given  regions  plain diff  moves'

export function markingLine(one: Marking): string {
  const cell = (value: number, width: number): string => String(value).padStart(width)
  const ratio = (base: number): string => (one.marked / Math.max(1, base)).toFixed(3).padStart(8)
  return (
    one.name.padEnd(20) +
    cell(one.steps, 8) +
    cell(one.least, 8) +
    cell(one.given, 8) +
    cell(one.marked, 8) +
    ratio(one.least) +
    ratio(one.given) +
    cell(one.regions, 9) +
    cell(one.plainRegions, 12) +
    cell(one.moves, 7)
  )
}

const HEADS: ReadonlySet<string> = new Set(['kicker', 'headline', 'standfirst'])

function isBody(row: DiffRow): boolean {
  const sides: readonly (NodeJson | null)[] = [row.before, row.after].flat()
  return !sides.some((node) => node !== null && HEADS.has(node.type))
}
const bodyOf = (one: Article): string => bodyText(one.content, { withStash: true })

function plainWordDiff(before: string, after: string): { marked: number; regions: number } {
  const book = createCodeBook()
  const codesOf = (text: string): Int32Array => {
    const codes: number[] = []
    scanWords(text, 0, text.length, (from, to) => codes.push(book.codeOf(text.slice(from, to))))
    return Int32Array.from(codes)
  }
  const [a, b] = [codesOf(before), codesOf(after)]
  const edits = shortestEdit(a, a.length, b, b.length)
  return {
    marked: edits.reduce((sum, edit) => sum + edit.aTo - edit.aFrom + edit.bTo - edit.bFrom, 0),
    regions: edits.length,
  }
}
