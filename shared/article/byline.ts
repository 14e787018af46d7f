// The byline as readers see it: people in order, their roles in words, and the free words around them.
import type { ArticleMeta, Person } from './meta.ts'

/** Pieces in reading order; joined without separators they are the whole line. */
export type BylinePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'role'; readonly text: string; readonly person: Person }
  | { readonly kind: 'name'; readonly text: string; readonly person: Person }

type BylineMeta = Pick<ArticleMeta, 'people' | 'bylineTail' | 'language'>

/**
 * Words a person wrote before a name stand as they are. Where nobody wrote any, English bylines read "By A, B and C",
 * others list the names: no English is put into another language's page.
 */
export function bylineParts(meta: BylineMeta): readonly BylinePart[] {
  const people = meta.people.filter((person) => person.name.trim() !== '')
  const isEnglish = /^en(-|$)/i.test(meta.language)
  const parts: BylinePart[] = []
  for (const [index, person] of people.entries()) {
    const previous = people[index - 1]
    const words = before(person, previous, people[index + 1], isEnglish)
    if (words !== '') parts.push({ kind: 'words', text: words })
    parts.push({ kind: 'name', text: person.name.trim(), person })
    const role = person.role.trim()
    if (role !== '') parts.push({ kind: 'words', text: ', ' }, { kind: 'role', text: role, person })
  }
  const tail = meta.bylineTail.trim()
  if (tail !== '') parts.push({ kind: 'words', text: parts.length === 0 ? tail : join(tail, people.at(-1)) })
  return parts
}

export function bylineText(meta: BylineMeta): string {
  return bylineParts(meta)
    .map((part) => part.text)
    .join('')
}

/** What stands between the previous name and this one. */
function before(
  person: Person,
  previous: Person | undefined,
  next: Person | undefined,
  isEnglish: boolean,
): string {
  const lead = person.lead.trim()
  if (previous === undefined) return lead === '' ? (isEnglish ? 'By ' : '') : `${lead} `
  if (lead !== '') return `${join(lead, previous)} `
  const isLastOfGroup = next === undefined || next.lead.trim() !== ''
  if (!isLastOfGroup || !isEnglish) return hasRole(previous) ? '; ' : ', '
  return hasRole(previous) ? ', and ' : ' and '
}

/** Punctuation stands close to the name before it, a new sentence gets its full stop, other words a space. */
function join(words: string, previous: Person | undefined): string {
  if (/^[;,.:)·–—/]/u.test(words)) return words
  if (/^\p{Lu}/u.test(words)) return `. ${words}`
  return hasRole(previous) ? `, ${words}` : ` ${words}`
}

const hasRole = (person: Person | undefined): boolean => (person?.role.trim() ?? '') !== ''
