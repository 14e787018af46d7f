/** How many revisions are missing between two that follow each other: numbers are given once and never again. */
export function thinnedBetween(older: number, newer: number): number {
  return Math.max(0, newer - older - 1)
}
