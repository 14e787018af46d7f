// Finds words in one block's text: case, whole words and accents as asked. Offsets are those of the text as it stands.

export interface FindQuery {
  readonly text: string
  readonly isCaseSensitive: boolean
  readonly isWholeWord: boolean
  /** Off: "Malmo" finds "Malmö". */
  readonly isAccentSensitive: boolean
}
export interface Found {
  readonly from: number
  readonly to: number
}

/** A function that finds all of them in a text, left to right, without overlaps; null when there is nothing to find. */
export function createFinder(query: FindQuery): ((text: string) => readonly Found[]) | null {
  const needle = fold(query.text, query).folded
  if (needle === '') return null
  return (text) => {
    const { folded, starts } = fold(text, query)
    const found: Found[] = []
    for (let at = folded.indexOf(needle); at >= 0; ) {
      const from = starts === null ? at : (starts[at] as number)
      const to = starts === null ? at + needle.length : (starts[at + needle.length] as number)
      const isFit = !query.isWholeWord || isWord(text, from, to)
      if (isFit && to > from) found.push({ from, to })
      at = folded.indexOf(needle, isFit ? at + needle.length : at + 1)
    }
    return found
  }
}

interface Folded {
  readonly folded: string
  /** For each unit of the folded text where it came from, and the end; null when both texts have the same offsets. */
  readonly starts: Uint32Array | null
}

const PLAIN = /^\p{ASCII}*$/u
const MARKS = /\p{M}+/gu

function fold(text: string, query: FindQuery): Folded {
  if (query.isCaseSensitive && query.isAccentSensitive) return { folded: text, starts: null }
  if (PLAIN.test(text)) return { folded: query.isCaseSensitive ? text : text.toLowerCase(), starts: null }
  let folded = ''
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    let plain = query.isAccentSensitive ? character : character.normalize('NFD').replace(MARKS, '')
    if (!query.isCaseSensitive) plain = plain.toLowerCase()
    for (let unit = 0; unit < plain.length; unit += 1) starts.push(at)
    folded += plain
    at += character.length
  }
  starts.push(at)
  return { folded, starts: Uint32Array.from(starts) }
}

const WORD_BEFORE = /[\p{L}\p{N}\p{M}_]$/u
const WORD_AFTER = /^[\p{L}\p{N}\p{M}_]/u

/** Two units are enough to see one character, surrogate pair or not. */
const isWord = (text: string, from: number, to: number): boolean =>
  !WORD_BEFORE.test(text.slice(Math.max(0, from - 2), from)) && !WORD_AFTER.test(text.slice(to, to + 2))
