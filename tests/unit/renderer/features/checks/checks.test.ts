import { describe, expect, it } from 'vitest'
import { EMPTY_META } from '#shared/article/meta.ts'
import { fieldHints } from '#renderer/features/checks/field-hints.ts'
import { tksByBlock } from '#renderer/features/checks/tks-by-block.ts'

const text = (value: string) => [{ type: 'text', text: value }]
const content = {
  type: 'doc',
  content: [
    { type: 'kicker' },
    { type: 'headline', content: text('River TK') },
    { type: 'standfirst', content: text('It came back.') },
    { type: 'paragraph', content: text('First.') },
    { type: 'stash', content: [{ type: 'paragraph', content: text('TK in the stash is private') }] },
    { type: 'paragraph', content: text('Said TK, aged TK.') },
    {
      type: 'figure',
      attrs: { assetId: '', alt: '', decorative: false },
      content: [{ type: 'credit', content: text('Photo: Kim') }],
    },
  ],
}

describe('checks', () => {
  it('every TK is one press from its block; one in a field has none', () => {
    const tks = tksByBlock(content, { ...EMPTY_META, section: 'TK' })
    expect(tks.map((tk) => [tk.place, tk.block])).toEqual([
      ['headline', 1],
      ['paragraph 2', 5],
      ['paragraph 2', 5],
      ['section', null],
    ])
  })

  it('what a page wants and does not have is named, with its place', () => {
    const texts = fieldHints(content, EMPTY_META).map((hint) => [hint.text, hint.block])
    expect(texts).toEqual([
      ['Nobody is named in the byline.', null],
      ['No section is chosen.', null],
      ['Picture 1 has no text alternative.', 6],
    ])
  })

  it('a decorative picture needs no text alternative', () => {
    const figure = { type: 'figure', attrs: { alt: '', decorative: true }, content: [] }
    const hints = fieldHints({ type: 'doc', content: [figure] }, EMPTY_META)
    expect(hints.some((hint) => hint.text.includes('text alternative'))).toBe(false)
  })
})
