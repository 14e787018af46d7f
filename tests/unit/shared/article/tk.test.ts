import { describe, expect, it } from 'vitest'
import type { NodeJson } from '#shared/article/article.ts'
import { blankArticle } from '#shared/article/blank-article.ts'
import { findTks, findTksInArticle } from '#shared/article/tk.ts'

const text = (value: string): NodeJson => ({ type: 'text', text: value })
const node = (type: string, ...content: NodeJson[]): NodeJson => ({ type, content })
const doc = (...content: NodeJson[]): NodeJson => node('doc', ...content)

describe('findTks', () => {
  it.each(['TK', 'say TK here', 'TKTK', 'three TKs.', '(TK)', 'born in TK, Seoul', '“TK”', 'TKTKTK'])(
    'finds the placeholder in %j',
    (value) => {
      expect(findTks(doc(node('paragraph', text(value))))).toHaveLength(1)
    },
  )

  it.each(['TKO', 'latke', 'tk', 'Tk', 'STK', 'TK2', 'TK_1', 'ÄTK'])('leaves %j in peace', (value) => {
    expect(findTks(doc(node('paragraph', text(value))))).toEqual([])
  })

  it('finds one that is split over formatting', () => {
    expect(
      findTks(doc(node('paragraph', text('by T'), { ...text('K'), marks: [{ type: 'strong' }] }))),
    ).toHaveLength(1)
  })

  it('names the place in words, captions and text alternatives included', () => {
    const found = findTks(
      doc(node('headline', text('TK wins')), node('paragraph', text('fine')), node('paragraph', text('TK')), {
        type: 'figure',
        attrs: { alt: 'a TK' },
        content: [node('caption', text('TK in Seoul'))],
      }),
    )
    expect(found.map((tk) => tk.place)).toEqual([
      'headline',
      'paragraph 2',
      'text alternative of picture 1',
      'caption 1',
    ])
  })

  it('does not look into the stash, which never leaves', () => {
    expect(findTks(doc(node('stash', node('paragraph', text('TK')))))).toEqual([])
  })

  it('never cuts a character in half in its excerpt', () => {
    const [tk] = findTks(doc(node('paragraph', text(`${'😀'.repeat(40)}x TK ${'😀'.repeat(40)}`))))
    expect(tk?.excerpt).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
  })
})

describe('findTksInArticle', () => {
  it('looks into the fields that leave, not into the desk note', () => {
    const blank = blankArticle({ language: 'en' })
    const article = {
      ...blank,
      meta: {
        ...blank.meta,
        deskNote: 'ask about TK',
        section: 'TK',
        people: [{ id: 'p1', rank: 1, lead: 'By', name: 'TK', role: '', profileUrl: '' }],
      },
    }
    expect(findTksInArticle(article).map((tk) => tk.place)).toEqual(['section', 'byline'])
  })
})
