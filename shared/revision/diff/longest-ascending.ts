// Of things in one order, the heaviest choice that keeps another order as well.

/**
 * Indices of the ascending subsequence of `values` with the greatest sum of weights (each above 0), in O(n log n). The values are
 * distinct whole numbers of no sign. Of equal sums the one found first wins, so the answer is stable.
 */
export function longestAscending(values: readonly number[], weights: readonly number[]): number[] {
  const size = values.reduce((most, value) => Math.max(most, value), -1) + 1
  // A Fenwick tree of prefix maxima: best[v] ends the heaviest run among values up to v.
  const tree = new Int32Array(size + 1).fill(-1)
  const sums = new Float64Array(values.length)
  const previous = new Int32Array(values.length).fill(-1)
  let last = -1
  values.forEach((value, index) => {
    let before = -1
    for (let at = value; at > 0; at -= at & -at) before = heavier(before, tree[at] ?? -1)
    previous[index] = before
    sums[index] = (weights[index] ?? 0) + (before < 0 ? 0 : (sums[before] ?? 0))
    for (let at = value + 1; at <= size; at += at & -at) tree[at] = heavier(tree[at] ?? -1, index)
    last = heavier(last, index)
  })
  function heavier(one: number, two: number): number {
    if (one < 0) return two
    if (two < 0) return one
    return (sums[two] ?? 0) > (sums[one] ?? 0) ? two : one
  }
  const chosen: number[] = []
  for (let at = last; at >= 0; at = previous[at] ?? -1) chosen.push(at)
  return chosen.reverse()
}
