import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Article } from '#shared/article/article.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import type { Change, MergedDiff } from '#shared/revision/diff/revision-diff.ts'
import type { Drawing } from '#renderer/features/review/drawing.ts'
import { InPlace } from '#renderer/features/review/in-place.tsx'
import { changesInRow } from '#renderer/features/review/row-changes.ts'
import type { ReviewStage } from '#renderer/state/review.ts'
import { article, node, paragraph, text, withAttrs } from '#tests/support/builders.ts'

afterEach(cleanup)

const withId = (id: string, block: ReturnType<typeof node>) => withAttrs({ blockId: id }, block)

function compared(before: Article, after: Article): MergedDiff {
  const diff = diffArticles(before, after)
  if (!('changes' in diff)) throw new Error(`nothing to draw: ${diff.type}`)
  return diff
}

function draw(before: Article, after: Article, stage: ReviewStage = 'marked') {
  const diff = compared(before, after)
  const jump = vi.fn<Drawing['jump']>()
  const changeOf = (id: string): Change | undefined => diff.changes.find((change) => change.id === id)
  const { container } = render(
    <InPlace diff={diff} stage={stage} drawing={{ shows: 'both', changeOf, jump }} language="en" />,
  )
  const all = (selector: string) =>
    [...container.querySelectorAll(selector)].map((found) => found.textContent)
  return { container, diff, jump, all }
}

