import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleProjection } from '#core/storage/library-store.ts'
import { type ArticleId, newArticleId, toInstant, zonedInstantSchema } from '#shared/article/ids.ts'
import { type ArticleQuery, EVERYTHING } from '#shared/library/article-summary.ts'
import { openTestLibrary, type TestLibrary, valueOf } from '#tests/support/open-test-library.ts'
import { entryRow, projectionRow, updateRow } from './rows.ts'
import { tamper } from './tamper.ts'
import { runs } from '#tests/support/runs.ts'

let library: TestLibrary
const names = new Map<ArticleId, string>()

function add(name: string, at: number, projection: Partial<ArticleProjection>, author = 'Ana'): ArticleId {
  const articleId = newArticleId()
  names.set(articleId, name)
  valueOf(library.store.articles.create(updateRow(articleId, name, { at: toInstant(at), author })))
  valueOf(library.store.articles.project(projectionRow(articleId, projection)))
  return articleId
}
function listed(query: Partial<ArticleQuery>): { names: (string | undefined)[]; total: number } {
  const { rows, total } = valueOf(library.store.articles.list({ ...EVERYTHING, ...query }))
  return { names: rows.map(({ id }) => names.get(id)), total }
}
const found = (text: string) => listed({ text }).names

beforeAll(() => {
  library = openTestLibrary()
  add('harbour', 1_000, {
    headline: '“Élan” returns to the harbour',
    section: 'News',
    words: 300,
    people: 'Kim Min-ji\nAna Ruiz',
    body: 'The city council voted on the harbour budget. A second vote follows in March.',
  })
  add('budget', 3_000, {
    headline: 'Budget in brief',
    section: 'Business',
    words: 900,
    hasTk: true,
    body: 'Nothing about ships.',
  })
  add(
    'strasse',
    2_000,
    {
      headline: 'Zürich: die Straße',
      section: 'News',
      words: 100,
      embargo: zonedInstantSchema.parse({ at: 9_000, zone: 'Europe/Zurich' }),
      body: 'naïve café owners',
    },
    'Kim Min-ji',
  )
  const spiked = add('spiked', 4_000, { headline: 'A harbour that never was', section: 'News' })
  valueOf(library.store.workflow.record(entryRow(spiked, { act: 'spike', to: 'spiked' })))
})
afterAll(() => library[Symbol.dispose]())

describe('the desk list', () => {
  it('shows what was projected', () => {
    const { rows } = valueOf(library.store.articles.list({ ...EVERYTHING, onlyEmbargoed: true }))
    expect(rows).toMatchObject([
      {
        headline: 'Zürich: die Straße',
        section: 'News',
        words: 100,
        status: 'draft',
        hasTk: false,
        embargo: { at: 9_000, zone: 'Europe/Zurich' },
        createdAt: 2_000,
        savedAt: 2_000,
        savedBy: 'Kim Min-ji',
        problem: null,
        snippet: null,
      },
    ])
  })

  it.each<[string, Partial<ArticleQuery>, string[]]>([
    ['everything but the spiked, last saved first', {}, ['budget', 'strasse', 'harbour']],
    ['oldest first', { sort: 'created', descending: false }, ['harbour', 'strasse', 'budget']],
    [
      'by headline, accents and quotation marks aside',
      { sort: 'headline', descending: false },
      ['budget', 'harbour', 'strasse'],
    ],
    ['longest first', { sort: 'words' }, ['budget', 'harbour', 'strasse']],
    [
      'by status in the order of the desk',
      { sort: 'status', descending: false, statuses: ['spiked', 'draft'] },
      ['budget', 'strasse', 'harbour', 'spiked'],
    ],
    ['spiked ones', { statuses: ['spiked'] }, ['spiked']],
    ['no status asked for', { statuses: [] }, []],
    ['one section', { section: 'News' }, ['strasse', 'harbour']],
    ['with TK', { onlyTk: true }, ['budget']],
    ['a person: bylined or last saved by', { person: 'Kim Min-ji' }, ['strasse', 'harbour']],
    ['a person whose name only begins so', { person: 'Kim' }, []],
    [
      'a section and a status together',
      { section: 'News', statuses: ['spiked', 'draft'] },
      ['spiked', 'strasse', 'harbour'],
    ],
  ])('%s', (_name, query, expected) => {
    expect(listed(query)).toEqual({ names: expected, total: expected.length })
  })

  it('pages without losing or repeating a row, and always says how many there are', () => {
    const pages = [0, 1, 2, 3].map((offset) => listed({ offset, limit: 1 }))
    expect(pages.map((page) => page.names)).toEqual([['budget'], ['strasse'], ['harbour'], []])
    expect(pages.map(({ total }) => total)).toEqual([3, 3, 3, 3])
  })

  it('an older projection never replaces a newer one, and what lags behind its log is known', () => {
    const articleId = add('lagging', 500, { headline: 'One', section: 'Archive' })
    valueOf(library.store.updates.append(updateRow(articleId, 'more', { at: toInstant(500) })))
    expect(valueOf(library.store.articles.behind())).toEqual([articleId])
    valueOf(
      library.store.articles.project(
        projectionRow(articleId, { seq: 2, headline: 'Two', section: 'Archive' }),
      ),
    )
    valueOf(
      library.store.articles.project(
        projectionRow(articleId, { seq: 1, headline: 'One', section: 'Archive' }),
      ),
    )
    expect(valueOf(library.store.articles.get(articleId)).headline).toBe('Two')
    expect(valueOf(library.store.articles.behind())).toEqual([])
    valueOf(library.store.workflow.record(entryRow(articleId, { act: 'spike', to: 'spiked' })))
    expect(listed({ section: 'Archive' })).toEqual({ names: [], total: 0 })
    expect(listed({ section: 'Archive', statuses: ['spiked'] })).toEqual({ names: ['lagging'], total: 1 })
  })
})

