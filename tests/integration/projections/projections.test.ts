// DR1: rows and search are rebuilt from the logs; nothing is rebuilt into them.
import { describe, expect, it } from 'vitest'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { EVERYTHING } from '#shared/library/article-summary.ts'
import { article, node, paragraph } from '#tests/support/builders.ts'
import { createFailingDisk, FULL } from '#tests/support/failing-store.ts'
import { openTestCore, type TestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

const found = (test: TestCore, text: string) =>
  valueOf(test.library.store.articles.list({ ...EVERYTHING, text })).rows.map((row) => row.id)

describe('projections', () => {
  it('know what the desk asks for: words, TK, people, byline, embargo; the stash is searched and not counted', () => {
    using test = openTestCore()
    const embargo = { at: 1_900_000_000_000, zone: 'Asia/Seoul' } as never
    const articleId = valueOf(
      test.core.importArticle(
        article({
          headline: 'Water ruling',
          body: ['Five words are in here.', paragraph('TK'), node('stash', paragraph('umbrella'))],
          meta: {
            section: 'World',
            embargo,
            people: [{ id: 'p1', rank: 1, lead: 'By', name: 'A. Writer', role: '', profileUrl: '' }],
          },
        }),
        NO_STAMPS,
        '',
      ),
    )
    expect(valueOf(test.library.store.articles.get(articleId))).toMatchObject({
      headline: 'Water ruling',
      section: 'World',
      words: 6,
      hasTk: true,
      byline: 'By A. Writer',
      embargo,
      problem: null,
    })
    expect(found(test, 'umbrella')).toEqual([articleId])
  })

  it('that the disk refused are made good at the next start', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'Umbrella')
    window.push()
    disk.fails = FULL
    test.clock.advance(2_000)
    expect(found(test, 'umbrella')).toEqual([])
    disk.fails = null
    test.crash()
    expect(found(test, 'umbrella')).toEqual([articleId])
  })

  it('of many articles are caught up: some at once, the rest while the window lives', () => {
    using test = openTestCore({
      wrapStore: (store) => ({
        ...store,
        articles: {
          ...store.articles,
          project: (row) => (isOff ? { ok: true, value: null } : store.articles.project(row)),
        },
      }),
    })
    let isOff = true
    const ids = Array.from({ length: 30 }, () => test.create())
    isOff = false
    expect(valueOf(test.library.store.articles.behind())).toHaveLength(30)
    test.crash()
    expect(valueOf(test.library.store.articles.behind())).toHaveLength(10)
    test.clock.advance(10 * 10)
    expect(valueOf(test.library.store.articles.behind())).toEqual([])
    expect(new Set(valueOf(test.library.store.articles.list(EVERYTHING)).rows.map((row) => row.id))).toEqual(
      new Set(ids),
    )
  })

  it('can all be thrown away and rebuilt, and are then the same', () => {
    using test = openTestCore()
    const ids = ['One', 'Two', 'Three'].map((headline) =>
      valueOf(test.core.importArticle(article({ headline }), NO_STAMPS, '')),
    )
    const before = ids.map((id) => valueOf(test.library.store.articles.get(id)))
    expect(valueOf(test.core.rebuild())).toEqual({ rebuilt: 3, unreadable: [] })
    expect(ids.map((id) => valueOf(test.library.store.articles.get(id)))).toEqual(before)
  })
})