describe('in place', () => {
  it('marks what went and what came in the words themselves, each named by its change', () => {
    const { container, diff, all } = draw(
      article({ body: ['The ministry answered on Monday.'] }),
      article({ body: ['The ministry answered on Tuesday.'] }),
    )
    expect(all('del')).toEqual(['Monday'])
    expect(all('ins')).toEqual(['Tuesday'])
    const [change] = diff.changes
    expect(container.querySelector('del')?.getAttribute('data-change')).toBe(change?.id)
    expect(container.querySelector('ins')?.getAttribute('data-group')).toBe('text')
  })

  it('original and final are the two versions without a mark, and the blocks that changed can still be found', () => {
    const before = article({ headline: 'Old', body: ['One.', 'Two.'] })
    const after = article({ headline: 'New', body: ['One.', 'Two and a half.', 'Three.'] })
    const original = draw(before, after, 'original')
    expect(original.all('ins, del')).toEqual([])
    expect(original.all('h1, p')).toEqual(['Old', 'One.', 'Two.'])
    cleanup()
    const final = draw(before, after, 'final')
    expect(final.all('h1, p')).toEqual(['New', 'One.', 'Two and a half.', 'Three.'])
    for (const { id } of final.diff.changes)
      expect(final.container.querySelector(`[data-change~="${id}"]`), id).not.toBeNull()
  })

  it('RW1: every change has its place on the page, whatever its kind', () => {
    const long = (words: string) => `${words} and it goes on for a good while so that it can be known again.`
    const before = article({
      headline: 'Old headline',
      meta: { slugline: 'old', topics: ['a', 'b'] },
      body: [
        withId('p1', paragraph(long('First'))),
        withId('p2', paragraph(long('Second'))),
        withId('p3', paragraph('Gone altogether, nobody misses it.')),
        withId('p4', paragraph('Plain words here.')),
        withId(
          'p5',
          paragraph(text('linked', { type: 'link', attrs: { href: 'https://a.example/' } }), ' words'),
        ),
        withAttrs({ blockId: 'h', level: 2 }, node('heading', 'A crosshead')),
        withAttrs(
          { blockId: 'f', assetId: 'a'.repeat(64), alt: 'A hat' },
          node('figure', node('caption', 'Hat')),
        ),
        withId('p6', paragraph('One sentence here stands. Another sentence here follows.')),
        withId(
          't',
          node(
            'tableBlock',
            node(
              'table',
              node('tableRow', node('tableCell', paragraph('1')), node('tableCell', paragraph('2'))),
            ),
          ),
        ),
        withId(
          'l',
          node('bulletList', node('listItem', paragraph('apples')), node('listItem', paragraph('pears'))),
        ),
      ],
    })
    const after = article({
      headline: 'New headline',
      meta: { slugline: 'new', topics: ['b', 'c'] },
      body: [
        withId('p2', paragraph(long('Second'))),
        withId('p4', paragraph('Plain ', text('words', 'strong'), ' here.')),
        withId(
          'p5',
          paragraph(text('linked', { type: 'link', attrs: { href: 'https://b.example/' } }), ' words'),
        ),
        withId('p1', paragraph(long('First'))),
        withAttrs({ blockId: 'h', level: 3 }, node('heading', 'A crosshead')),
        withAttrs(
          { blockId: 'f', assetId: 'b'.repeat(64), alt: 'A cap' },
          node('figure', node('caption', 'Cap')),
        ),
        withId('p6', paragraph('One sentence here stands.')),
        withId('p7', paragraph('Another sentence here follows.')),
        withId(
          't',
          node(
            'tableBlock',
            node(
              'table',
              node('tableRow', node('tableCell', paragraph('1'))),
              node('tableRow', node('tableCell', paragraph('3'))),
            ),
          ),
        ),
        withId(
          'l',
          node('bulletList', node('listItem', paragraph('apples')), node('listItem', paragraph('plums'))),
        ),
        withId('p9', paragraph('Something wholly new at the end.')),
      ],
    })
    const { container, diff } = draw(before, after)
    const lost = diff.changes.filter(({ id }) => container.querySelector(`[data-change~="${id}"]`) === null)
    expect(lost).toEqual([])
    // And belongs to one block, so that all of the block can be taken back.
    const inBlocks = new Set(diff.rows.flatMap(changesInRow))
    expect(diff.changes.filter(({ id, kind }) => kind !== 'field' && !inBlocks.has(id))).toEqual([])
    expect(new Set(diff.changes.map(({ kind }) => kind)).size).toBeGreaterThan(7)
    // Nothing may stand where HTML does not allow it.
    for (const list of container.querySelectorAll('article ul, article ol, tr'))
      for (const child of list.children) expect(['LI', 'TD', 'TH']).toContain(child.tagName)
  })

  it('a moved block says so at both ends, and each end leads to the other', () => {
    const first = paragraph('The first paragraph is long enough to be recognised when it moves.')
    const others = ['Second paragraph of it.', 'Third paragraph of it.', 'Fourth paragraph of it.'].map(
      (words) => paragraph(words),
    )
    const { container, diff, jump } = draw(
      article({ body: [first, ...others] }),
      article({ body: [...others, first] }),
    )
    const [moved] = diff.changes
    expect(moved?.kind).toBe('moved')
    const ends = [...container.querySelectorAll('[data-end]')].map((end) => end.getAttribute('data-end'))
    expect(ends).toEqual(['away', 'here'])
    const [away, here] = container.querySelectorAll('button')
    expect(away?.textContent).toMatch(/^↓ Moved down from here to after Paragraph/)
    expect(here?.textContent).toBe('↓ Moved down to here')
    if (away && here) {
      fireEvent.click(away)
      fireEvent.click(here)
    }
    expect(jump.mock.calls).toEqual([
      [moved?.id, 'here'],
      [moved?.id, 'away'],
    ])
  })

  it('a list item that moved says so inside of itself', () => {
    const items = [
      'apples from the old garden',
      'pears from the market',
      'plums of last year',
      'cherries',
    ].map((words) => node('listItem', paragraph(words)))
    const [first, ...others] = items
    if (first === undefined) throw new Error('no items')
    const { container, diff } = draw(
      article({ body: [node('bulletList', ...items)] }),
      article({ body: [node('bulletList', ...others, first)] }),
    )
    expect(diff.changes.map(({ kind }) => kind)).toEqual(['moved'])
    for (const child of container.querySelector('ul')?.children ?? []) expect(child.tagName).toBe('LI')
    expect(container.querySelectorAll('li button')).toHaveLength(2)
  })

  it('a split is a sign between the halves, not a rewritten text', () => {
    const { all, container } = draw(
      article({ body: ['One sentence here stands still. Another sentence here follows it.'] }),
      article({ body: ['One sentence here stands still.', 'Another sentence here follows it.'] }),
    )
    expect(container.textContent).toContain('Split into 2 paragraphs')
    expect(all('ins')).toContain('¶')
    expect(all('article > p').map((words) => words?.replace('¶', '').trim())).toEqual([
      'One sentence here stands still.',
      'Another sentence here follows it.',
    ])
  })

  it('list items that ran together say so inside the first of them, where a list may hold it', () => {
    const list = (...items: string[]) =>
      node('bulletList', ...items.map((words) => node('listItem', paragraph(words))))
    const { container } = draw(
      article({ body: [list('apples and pears', 'plums and cherries'), 'The end.'] }),
      article({ body: [list('apples and pears plums and cherries'), 'The end.'] }),
    )
    const [items] = container.querySelectorAll('article > ul')
    expect(items?.textContent).toContain('Joined from 2')
    for (const child of items?.children ?? []) expect(child.tagName).toBe('LI')
  })

  it('DF7: a new link target is said in words under the text, and never hidden with formatting', () => {
    const to = (href: string) =>
      article({ body: [paragraph('See ', text('the report', { type: 'link', attrs: { href } }), '.')] })
    const { container, all } = draw(to('https://a.example/'), to('https://b.example/'))
    expect(container.textContent).toContain('Link of “the report”')
    expect(all('del')).toEqual(['https://a.example/'])
    expect(all('ins')).toEqual(['https://b.example/'])
    for (const mark of container.querySelectorAll('[data-change]'))
      expect(mark.getAttribute('data-group')).toBe('attribute')
  })

  it('fields stand above the story, each by its own kind', () => {
    const { container, all } = draw(
      article({ meta: { slugline: 'ferry old', topics: ['sea', 'ships'] } }),
      article({ meta: { slugline: 'ferry new', topics: ['boats', 'sea'] } }),
    )
    const fields = container.querySelector('section[aria-label="Fields"]')
    expect(fields?.textContent).toContain('Slugline')
    expect(all('section del')).toEqual(['old', 'ships'])
    expect(all('section ins')).toEqual(['new', 'boats'])
  })
})
