// The only door through which text reaches markup. Everything user-written passes one of these, in every position.

/** What XML and HTML forbid as characters: controls but tab and newline, noncharacters, halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex -- the point is to find them
const FORBIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}]/gu
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
  if (text.search(FORBIDDEN) < 0) return text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(FORBIDDEN, (character) => (HALF_PAIR.test(character) ? '\ufffd' : ''))
}

export function escapeText(text: string): string {
  const clean = cleanText(text)
  return /[&<>]/.test(clean) ? clean.replace(/[&<>]/g, entity) : clean
}

/** For a value between double quotes; the other quotes are escaped too, in case somebody's tool changes them. */
export function escapeAttribute(text: string): string {
  const clean = cleanText(text)
  return /[&<>"'`]/.test(clean) ? clean.replace(/[&<>"'`]/g, entity) : clean
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
