// DR8 / D11: what this version does not know is shown, never edited, and not one byte of its log changes.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type ArticleId, newArticleId } from '#shared/article/ids.ts'
import { seedDraft } from '#shared/article/seed.ts'
import { contentOf, createDraftDoc, metaOf } from '#shared/draft/draft-doc.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import { article } from '#tests/support/builders.ts'
import { openTestCore, type TestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

function store(
  test: TestCore,
  change: (doc: Y.Doc) => void,
  schemaVersion: number = SCHEMA_VERSION,
): ArticleId {
  const doc = createDraftDoc()
  Y.applyUpdate(doc, seedDraft(article({ headline: 'From tomorrow', meta: { slugline: 'tomorrow' } })))
  change(doc)
  const articleId = newArticleId()
  valueOf(
    test.library.store.articles.create({
      articleId,
      bytes: Y.encodeStateAsUpdate(doc),
      origin: 'create',
      author: '',
      schemaVersion,
      at: test.clock.now(),
      zone: 'UTC',
    }),
  )
  return articleId
}

function hologram(doc: Y.Doc): void {
  const element = new Y.XmlElement('hologram')
  element.insert(0, [new Y.XmlText('seen from all sides')])
  contentOf(doc).insert(4, [element])
}
function glow(doc: Y.Doc): void {
  const paragraph = contentOf(doc).get(3) as Y.XmlElement
  const words = paragraph.get(0) as Y.XmlText
  words.format(0, 3, { glow: {} })
}
const cases: readonly [string, 'UnknownContent' | 'SchemaTooNew', (doc: Y.Doc) => void, number][] = [
  ['an unknown node', 'UnknownContent', hologram, SCHEMA_VERSION],
  ['an unknown mark', 'UnknownContent', glow, SCHEMA_VERSION],
  [
    'an unknown attribute',
    'UnknownContent',
    (doc: Y.Doc) => (contentOf(doc).get(3) as Y.XmlElement).setAttribute('mood', 'blue'),
    SCHEMA_VERSION,
  ],
  [
    'an unknown field',
    'UnknownContent',
    (doc: Y.Doc) => void metaOf(doc).set('mood', 'blue'),
    SCHEMA_VERSION,
  ],
  ['a newer grammar', 'SchemaTooNew', hologram, SCHEMA_VERSION + 1],
  ['a newer grammar that looks like ours', 'SchemaTooNew', () => undefined, SCHEMA_VERSION + 1],
]

describe.each(cases)('DR8: a draft with %s', (_, reason, change, schemaVersion) => {
  it('opens read-only with its text, hands no state to an editor, and its log does not change', async () => {
    using test = openTestCore()
    const articleId = store(test, change, schemaVersion)
    const before = valueOf(test.library.store.updates.read(articleId))
    const opened = valueOf(test.core.drafts.open(articleId, 1))
    expect(opened.access).toMatchObject({ mode: 'read-only', reason })
    expect(opened.state.byteLength).toBe(0)
    const shown = JSON.stringify(opened.access)
    expect(shown).toContain('answered on Tuesday')
    if (change === hologram) expect(shown).toContain('seen from all sides')

    const stranger = createDraftDoc()
    Y.applyUpdate(stranger, before.updates[0] as Uint8Array)
    contentOf(stranger).delete(0, 1)
    expect(test.core.drafts.push(articleId, Y.encodeStateAsUpdate(stranger), 1)).toMatchObject({
      error: { type: 'DraftReadOnly' },
    })
    expect(test.core.articleOf(articleId)).toMatchObject({ ok: false, error: { type: reason } })
    test.clock.advance(3_600_000)
    test.core.windowClosed(1)
    test.crash()
    expect(valueOf(test.library.store.updates.read(articleId))).toEqual(before)
    expect(valueOf(test.library.store.revisions.list(articleId))).toEqual([])
  })

  it('is listed and found by what can be read of it, with its problem', () => {
    using test = openTestCore()
    const articleId = store(test, change, schemaVersion)
    test.crash()
    const row = valueOf(test.library.store.articles.get(articleId))
    expect(row).toMatchObject({ headline: 'From tomorrow', slugline: 'tomorrow' })
    expect(row.problem).toContain(reason)
  })

  it('can be spiked, and is refused for what needs an article', async () => {
    using test = openTestCore()
    const articleId = store(test, change, schemaVersion)
    const call = { windowId: 1 }
    expect(await test.core.handlers.library.act({ articleId, verb: 'spike' }, call)).toMatchObject({
      value: { status: 'spiked' },
    })
    expect(await test.core.handlers.library.duplicate({ articleId }, call)).toMatchObject({
      error: { type: reason },
    })
    expect(await test.core.handlers.revisions.take({ articleId, label: 'x' }, call)).toMatchObject({
      error: { type: reason },
    })
  })
})

describe('a library that is read-only', () => {
  it('opens drafts for reading, with their state and their content', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const core = test.crash('read-only')
    const opened = valueOf(core.drafts.open(articleId, 1))
    expect(opened.access).toMatchObject({ mode: 'read-only', reason: 'LibraryReadOnly' })
    expect(opened.state.byteLength).toBeGreaterThan(0)
    expect(core.drafts.push(articleId, new Uint8Array([0, 0]), 1)).toMatchObject({
      error: { type: 'DraftReadOnly' },
    })
    core.windowClosed(1)
  })
})

describe('D2: a draft with a change missing', () => {
  it('is refused as damaged, whole text or nothing', async () => {
    using test = openTestCore({
      wrapStore: (real) => ({
        ...real,
        updates: {
          ...real.updates,
          read(articleId) {
            const stored = real.updates.read(articleId)
            if (!stored.ok || stored.value.updates.length < 3) return stored
            const { updates, ...rest } = stored.value
            return { ok: true, value: { ...rest, updates: updates.filter((__, index) => index !== 1) } }
          },
        },
      }),
    })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    for (const text of ['a', 'b', 'c']) {
      window.type('headline', text)
      window.push()
    }
    window.close()
    const core = test.core
    expect(core.drafts.open(articleId, 1)).toMatchObject({ ok: false, error: { type: 'DraftDamaged' } })
    expect(core.articleOf(articleId)).toMatchObject({ ok: false, error: { type: 'DraftDamaged' } })
    expect(await core.handlers.library.act({ articleId, verb: 'spike' }, { windowId: 1 })).toMatchObject({
      error: { type: 'DraftDamaged' },
    })
  })
})
