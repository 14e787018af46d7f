// What an editor has decided so far about a publication, and the decision it comes to. Silence is never the default for words:
// a change that readers may have to be told about waits for an answer.
import { MAX_NOTE_CHARS } from '#shared/article/limits.ts'
import type { NoteKind } from '#shared/article/public-note.ts'
import { draftCorrection } from '#shared/workflow/draft-correction.ts'
import { MAX_NEW_NOTES, type NewNote, type PublishDecision } from '#shared/workflow/publication.ts'
import type { ChangeGroup } from './change-groups.ts'

export const CHOICES = ['silent', 'update', 'correction', 'clarification'] as const
export type Choice = (typeof CHOICES)[number]

export interface NoteDraft {
  readonly text: string
  readonly placement: NewNote['placement']
}
/** A note that is about no single change. */
export interface FreeNote extends NoteDraft {
  readonly key: number
  readonly kind: NoteKind
  readonly revises: NewNote['revises']
}
export interface PublicationDraft {
  /** By id of the group: when its words change, it is asked about again. */
  readonly choices: Readonly<Record<string, Choice>>
  /** One line for all updates together. */
  readonly whatIsNew: string
  /** By place: the words of its correction or clarification, once somebody has touched them. They outlast the choice. */
  readonly notes: Readonly<Record<string, NoteDraft>>
  readonly freeNotes: readonly FreeNote[]
}

export const NOTHING_DECIDED: PublicationDraft = { choices: {}, whatIsNew: '', notes: {}, freeNotes: [] }

export const choiceOf = (draft: PublicationDraft, group: ChangeGroup): Choice | null =>
  draft.choices[group.id] ?? (group.isTrivial ? 'silent' : null)

/** A correction is drafted from the change itself; any note is the editor's to write. */
export const noteOf = (draft: PublicationDraft, group: ChangeGroup): NoteDraft =>
  draft.notes[group.place] ?? draftedNote(choiceOf(draft, group), group)

export const draftedNote = (choice: Choice | null, group: ChangeGroup): NoteDraft => ({
  text: choice === 'correction' ? draftCorrection(group) : '',
  placement: 'low',
})

export type Decided =
  | { readonly kind: 'decided'; readonly decision: PublishDecision }
  /** What is still to be said, in words. */
  | { readonly kind: 'open'; readonly missing: string }

export function decisionOf(
  isFirst: boolean,
  groups: readonly ChangeGroup[],
  draft: PublicationDraft,
): Decided {
  // What readers had before it came into this library can be corrected with its first page from here.
  if (isFirst && draft.freeNotes.length === 0) return { kind: 'decided', decision: { kind: 'first' } }
  const choices = groups.map((group) => choiceOf(draft, group))
  const undecided = choices.filter((choice) => choice === null).length
  if (undecided > 0)
    return open(
      undecided === 1 ? 'One change waits for a decision.' : `${undecided} changes wait for a decision.`,
    )
  const hasUpdate = choices.includes('update')
  if (hasUpdate && draft.whatIsNew.trim() === '') return open('Say in one line what is new.')
  const told = groups.flatMap((group) => groupNote(draft, group))
  const notes: readonly NewNote[] = [
    ...(hasUpdate ? [note('update', { text: draft.whatIsNew, placement: 'low' })] : []),
    ...told,
    ...draft.freeNotes.map((free) => ({ ...note(free.kind, free), revises: free.revises })),
  ]
  if (notes.length > MAX_NEW_NOTES)
    return open(
      `These are ${notes.length} notes, and a publication takes at most ${MAX_NEW_NOTES}: tell several changes in one.`,
    )
  if (notes.some(({ text }) => text.trim() === '')) return open('A note has no words yet.')
  return {
    kind: 'decided',
    decision: notes.length === 0 ? { kind: 'silent' } : { kind: 'noted', notes: [...notes] },
  }
}

const open = (missing: string): Decided => ({ kind: 'open', missing })

function groupNote(draft: PublicationDraft, group: ChangeGroup): readonly NewNote[] {
  const choice = choiceOf(draft, group)
  if (choice !== 'correction' && choice !== 'clarification') return []
  const [first] = group.changes
  const change =
    first === undefined ? null : { id: first.id, before: kept(group.before), after: kept(group.after) }
  return [{ ...note(choice, noteOf(draft, group)), change }]
}

/** As much of one side as the record takes; half of a character is no text. */
const kept = (text: string): string => text.slice(0, MAX_NOTE_CHARS).replace(/[\uD800-\uDBFF]$/u, '')

const note = (kind: NoteKind, { text, placement }: NoteDraft): NewNote => ({
  kind,
  text,
  placement,
  revises: null,
  change: null,
})
