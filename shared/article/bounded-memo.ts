// Remembers answers of a pure function, up to a bound, so that a thousand exports do not ask Intl the same thing a thousand times.

/** When `limit` answers are kept, all are forgotten: simpler than choosing, and the few that matter come straight back. */
export function boundedMemo<A extends string | number, R>(
  limit: number,
  answer: (asked: A) => R,
): (asked: A) => R {
  const known = new Map<A, R>()
  return (asked) => {
    const before = known.get(asked)
    if (before !== undefined) return before
    if (known.size >= limit) known.clear()
    const now = answer(asked)
    known.set(asked, now)
    return now
  }
}
