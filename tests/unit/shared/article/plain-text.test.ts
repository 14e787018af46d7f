import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NodeJson } from '#shared/article/article.ts'
import {
  bodyText,
  headText,
  measureArticle,
  multisetWordDelta,
  readingMinutes,
  wordsIn,
} from '#shared/article/plain-text.ts'

const text = (value: string): NodeJson => ({ type: 'text', text: value })
const node = (type: string, ...content: NodeJson[]): NodeJson => ({ type, content })
const paragraph = (value: string): NodeJson => node('paragraph', text(value))

describe('wordsIn', () => {
  it.each([
    ['', 0],
    ['   \n\t', 0],
    ['one', 1],
    ["The minister didn't answer.", 4],
    ['on-the-record', 1],
    ['a - b', 2],
    ['dash—dash', 2],
    ['L’été à l’Élysée', 3],
    ['The U.S. imported 1,000 tonnes at 5:35pm', 7],
    ['3.5 per cent', 3],
    ["'quoted'", 1],
    ['--', 0],
    ["rock 'n' roll", 3],
    ['…and then', 2],
    ['東京都知事', 5],
    ['カタカナ', 4],
    ['정부는 오늘 발표했다', 3],
    ['Владимир Зеленський', 2],
    ['مرحبا بالعالم', 2],
    ['नमस्ते दुनिया', 2],
    ['naïve cafe\u0301', 2],
    ['👩‍👩‍👧 family', 1],
    ['𝒜𝓁𝒾𝒸ℯ writes', 2],
  ])('counts %j as %i', (value, words) => {
    expect(wordsIn(value)).toBe(words)
  })

  it('adds up over a space, whatever stands on either side', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(wordsIn(`${a} ${b}`)).toBe(wordsIn(a) + wordsIn(b))
      }),
    )
  })

  it('survives any UTF-16, half characters included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        for (let cut = 0; cut <= value.length; cut++)
          expect(wordsIn(value.slice(cut))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

const story = node(
  'doc',
  node('kicker', text('Kicker words here')),
  node('headline', text('Head line')),
  node('standfirst', text('Stand first')),
  paragraph('One two'),
  node('heading', text('three')),
  node('blockQuote', paragraph('four'), node('quoteSource', text('five'))),
  node('pullQuote', paragraph('not counted')),
  node(
    'bulletList',
    node('listItem', paragraph('six'), node('bulletList', node('listItem', paragraph('seven')))),
  ),
  node('figure', node('caption', text('a caption')), node('credit', text('a credit'))),
  node(
    'tableBlock',
    node('tableCaption', text('what it shows')),
    node('table', node('tableRow', node('tableCell', paragraph('eight')))),
  ),
  node('factBox', node('factTitle', text('nine')), paragraph('ten')),
  node('stash', paragraph('cut passage')),
  { type: 'paragraph' },
)

describe('measureArticle', () => {
  it('counts body copy only: no head lines, pull quotes, captions, credits or stash', () => {
    expect(measureArticle(story).words).toBe(10)
  })

  it('counts characters as people see them, spaces included, line ends not', () => {
    expect(measureArticle(node('doc', paragraph('ab c'), paragraph('𝒜'))).characters).toBe(5)
  })

  it('gives any story with words at least a minute', () => {
    expect(readingMinutes(0)).toBe(0)
    expect(readingMinutes(1)).toBe(1)
    expect(readingMinutes(2_380)).toBe(10)
  })
})

describe('bodyText and headText', () => {
  it('gives one line per text block, captions included, heads never, the stash when asked', () => {
    const without = bodyText(story, { withStash: false })
    expect(without.split('\n')).toEqual([
      'One two',
      'three',
      'four',
      'five',
      'not counted',
      'six',
      'seven',
      'a caption',
      'a credit',
      'what it shows',
      'eight',
      'nine',
      'ten',
    ])
    expect(bodyText(story, { withStash: true })).toBe(`${without}\ncut passage`)
  })

  it('keeps the text of nodes it does not know', () => {
    expect(bodyText(node('doc', node('hologram', text('from the future'))), { withStash: false })).toBe(
      'from the future',
    )
  })

  it('keeps a line break inside its block', () => {
    expect(
      bodyText(node('doc', node('paragraph', text('a'), { type: 'hardBreak' }, text('b'))), {
        withStash: false,
      }),
    ).toBe('a\nb')
  })

  it('joins several headlines instead of losing one, and answers nothing for none', () => {
    expect(headText(node('doc', node('headline', text('A')), node('headline', text('B'))), 'headline')).toBe(
      'A B',
    )
    expect(headText(node('doc'), 'headline')).toBe('')
  })
})

describe('multisetWordDelta', () => {
  it('sees additions and removals, and nothing when words only move', () => {
    expect(multisetWordDelta('a b c', 'c a b')).toEqual({ added: 0, removed: 0 })
    expect(multisetWordDelta('a b', 'a b b d')).toEqual({ added: 2, removed: 0 })
    expect(multisetWordDelta('a a a', 'a x')).toEqual({ added: 1, removed: 2 })
  })

  it('balances with the word counts of both sides', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 20 }), fc.lorem({ maxCount: 20 }), (before, after) => {
        const { added, removed } = multisetWordDelta(before, after)
        expect(wordsIn(after) - wordsIn(before)).toBe(added - removed)
      }),
    )
  })
})
