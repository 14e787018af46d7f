import { describe, expect, it } from 'vitest'
import type { Article } from '#shared/article/article.ts'
import { toInstant } from '#shared/article/ids.ts'
import type { Attribution } from '#shared/revision/attribution.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import { changeAuthors } from '#renderer/features/review/change-authors.ts'
import { article, node, paragraph, text } from '#tests/support/builders.ts'

const by = (author: string, at: number) => ({
  author,
  at: toInstant(at),
  origin: 'window' as const,
  returned: null,
})
const NOTHING: Attribution = { seq: 1, texts: [], blocks: [], fields: {}, deletions: [] }

function authorsOf(before: Article, after: Article, log: Partial<Attribution>) {
  const diff = diffArticles(before, after)
  if (diff.type !== 'changed') throw new Error(diff.type)
  const authors = changeAuthors(diff, { ...NOTHING, ...log })
  return diff.changes.map((change) => [change.kind, authors.get(change.id)?.author])
}

describe('who made a change', () => {
  it('is who wrote the words that came, found by their place in the new text', () => {
    const found = authorsOf(
      article({ body: ['The board voted on Monday.'] }),
      article({ body: ['The board, at last, voted on Tuesday.'] }),
      {
        texts: [
          {
            path: [3],
            blockId: null,
            runs: [
              { ...by('Ana', 1), from: 0, to: 9 },
              { ...by('Ben', 2), from: 9, to: 19 },
              { ...by('Ana', 1), from: 19, to: 29 },
              { ...by('Cem', 3), from: 29, to: 37 },
            ],
          },
        ],
      },
    )
    expect(found).toEqual([
      ['inserted', 'Ben'],
      ['replaced', 'Cem'],
    ])
  })

  it('is who brought the words back, where a restore did; their writer stays their writer', () => {
    const returned = { by: 'Desk', at: toInstant(9), how: 'restore' as const }
    const found = authorsOf(article({ body: ['Once.'] }), article({ body: ['Once and for all.'] }), {
      texts: [
        {
          path: [3],
          blockId: null,
          runs: [
            { ...by('Ana', 1), from: 0, to: 4 },
            { ...by('Ben', 2), returned, from: 4, to: 16 },
            { ...by('Ana', 1), from: 16, to: 17 },
          ],
        },
      ],
    })
    expect(found).toEqual([['inserted', 'Desk']])
  })

  it('is found inside of lists and cells too', () => {
    const list = (second: string) =>
      node('bulletList', node('listItem', paragraph('apples')), node('listItem', paragraph(second)))
    const table = (cell: string) =>
      node('tableBlock', node('table', node('tableRow', node('tableCell', paragraph(cell)))))
    const found = authorsOf(
      article({ body: [list('green pears'), table('ten euros')] }),
      article({ body: [list('ripe pears'), table('six euros')] }),
      {
        texts: [
          { path: [3, 1, 0], blockId: null, runs: [{ ...by('Ana', 1), from: 0, to: 10 }] },
          { path: [4, 0, 0, 0, 0], blockId: null, runs: [{ ...by('Ben', 1), from: 0, to: 9 }] },
        ],
      },
    )
    expect(found).toEqual([
      ['replaced', 'Ana'],
      ['table-cell', 'Ben'],
    ])
  })

  it('is who took words away, where nothing came', () => {
    expect(
      authorsOf(article({ body: ['It rained all day.'] }), article({ body: ['It rained.'] }), {
        deletions: [{ ...by('Ana', 5), blockId: null, text: ' all day', wroteIt: 'Ben' }],
      }),
    ).toEqual([['deleted', 'Ana']])
  })

  it('is the hand that touched the block last where no words came, and the field’s own for a field', () => {
    expect(
      authorsOf(
        article({ body: ['Plain words.'], meta: { slugline: 'a', topics: [] } }),
        article({
          body: [paragraph('Plain ', text('words', 'strong'), '.')],
          meta: { slugline: 'b', topics: ['sea'] },
        }),
        {
          blocks: [{ index: 3, blockId: null, author: 'Ana', at: toInstant(1), origin: 'window' }],
          fields: { slugline: by('Ben', 2), 'topic/sea': by('Cem', 3), 'topic/old': by('Dan', 1) },
        },
      ),
    ).toEqual([
      ['formatting', 'Ana'],
      ['field', 'Ben'],
      ['field', 'Cem'],
    ])
  })

  it('is left out when the log does not say', () => {
    expect(authorsOf(article({ body: ['One.'] }), article({ body: ['Two.'] }), {})).toEqual([
      ['replaced', undefined],
    ])
  })
})
