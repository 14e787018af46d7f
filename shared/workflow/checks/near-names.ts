// Whether two names are two spellings of one. Strict on purpose: a false alarm about a person's name costs trust.

interface FullName {
  readonly first: string
  readonly last: string
}

export function areOneName(a: FullName, b: FullName): boolean {
  if (a.last === b.last) return areVariants(a.first, b.first) || areMiskeyed(a.first, b.first)
  if (a.first === b.first) return areVariants(a.last, b.last) || areMiskeyed(a.last, b.last)
  return false
}

/** Letters from which a word is long enough for one wrong letter to be a slip and not another name. */
const MIN_MISKEYED = 6
/** Letters below which two names are told apart by any letter. */
const MIN_VARIANT = 3

/** Sound alike, written otherwise: Jon/John, Sara/Sarah, Stephen/Steven, Philips/Phillips, José/Jose, Smith/Smyth. */
function areVariants(a: string, b: string): boolean {
  if (a.length < MIN_VARIANT || b.length < MIN_VARIANT || isEnding(a, b) || isEnding(b, a)) return false
  return soundOf(a) === soundOf(b)
}

function soundOf(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'‑-]/g, '')
    .replace(/ph/g, 'v')
    .replace(/f/g, 'v')
    .replace(/ck|c(?![hiey])|q(?:u)?/g, 'k')
    .replace(/^ch(?=r)/, 'k')
    .replace(/ey$|ie$|y$/, 'i')
    .replace(/y/g, 'i')
    .replace(/z/g, 's')
    .replace(/(?<=[aeiourtd])h/g, '')
    .replace(/(.)\1+/g, '$1')
}

/** One letter wrong, missing, doubled or swapped inside of a long word. At its ends such a letter is grammar or another person. */
function areMiskeyed(a: string, b: string): boolean {
  const [short, long] =
    a.length <= b.length ? [a.toLowerCase(), b.toLowerCase()] : [b.toLowerCase(), a.toLowerCase()]
  if (short.length < MIN_MISKEYED || long.length - short.length > 1 || short === long) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++
  // The first letter and the last two stay: Martin/Martina, Antonio/Antonia, African/Africa, Tracey/Stacey.
  if (start < 1 || end < 2) return false
  const left = short.slice(start, short.length - end)
  const right = long.slice(start, long.length - end)
  if (left.length === 0) return right.length === 1
  if (left.length === 1) return right.length === 1
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** Plural, adjective, feminine form: one word is the other and a little more. */
const isEnding = (word: string, longer: string): boolean =>
  longer.length > word.length && longer.toLowerCase().startsWith(word.toLowerCase()) && !/h$/i.test(longer)
