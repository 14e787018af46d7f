import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Person } from '#shared/article/meta.ts'
import { rankAfterMove, rankAtEnd } from '#renderer/features/story/people-order.ts'

const person = (id: string, rank: number): Person => ({
  id,
  rank,
  lead: '',
  name: id,
  role: '',
  profileUrl: '',
})
const sorted = (people: readonly Person[]) => people.toSorted((a, b) => a.rank - b.rank)
const line = fc
  .uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 8 })
  .map((ranks) => sorted(ranks.map((rank, index) => person(`p${index}`, rank))))

it('moving one person swaps two neighbours and rewrites only that person', () => {
  fc.assert(
    fc.property(line, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (people, seed, direction) => {
      const from = seed % people.length
      const moved = people[from]
      const rank = rankAfterMove(people, from, direction)
      const to = from + direction
      if (to < 0 || to >= people.length) {
        expect(rank).toBeNull()
        return
      }
      const after = sorted(people.map((one) => (one === moved ? { ...one, rank: rank ?? 0 } : one)))
      const expected = people.map((one) => one.id)
      expected.splice(from, 1)
      expected.splice(to, 0, moved?.id ?? '')
      expect(after.map((one) => one.id)).toEqual(expected)
    }),
  )
})

it('somebody new stands behind everyone', () => {
  fc.assert(fc.property(line, (people) => people.every((one) => one.rank < rankAtEnd(people))))
  expect(rankAtEnd([])).toBe(1)
})
