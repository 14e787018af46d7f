// Which top-level blocks are drawn, as spans of their indexes, and the selector of all others.

/** Blocks `from` to before `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Sorted and joined where they touch; what is empty or out of reach goes. */
export function joinSpans(spans: readonly Span[], count: number): Span[] {
  const within = spans
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(count, to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
  const joined: Span[] = []
  for (const span of within) {
    const last = joined.at(-1)
    if (last === undefined || span.from > last.to) joined.push(span)
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
  }
  return joined
}

export const holdsSpan = (spans: readonly Span[], { from, to }: Span): boolean =>
  spans.some((span) => span.from <= from && to <= span.to)

/** Selects the children that are in none of the spans, which are joined, and not among the last, however many there come to be. */
export function outsideOf(spans: readonly Span[], last: number): string {
  const gaps: string[] = []
  let at = 0
  for (const { from, to } of spans) {
    if (from > at) gaps.push(`:nth-child(n + ${at + 1}):nth-child(-n + ${from})`)
    at = to
  }
  return [...gaps, `:nth-child(n + ${at + 1})`]
    .map((gap) => `${gap}:nth-last-child(n + ${last + 1})`)
    .join(', ')
}
