// The three clocks in words: saving moves nothing, the first export for readers publishes, and only a choice updates.
import { stampWords } from '#shared/article/format-stamp.ts'
import type { Stamps } from '#shared/article/stamps.ts'

export const clockChoices = [
  {
    id: 'silent',
    label: 'Silent fix',
    text: 'Nothing that readers need to know has changed. No stamp moves.',
  },
  { id: 'update', label: 'Update', text: 'There is something new. The Updated stamp moves to now.' },
] as const

/** What this export does to the public times, in one or two sentences. */
export function clockSentence(
  stamps: Stamps,
  purpose: 'readers' | 'proof',
  clock: 'silent' | 'update',
): string {
  if (purpose === 'proof') return 'A proof moves no stamp.'
  if (stamps.published === null)
    return 'This is the first page for readers: it sets the Published stamp to now, once and for all. Saving never moves it.'
  const published = `Published ${stampWords(stamps.published, stamps.published.zone)} stays as it is.`
  if (clock === 'update') return `${published} Updated moves to the moment of this export.`
  return stamps.updated === null
    ? `${published} There is no Updated stamp.`
    : `${published} Updated ${stampWords(stamps.updated, stamps.updated.zone)} stays too.`
}
