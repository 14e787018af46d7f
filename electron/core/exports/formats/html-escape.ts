// The only door through which text reaches markup. Everything user-written passes one of these, in every position.

/** What XML and HTML forbid as characters: controls but tab and newline, noncharacters, halves of surrogate pairs. */
const FORBIDDEN = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu
/**
 * Anything that could be forbidden or have to be escaped, and any surrogate. Nearly every run of text has none of it, and one
 * pass of this simple class is all that such a run costs.
 */
const SUSPECT = /[^\t\n !#-%(-;=?-_a-~\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/
const HALF_PAIR = /\p{Surrogate}/u
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Text that every parser reads the same: half pairs become U+FFFD, a lone CR a newline, other forbidden characters go. */
export function cleanText(text: string): string {
  if (!SUSPECT.test(text) || text.search(FORBIDDEN) < 0) return text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(FORBIDDEN, (character) => (HALF_PAIR.test(character) ? '\ufffd' : ''))
}

export function escapeText(text: string): string {
  return SUSPECT.test(text) ? cleanText(text).replace(/[&<>]/g, entity) : text
}

/** For a value between double quotes; the other quotes are escaped too, in case somebody's tool changes them. */
export function escapeAttribute(text: string): string {
  return SUSPECT.test(text) ? cleanText(text).replace(/[&<>"'`]/g, entity) : text
}

/** JSON that is safe inside a script element and in JavaScript of any age, and parses back to the very same strings. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[<>&\u2028\u2029]/g, unicodeEscapes)
    .replace(FORBIDDEN, unicodeEscapes)
}

function unicodeEscapes(characters: string): string {
  let escapes = ''
  for (let index = 0; index < characters.length; index++)
    escapes += `\\u${characters.charCodeAt(index).toString(16).padStart(4, '0')}`
  return escapes
}

const entity = (character: string): string => ENTITIES[character] ?? character
