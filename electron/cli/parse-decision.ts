// What the options of `publish` and `correct` decide about a page that goes out again.
import { MAX_NOTE_CHARS } from '#shared/article/limits.ts'
import type { NoteKind } from '#shared/article/public-note.ts'
import { noteIdSchema } from '#shared/article/public-note.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import type { NewNote, PublishDecision } from '#shared/workflow/publication.ts'
import type { CliContext } from './cli-context.ts'
import { type Failure, misused } from './exit-code.ts'

const NOTE_VALUES: readonly NoteKind[] = [
  'update',
  'correction',
  'clarification',
  'editors-note',
  'retraction',
]

/** The options that both commands share. */
export const NOTE_FLAGS = { high: 'set the note above the text, not below it' } as const
export const NOTE_OPTIONS = { revises: 'the note it takes the place of, like note-2' } as const

/** Without any of its options a page goes out for the first time; whether that is so the library knows. */
export function parseDecision(context: CliContext): Result<PublishDecision, Failure> {
  const { flags, values } = context
  const told = NOTE_VALUES.flatMap((kind) => {
    const text = values.get(kind)
    return text === undefined ? [] : [{ kind, text }]
  })
  if (flags.has('silent'))
    return told.length === 0
      ? ok({ kind: 'silent' })
      : err(misused('--silent leaves no trace: it goes with no note.'))
  if (told.length === 0) return ok({ kind: 'first' })
  const notes: NewNote[] = []
  for (const { kind, text } of told) {
    const note = parseNote(context, kind, text)
    if (!note.ok) return note
    notes.push(note.value)
  }
  if (values.has('revises') && notes.length > 1)
    return err(misused('--revises needs one note: it says which one takes the place of another.'))
  return ok({ kind: 'noted', notes })
}

export function parseNote(
  { flags, values }: CliContext,
  kind: NoteKind,
  given: string,
): Result<NewNote, Failure> {
  const text = given.trim()
  if (text === '') return err(misused(`--${kind} needs words.`))
  if (text.length > MAX_NOTE_CHARS)
    return err(misused(`A note has at most ${MAX_NOTE_CHARS} characters; this one has ${text.length}.`))
  const revises = values.get('revises') ?? null
  if (revises !== null && !noteIdSchema.safeParse(revises).success)
    return err(misused(`“${revises}” is not a note: name one like note-2.`))
  return ok({ kind, text, placement: flags.has('high') ? 'high' : 'low', revises, change: null })
}
