// The search language of the desk: ordinary words (all must occur), "exact phrase", -not, prefix*. Everything typed has
// a meaning; nothing typed is an error.

export interface SearchTerm {
  readonly text: string
  /** The last word of the text is only the beginning of a word. */
  readonly isPrefix: boolean
}
export interface SearchQuery {
  readonly wanted: readonly SearchTerm[]
  readonly unwanted: readonly SearchTerm[]
}

/**
 * Articles a search looks at, newest first: beyond these nobody reads on, and ordering every hit of a common word is what
 * makes a search slow (PERFORMANCE 3.3). A list whose total reaches this number may have more.
 */
export const SEARCH_DEPTH = 2_000

/** Terms looked at; a longer query is a paste by mistake, and each term costs a walk through the index. */
const MAX_TERMS = 32

/** Straight and typographic marks: an editor's keyboard writes the latter. */
const QUOTED = /^(-?)(?:"([^"]*)"?|[“”„]([^“”„]*)[“”„]?|«([^»]*)»?)(\*?)/u
const WORD = /^(-?)([^\s"“”„«»]+)/u
/** What the index calls a word holds a letter, a digit or a private character; anything else matches nothing. */
const SEARCHABLE = /[\p{L}\p{N}\p{Co}]/u

export function parseSearchQuery(text: string): SearchQuery {
  const wanted: SearchTerm[] = []
  const unwanted: SearchTerm[] = []
  let rest = text.replaceAll('\0', ' ').trimStart()
  while (rest !== '' && wanted.length + unwanted.length < MAX_TERMS) {
    const { term, isUnwanted, length } = nextTerm(rest)
    if (SEARCHABLE.test(term.text)) (isUnwanted ? unwanted : wanted).push(term)
    rest = rest.slice(length).trimStart()
  }
  return { wanted, unwanted }
}

function nextTerm(rest: string): { term: SearchTerm; isUnwanted: boolean; length: number } {
  const quoted = QUOTED.exec(rest)
  if (quoted !== null) {
    const text = quoted[2] ?? quoted[3] ?? quoted[4] ?? ''
    return {
      term: { text, isPrefix: quoted[5] === '*' },
      isUnwanted: quoted[1] === '-',
      length: quoted[0].length,
    }
  }
  const word = WORD.exec(rest)
  // A closing mark with nothing open before it: passed over.
  if (word === null) return { term: { text: '', isPrefix: false }, isUnwanted: false, length: 1 }
  const typed = word[2] ?? ''
  return {
    term: { text: typed.replace(/\*+$/u, ''), isPrefix: typed.endsWith('*') },
    isUnwanted: word[1] === '-',
    length: word[0].length,
  }
}
