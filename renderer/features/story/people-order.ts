// Order in a byline: moving one person gives that person a rank between two others and touches nobody else.
import type { Person } from '#shared/article/meta.ts'

/** The rank that puts the person at `from` one place further in `direction`; null at the end of the line. */
export function rankAfterMove(people: readonly Person[], from: number, direction: -1 | 1): number | null {
  const near = people[from + direction]
  if (near === undefined) return null
  const far = people[from + 2 * direction]
  return far === undefined ? near.rank + direction : (near.rank + far.rank) / 2
}

/** Behind everyone. */
export function rankAtEnd(people: readonly Person[]): number {
  return (people.at(-1)?.rank ?? 0) + 1
}
