// The desk through the contract: creating, duplicating, acting, importing.
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '#shared/article/ids.ts'
import { headText } from '#shared/article/plain-text.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { EVERYTHING } from '#shared/library/article-summary.ts'
import { article } from '#tests/support/builders.ts'
import { createFailingDisk, FULL } from '#tests/support/failing-store.ts'
import { openTestCore, type TestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { newProfileId } from '#shared/article/output-profile.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

const call = { windowId: 1 }
const act = (
  test: TestCore,
  articleId: ArticleId,
  verb: 'file' | 'ready' | 'spike' | 'kill' | 'revive' | 'return',
) => test.core.handlers.library.act({ articleId, verb }, call)

describe('new articles', () => {
  it('are listed at once, in the language and with the name of the settings', () => {
    using test = openTestCore({ settings: { language: 'ko', personName: 'Kim' } })
    const articleId = test.create()
    const { meta } = valueOf(test.core.articleOf(articleId)).article
    expect([meta.language, meta.people[0]?.name]).toEqual(['ko', 'Kim'])
    expect(valueOf(test.library.store.articles.list(EVERYTHING)).rows.map((row) => row.id)).toEqual([
      articleId,
    ])
    expect(test.told('library.changed').at(-1)?.payload).toEqual({ articleIds: [articleId] })
  })

  it('the sample is a whole article', async () => {
    using test = openTestCore()
    const { articleId } = valueOf(await test.core.handlers.library.create({ from: 'sample' }, call))
    expect(headText(valueOf(test.core.articleOf(articleId)).article.content, 'headline')).not.toBe('')
    expect(valueOf(test.library.store.articles.get(articleId)).words).toBeGreaterThan(100)
  })

  it('leave nothing behind when the disk refuses', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    disk.fails = FULL
    expect(await test.core.handlers.library.create({ from: 'blank' }, call)).toEqual({
      ok: false,
      error: FULL,
    })
    expect(valueOf(test.library.store.articles.ids())).toEqual([])
  })

  it('a duplicate takes words and fields, unsaved ones of an open draft included, and goes its own way', async () => {
    using test = openTestCore()
    const original = article({
      headline: 'Twice',
      meta: { slugline: 'twice', urlSlug: 'twice', section: 'World' },
    })
    const articleId = valueOf(test.core.importArticle(original, NO_STAMPS, ''))
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'Not ')
    window.push()
    const copy = valueOf(await test.core.handlers.library.duplicate({ articleId }, call)).articleId
    const { content, meta } = valueOf(test.core.articleOf(copy)).article
    expect(headText(content, 'headline')).toBe('Not Twice')
    expect(meta).toMatchObject({ slugline: 'twice copy', urlSlug: '', section: 'World' })
    expect(valueOf(test.library.store.articles.get(copy)).status).toBe('draft')
  })
})

describe('ST5: verbs', () => {
  it('lead along the allowed ways, with an event, a revision and word to the desk', async () => {
    using test = openTestCore()
    const articleId = test.create()
    expect(valueOf(await act(test, articleId, 'file')).status).toBe('in-review')
    expect(valueOf(await act(test, articleId, 'ready')).status).toBe('ready')
    expect(await act(test, articleId, 'kill')).toEqual({
      ok: false,
      error: { type: 'InvalidTransition', from: 'ready', verb: 'kill' },
    })
    expect(valueOf(test.library.store.revisions.list(articleId)).map((revision) => revision.label)).toEqual([
      'ready',
      'file',
    ])
    expect(test.told('library.changed').length).toBeGreaterThanOrEqual(3)
  })

  it('ST1: move no public stamp', async () => {
    using test = openTestCore()
    const articleId = test.create()
    await act(test, articleId, 'ready')
    expect(valueOf(await test.core.handlers.library.get({ articleId }, call)).stamps).toEqual(NO_STAMPS)
  })

  it('answer an article that is not there', async () => {
    using test = openTestCore()
    expect(await act(test, 'ab'.repeat(16) as ArticleId, 'spike')).toMatchObject({
      error: { type: 'ArticleNotFound' },
    })
  })
})

describe('imports', () => {
  it('ST2: bring their public stamps and a revision of what came in', async () => {
    using test = openTestCore()
    const stamps = {
      published: { at: 1_646_400_900_000, zone: 'Europe/Madrid' },
      updated: { at: 1_646_564_100_000, zone: 'Europe/Madrid' },
    } as never
    const articleId = valueOf(test.core.importArticle(article(), stamps, 'wire.txt'))
    expect(valueOf(await test.core.handlers.library.get({ articleId }, call)).stamps).toEqual(stamps)
    expect(valueOf(test.library.store.revisions.list(articleId))).toMatchObject([
      { kind: 'import', label: 'wire.txt' },
    ])
  })
})

describe('IM5: an import', () => {
  const stamps = {
    published: { at: 1_646_400_900_000, zone: 'Europe/Madrid' },
    updated: { at: 1_646_564_100_000, zone: 'Europe/Madrid' },
  } as never

  it('is whole or not there, wherever the disk fills up', async () => {
    for (let room = 0; room <= 5; room += 1) {
      const { disk, wrapStore } = createFailingDisk()
      using test = openTestCore({ wrapStore })
      disk.room = room
      const imported = test.core.importArticle(article({ headline: 'Whole' }), stamps, 'wire.txt')
      disk.room = null
      test.crash()
      const { store } = test.library
      if (!imported.ok) {
        expect([room, valueOf(store.articles.ids())]).toEqual([room, []])
        continue
      }
      const articleId = imported.value
      expect(valueOf(store.workflow.stamps(articleId))).toEqual(stamps)
      expect(valueOf(store.revisions.list(articleId))).toMatchObject([{ number: 1, kind: 'import' }])
      expect(valueOf(store.articles.get(articleId)).headline).toBe('Whole')
      expect(valueOf(await store.verify()).faults).toEqual([])
    }
  })

  it('tells the history of its first revision', () => {
    using test = openTestCore()
    const articleId = valueOf(test.core.importArticle(article(), stamps, 'wire.txt'))
    expect(test.told('revisions.changed').map(({ payload }) => payload)).toEqual([{ articleId }])
  })
})

describe('the desk keeps', () => {
  it('sections and output profiles', async () => {
    using test = openTestCore()
    const { library, profiles } = test.core.handlers
    valueOf(await library.saveSections({ sections: ['World', 'Courts'] }, call))
    expect(valueOf(await library.sections({}, call))).toEqual(['World', 'Courts'])
    const profile = { ...valueOf(await library.profile({}, call)), publicationName: 'The Paper' }
    valueOf(await profiles.save(profile, call))
    expect(valueOf(await library.profile({}, call))).toEqual(profile)
    const weekend = { ...profile, id: newProfileId(), name: 'Weekend', theme: 'longform' as const }
    valueOf(await profiles.save(weekend, call))
    expect(valueOf(await profiles.list({}, call))).toEqual({
      defaultId: profile.id,
      profiles: [profile, weekend],
    })
    expect(test.told('profiles.changed')).toHaveLength(2)
  })
})
