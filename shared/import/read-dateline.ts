// The dateline that opens a wire story: "SEOUL, March 4 (Reuters) —".

export interface ReadDateline {
  readonly place: string
  readonly source: string
  /** Characters it takes at the start of the paragraph, dash and space included. */
  readonly length: number
}

/** Characters within which a dateline ends. */
const MAX_DATELINE_CHARS = 120
/** A capital place, perhaps with a region or a date; perhaps an agency in brackets; a dash. */
const WITH_AGENCY =
  /^((?:\p{Lu}|\p{Lo})[\p{L} .'’\-/]{1,40}(?:,\s*[\p{L}\d][\p{L}\d .'’/-]{1,40}){0,2}?)\s*\(([\p{Lu}][\p{L}. /&-]{1,30})\)\s*[-–—]{1,2}\s*/u
const CAPITALS =
  /^((?:\p{Lu}[\p{Lu}.'’-]{1,}(?:[ /]\p{Lu}[\p{Lu}.'’-]*)*)(?:,\s*[\p{L}\d][\p{L}\d .'’-]{1,40}){0,2}?)\s+[-–—]{1,2}\s+(?=\S)/u

export function readDateline(paragraph: string): ReadDateline | null {
  const start = paragraph.slice(0, MAX_DATELINE_CHARS)
  const withAgency = WITH_AGENCY.exec(start)
  if (withAgency !== null)
    return {
      place: (withAgency[1] ?? '').trim(),
      source: (withAgency[2] ?? '').trim(),
      length: withAgency[0].length,
    }
  const capitals = CAPITALS.exec(start)
  return capitals === null
    ? null
    : { place: (capitals[1] ?? '').trim(), source: '', length: capitals[0].length }
}
