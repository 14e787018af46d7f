import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BlockKeys, pairBlocks } from '#shared/draft/pair-blocks.ts'

const block = (id: string | null, exact: string, type = 'paragraph'): BlockKeys => ({ id, exact, type })

describe('pairBlocks', () => {
  it('pairs by id even when the words changed, and by words when there is no id', () => {
    expect(
      pairBlocks([block('a', '1'), block(null, 'same')], [block(null, 'same'), block('a', '2')]),
    ).toHaveLength(1)
    expect(
      pairBlocks([block('a', '1'), block(null, 'same')], [block('a', '2'), block(null, 'same')]),
    ).toEqual([
      { before: 0, after: 0 },
      { before: 1, after: 1 },
    ])
  })

  it('does not believe an id that two blocks carry', () => {
    expect(pairBlocks([block('a', '1'), block('a', '2')], [block('a', '3')])).toEqual([])
  })

  it('pairs by place what was named or changed meanwhile, between neighbours that are known', () => {
    const before = [block('a', 'a'), block('named', 'changed'), block('z', 'z')]
    const after = [block('a', 'a'), block(null, 'as imported'), block('z', 'z')]
    expect(pairBlocks(before, after)).toHaveLength(3)
    // Two names are two blocks, other kinds and numbers no neighbours to go by.
    const stranger = (other: BlockKeys[]) => pairBlocks(before, [block('a', 'a'), ...other, block('z', 'z')])
    expect(stranger([block('other', 'x')])).toHaveLength(2)
    expect(stranger([block(null, 'x', 'heading')])).toHaveLength(2)
    expect(stranger([block(null, 'x'), block(null, 'y')])).toHaveLength(2)
  })

  it('pairs head lines by what they are', () => {
    expect(pairBlocks([block(null, 'old', 'headline')], [block(null, 'new', 'headline')])).toEqual([
      { before: 0, after: 0 },
    ])
  })

  it('answers pairs that ascend on both sides and use each block once', () => {
    const blocks = fc.array(
      fc.record({
        id: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
        exact: fc.option(fc.constantFrom('1', '2', '3')),
        type: fc.constantFrom('paragraph', 'headline'),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        const pairs = pairBlocks(before, after)
        pairs.reduce(
          (last, pair) => {
            expect(pair.before).toBeGreaterThan(last.before)
            expect(pair.after).toBeGreaterThan(last.after)
            return pair
          },
          { before: -1, after: -1 },
        )
        for (const pair of pairs) expect(before[pair.before]?.type).toBe(after[pair.after]?.type ?? '')
      }),
    )
  })
})
