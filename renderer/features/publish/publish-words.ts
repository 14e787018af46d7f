// What a publication does, before and after it is done, in words.
import { stampWords } from '#shared/article/format-stamp.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import { outcomeWords } from '../../copy/errors.ts'
import { NOTE_WORDS } from '../../copy/note-words.ts'
import type { Toast } from '../../state/toasts.ts'
import type { Decided } from './publication-draft.ts'
import type { Plan } from './use-publication.ts'

/** The clocks and the notes, or what is still missing. */
export function publishSentence({ stamps }: Plan, decided: Decided): string {
  if (decided.kind === 'open') return decided.missing
  const { decision } = decided
  switch (decision.kind) {
    case 'first':
      return stamps.published === null
        ? 'Published is set to now.'
        : `Published stays ${stampWords(stamps.published, stamps.published.zone)}.`
    case 'silent':
      return 'Silent fix: no stamp moves and the page says nothing of it.'
    case 'noted': {
      const names = decision.notes.map(({ kind }) => NOTE_WORDS[kind].name.toLowerCase())
      return `Updated moves to now. Readers are told: ${names.join(', ')}.`
    }
  }
}

export function outcomeSentence(outcome: Outcome): { readonly title: string; readonly text: string } {
  const { title, sentence, nextStep } = outcomeWords(outcome)
  return { title, text: `${sentence} ${nextStep}`.trim() }
}

/** Hex digits of the hash that a person can compare at a glance. */
const SHORT_HASH = 16

export function publishedToast({
  edition,
  isNew,
  fileName,
  sha256,
  warnings,
}: OutputOf<'publishing', 'publish'>): Omit<Toast, 'id'> {
  return {
    tone: 'success',
    title: isNew ? `Published as edition ${edition.number}` : `Edition ${edition.number} was written again`,
    text: [`${fileName}, SHA-256 ${sha256.slice(0, SHORT_HASH)}…`, ...warnings].join(' '),
    action: { label: 'Copy the hash', run: () => void navigator.clipboard.writeText(sha256) },
  }
}
