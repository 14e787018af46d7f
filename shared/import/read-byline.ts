// Bylines as they stand in copy: "By Jane Doe, Political Editor, and John Roe in Seoul"; "Reported by A; edited by B".
import type { PersonParts } from './compose-article.ts'

export interface ReadByline {
  readonly people: readonly PersonParts[]
  /** Words after the last name: "in Seoul". */
  readonly tail: string
}

/** Characters of a byline; longer lines are sentences that happen to begin with "By". */
const MAX_BYLINE_CHARS = 300

const LEAD =
  /^(?:By|Reported by|Reporting by|Written by|Words by|Story by|Text by|Edited by|Editing by|Additional reporting by|Von|Par|Por|Door|Av)\s*:?\s+(?=[\p{Lu}\p{Lo}"“])/u
const PART_LEAD =
  /[;,.|]\s*((?:with\s+)?(?:additional |further )?(?:reporting|reported|edited|editing|written|writing|photographs?|photography|photos|pictures|graphics?|video) by|with)\s+/giu

/** The people of a byline line, or null when the line is not one. */
export function readByline(line: string): ReadByline | null {
  const text = line.replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  const lead = LEAD.exec(text)
  if (lead === null || text.length > MAX_BYLINE_CHARS) return null
  const words = lead[0].trim().replace(/:$/, '')
  const rest = text.slice(lead[0].length)
  if (/[.!?]["”]?\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(rest.replace(/\b\p{Lu}\./gu, ''))) return null // a sentence follows
  return readNames(rest, lowerAllCaps(words))
}

/** Names without any "By", as under a headline: only where the line can hardly be anything else. */
export function readBareByline(line: string): ReadByline | null {
  const text = line.replace(/\s+/g, ' ').trim()
  if (
    !/^\p{Lu}[\p{L}'’.-]+(?: (?:(?:de|da|di|van|von|der|den|del|la|le|bin|al|and|y|e|und|et)|\p{Lu}[\p{L}'’.-]*)){1,7}(?: in \p{Lu}[\p{L} ,'’-]{1,40})?$/u.test(
      text,
    )
  )
    return null
  return text.length > 80 ? null : readNames(text, '')
}

function readNames(text: string, firstLead: string): ReadByline {
  const people: PersonParts[] = []
  let tail = ''
  let at = 0
  let lead = firstLead
  const parts: { lead: string; text: string }[] = []
  for (const match of text.matchAll(PART_LEAD)) {
    parts.push({ lead, text: text.slice(at, match.index) })
    lead = `${match[0].startsWith(';') ? '; ' : match[0].startsWith('.') || match[0].startsWith('|') ? '' : ', '}${match[1] ?? ''}`
    at = match.index + match[0].length
  }
  parts.push({ lead, text: text.slice(at) })
  parts.forEach((part, index) => {
    const read = readGroup(part.text)
    if (index === parts.length - 1) tail = read.tail
    read.people.forEach((person, position) =>
      people.push(position === 0 && part.lead !== '' ? { ...person, lead: part.lead } : person),
    )
  })
  return { people, tail }
}

/** Names with their roles, as far as the next word like "edited by". */
function readGroup(text: string): { people: PersonParts[]; tail: string } {
  const place = /\s+((?:in|at|for|from)\s+\p{Lu}[\p{L} ,.'’&-]*)$/u.exec(text)
  const tail = place?.[1]?.trim() ?? ''
  const names = (place === null ? text : text.slice(0, place.index))
    .replace(/\s*\([^)]*@[^)]*\)|\s*<[^>]*@[^>]*>|\s+\S+@\S+\.\S+/g, '') // addresses of mailboxes
    .replace(/\s*\|\s*/g, ', ')
  const people: { name: string; role: string }[] = []
  for (const piece of names.split(/\s*[,;]\s*(?:and|&|und|et|y|e)\s+|\s+(?:and|&|und|et|y)\s+|\s*[,;]\s*/u)) {
    const word = piece.trim()
    const last = people[people.length - 1]
    if (word === '') continue
    if (last !== undefined && isRole(word)) last.role = last.role === '' ? word : `${last.role}, ${word}`
    else people.push({ name: word, role: '' })
  }
  return { people: people.map(({ name, role }) => (role === '' ? { name } : { name, role })), tail }
}

const ROLE =
  /\b(editor|correspondent|reporter|writer|chief|bureau|producer|columnist|critic|fellow|staff|journalist|analyst|photographer|contributor|intern|desk|news|reuters|press|ap|afp|dpa|bloomberg|bbc|cnn)\b/i

const isRole = (text: string): boolean => /^\p{Ll}/u.test(text) || ROLE.test(text)

/** BY JANE DOE: the name stays as it was set, the word before it is lowered. */
const lowerAllCaps = (words: string): string =>
  words.length > 1 && words === words.toUpperCase() ? words.charAt(0) + words.slice(1).toLowerCase() : words
