import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_EDITS_AT_ONCE } from '#shared/revision/diff/diff-limits.ts'
import { longestAscending } from '#shared/revision/diff/longest-ascending.ts'
import { shortestEdit } from '#shared/revision/diff/shortest-edit.ts'
import { runs } from '#tests/support/runs.ts'

const edit = (a: readonly number[], b: readonly number[]) =>
  shortestEdit(Int32Array.from(a), a.length, Int32Array.from(b), b.length)

/** The length of the longest common subsequence, the plain way. */
function commonLength(a: readonly number[], b: readonly number[]): number {
  let above = Array.from({ length: b.length + 1 }, () => 0)
  for (const one of a) {
    const row = [0]
    b.forEach((two, at) =>
      row.push(one === two ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0)),
    )
    above = row
  }
  return above[b.length] ?? 0
}

describe('the shortest edit', () => {
  test('gives the one from the other, and no edit is shorter', () => {
    const words = fc.array(fc.nat(4), { maxLength: 30 })
    fc.assert(
      fc.property(words, words, (a, b) => {
        const made: number[] = []
        let at = 0
        let cost = 0
        for (const { aFrom, aTo, bFrom, bTo } of edit(a, b)) {
          made.push(...a.slice(at, aFrom), ...b.slice(bFrom, bTo))
          at = aTo
          cost += aTo - aFrom + bTo - bFrom
        }
        expect([...made, ...a.slice(at)]).toEqual(b)
        expect(cost).toBe(a.length + b.length - 2 * commonLength(a, b))
      }),
      { numRuns: runs(400) },
    )
  })
  test('texts that differ beyond the search are anchored at words that both have once', () => {
    const half = MAX_EDITS_AT_ONCE * 2
    const all = (from: number): number[] => Array.from({ length: half }, (_, index) => from + (index % 7))
    const edits = edit([...all(10), 1, ...all(20)], [...all(30), 1, ...all(40)])
    expect(edits.map(({ aFrom, aTo }) => [aFrom, aTo])).toEqual([
      [0, half],
      [half + 1, half * 2 + 1],
    ])
  })
})

describe('the heaviest ascending choice', () => {
  test('keeps the order and leaves out as little as can be', () => {
    const chosen = (values: number[], weights: number[]): number[] =>
      longestAscending(values, weights).map((at) => values[at] ?? -1)
    expect(chosen([3, 0, 1, 2], [1, 1, 1, 1])).toEqual([0, 1, 2])
    expect(chosen([3, 0, 1, 2], [9, 1, 1, 1])).toEqual([3])
    expect(chosen([], [])).toEqual([])
  })
})