describe('search', () => {
  it.each([
    ['elan', ['harbour']],
    ['ELAN harbour', ['harbour']],
    ['budget', ['budget', 'harbour']],
    ['budget -ships', ['harbour']],
    ['-ships', ['strasse', 'harbour']],
    ['"harbour budget"', ['harbour']],
    ['"budget harbour"', []],
    ['harb*', ['harbour']],
    ['harb', []],
    ['zurich', ['strasse']],
    ['naive cafe', ['strasse']],
    ['min-ji', ['harbour']],
    ['headline:budget', []],
    ['!!!', ['budget', 'strasse', 'harbour']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('keeps filters and orders', () => {
    expect(
      listed({ text: 'harbour', statuses: ['spiked', 'draft'], sort: 'created', descending: false }).names,
    ).toEqual(['harbour', 'spiked'])
    expect(listed({ text: 'budget', section: 'Business' })).toEqual({ names: ['budget'], total: 1 })
  })

  it('shows where the words stand, as pieces of text and never as markup', () => {
    const { rows } = valueOf(library.store.articles.list({ ...EVERYTHING, text: 'vote' }))
    expect(rows[0]?.snippet).toEqual({
      field: 'body',
      parts: [
        { text: '…council voted on the harbour budget. A second ', isHit: false },
        { text: 'vote', isHit: true },
        { text: ' follows in March.', isHit: false },
      ],
    })
    expect(
      valueOf(library.store.articles.list({ ...EVERYTHING, text: 'elan' })).rows[0]?.snippet?.field,
    ).toBe('headline')
  })

  it('S12: nothing a person types makes the engine complain', () => {
    const pieces = [
      '"',
      '*',
      '-',
      '^',
      ':',
      '(',
      ')',
      '{',
      '}',
      '+',
      ',',
      'NEAR',
      'AND',
      'OR',
      'NOT',
      'budget',
      "'",
      '\\',
      '“',
      '\0',
      ' ',
    ]
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        valueOf(library.store.articles.list({ ...EVERYTHING, text }))
      }),
      { numRuns: runs(150) },
    )
  })

  it('a damaged index is mended from the stored text when someone searches, and is never a damaged library', async () => {
    using other = openTestLibrary()
    const articleId = newArticleId()
    valueOf(other.store.articles.create(updateRow(articleId, 'a')))
    valueOf(
      other.store.articles.project(projectionRow(articleId, { headline: 'Harbour', body: 'harbour lights' })),
    )
    other.store.close()
    tamper(other.path, 'DELETE FROM article_search_data WHERE id > 10')
    const { faults } = valueOf(await other.reopen('read-only').verify())
    expect(faults.map(({ detail }) => detail).join()).toContain('article_search')
    expect(other.store.articles.list({ ...EVERYTHING, text: 'lights' })).toMatchObject({
      error: { type: 'StorageFailed' },
    })
    const { rows } = valueOf(other.reopen().articles.list({ ...EVERYTHING, text: 'lights' }))
    expect(rows.map(({ id }) => id)).toEqual([articleId])
  })
})
