import { describe, expect, it } from 'vitest'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import { compareLines, sourceParts } from '#renderer/features/review/source-diff.ts'
import { sourceLines } from '#renderer/features/review/source-lines.ts'
import { sourcePieces } from '#renderer/features/review/special-characters.ts'
import { article, node, paragraph, text, withAttrs } from '#tests/support/builders.ts'

describe('source', () => {
  it('says every node, attribute and mark on a line, without the ids that nobody wrote', () => {
    const block = withAttrs(
      { blockId: 'b1' },
      node(
        'blockQuote',
        withAttrs({ blockId: 'b2', level: 3 }, node('heading', 'Head')),
        paragraph('Plain ', text('strong', 'strong', 'emphasis')),
      ),
    )
    expect(sourceLines(block)).toEqual([
      'blockQuote',
      '  heading {"level":3}',
      '    "Head"',
      '  paragraph',
      '    "Plain "',
      '    "strong" strong emphasis',
    ])
  })

  it('leaves equal lines at both ends alone', () => {
    expect(compareLines(['a', 'b 1 d', 'c'], ['a', 'b 2 d', 'c'])).toEqual([
      { state: 'same', text: 'a', differs: null },
      { state: 'deleted', text: 'b 1 d', differs: { from: 2, to: 3 } },
      { state: 'inserted', text: 'b 2 d', differs: { from: 2, to: 3 } },
      { state: 'same', text: 'c', differs: null },
    ])
    expect(compareLines(['a', 'a'], ['a']).map(({ state }) => state)).toEqual(['same', 'deleted'])
  })

  it('gives back both versions whole: the kept and deleted lines are the old one, the kept and inserted the new', () => {
    const before = article({ headline: 'Old', body: ['One.', 'Two.'], meta: { slugline: 'a' } })
    const after = article({ headline: 'New', body: ['Two.', 'Three.'], meta: { slugline: 'b' } })
    const diff = diffArticles(before, after)
    if (diff.type !== 'changed') throw new Error(diff.type)
    const lines = sourceParts(diff, before, after).flatMap((part) => part.lines)
    const body = (side: 'deleted' | 'inserted') =>
      lines
        .filter(({ state, text: line }) => (state === 'same' || state === side) && !/^\w+: /.test(line))
        .map((line) => line.text)
    const whole = (content: typeof before.content) =>
      (content.content ?? []).flatMap((block) => sourceLines(block))
    expect(body('deleted')).toEqual(whole(before.content))
    expect(body('inserted')).toEqual(whole(after.content))
    expect(lines).toContainEqual(expect.objectContaining({ state: 'inserted', text: 'slugline: "b"' }))
  })

  it('makes visible what looks like nothing', () => {
    expect(sourcePieces('10\u00a0km\u200b, e\u0301')).toEqual([
      { text: '10' },
      { sign: '⍽', name: 'no-break space, U+00A0' },
      { text: 'km' },
      { sign: '|', name: 'zero-width space, U+200B' },
      { text: ', e\u0301' },
    ])
    expect(sourcePieces('a\u3000b')).toEqual([
      { text: 'a' },
      { sign: '□', name: 'special character, U+3000' },
      { text: 'b' },
    ])
  })
})
