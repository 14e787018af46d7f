// Two windows, one draft, a real library: what is saved, what is told, and what a crash leaves.
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '#shared/article/ids.ts'
import { headText } from '#shared/article/plain-text.ts'
import { EVERYTHING } from '#shared/library/article-summary.ts'
import { openTestCore } from '#tests/support/open-test-core.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { articleFrom } from '#tests/support/draft-laws.ts'

const headline = (articleId: ArticleId, test: ReturnType<typeof openTestCore>): string =>
  headText(valueOf(test.core.articleOf(articleId)).article.content, 'headline')

describe('saving a draft', () => {
  it('DR2: an acknowledged push is in the log, and is there after a crash', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'Ministry answers')
    expect(valueOf(window.push())).toEqual({ seq: 2, savedAt: test.clock.now() })
    test.crash()
    expect(headline(articleId, test)).toBe('Ministry answers')
  })

  it('DR7: tells the other window and never echoes', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const first = await openWindow(test, articleId, 1)
    const second = await openWindow(test, articleId, 2)
    await openWindow(test, test.create(), 3)
    first.type('headline', 'Told')
    first.push()
    expect(test.told('drafts.changed').map((told) => told.to)).toEqual([{ only: 2 }])
    second.receive()
    expect(articleFrom(second.doc)).toEqual(articleFrom(first.doc))
  })

  it('DR1: rows and search follow within the ceiling and are caught up after a crash', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'Ministry answers')
    window.push()
    const list = () => valueOf(test.library.store.articles.list({ ...EVERYTHING, text: 'ministry' })).rows
    expect(list()).toEqual([])
    test.clock.advance(400)
    expect(list().map((row) => row.id)).toEqual([articleId])
    window.type('headline', 'Again: ')
    window.push()
    test.crash()
    expect(valueOf(test.library.store.articles.get(articleId)).headline).toBe('Again: Ministry answers')
  })
})
