import { NOTE_KINDS } from '#shared/article/public-note.ts'
import { err } from '#shared/ipc/result.ts'
import type { Command } from '../cli-context.ts'
import { misused } from '../exit-code.ts'
import { NOTE_FLAGS, NOTE_OPTIONS, parseNote } from '../parse-decision.ts'
import { PAGE_FLAGS, PAGE_VALUES, publishPage } from '../publish-page.ts'

export const correct: Command = {
  name: 'correct',
  usage: 'ID --note TEXT -o PATH',
  summary: 'Publish a page again with a public note that says what was wrong.',
  takes: [1, 1],
  flags: { ...NOTE_FLAGS, ...PAGE_FLAGS },
  values: {
    note: 'the words of the note',
    kind: `${NOTE_KINDS.join(', ')} (default: correction)`,
    ...NOTE_OPTIONS,
    ...PAGE_VALUES,
  },
  run: async (context) => {
    const given = context.values.get('kind') ?? 'correction'
    const kind = NOTE_KINDS.find((one) => one === given)
    if (kind === undefined) return err(misused(`“${given}” is not a kind of note: ${NOTE_KINDS.join(', ')}.`))
    const text = context.values.get('note')
    if (text === undefined) return err(misused('A correction needs its words: --note TEXT.'))
    const note = parseNote(context, kind, text)
    return note.ok ? publishPage(context, { kind: 'noted', notes: [note.value] }) : note
  },
}
