// DR8, DR9: what this version does not know is shown, never edited, and not one byte of its log changes.
import * as Y from 'yjs'
import { type ArticleId, newArticleId, toInstant } from '#shared/article/ids.ts'
import { seedDraft } from '#shared/article/seed.ts'
import { contentOf, createDraftDoc } from '#shared/draft/draft-doc.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import { article } from '#tests/support/builders.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { expectAccessible } from './support/accessibility.ts'
import { galley } from './support/at-the-desk.ts'
import { expect, test } from './support/launch-stet.ts'
import { lookInto, seedLibrary } from './support/seed-library.ts'
import { stetCommand } from './support/stet-command.ts'

test.use({ startsAtOnce: false })

/** A draft as a newer Stet would leave it: an ordinary beginning, then a change this version has no words for. */
function putDraft(store: LibraryStore, headline: string, change: (doc: Y.Doc) => void): ArticleId {
  const articleId = newArticleId()
  const facts = {
    articleId,
    origin: 'window',
    author: 'A. Colleague',
    schemaVersion: SCHEMA_VERSION,
    at: toInstant(Date.now()),
    zone: 'UTC',
  } as const
  const doc = createDraftDoc()
  Y.applyUpdate(
    doc,
    seedDraft(article({ headline, body: ['The boat leaves at noon.', 'Nobody knows when it returns.'] })),
  )
  valueOf(store.articles.create({ ...facts, origin: 'create', bytes: Y.encodeStateAsUpdate(doc) }))
  const before = Y.encodeStateVector(doc)
  change(doc)
  valueOf(store.updates.append({ ...facts, bytes: Y.encodeStateAsUpdate(doc, before) }))
  return articleId
}

/** A node that nobody here knows, between two paragraphs. */
function hologram(doc: Y.Doc): void {
  const element = new Y.XmlElement('hologram')
  element.insert(0, [new Y.XmlText('Seen from all sides')])
  contentOf(doc).insert(4, [element])
}

/** A mark that nobody here knows, on a word. */
function glow(doc: Y.Doc): void {
  const words = (contentOf(doc).get(3) as Y.XmlElement).get(0) as Y.XmlText
  words.format(4, 4, { glow: {} })
}

test('DR8, DR9: a draft with an unknown node or mark opens read-only, whole, and its log stays as it is', async ({
  stet,
}) => {
  const drafts = seedLibrary(stet.library, (store) => ({
    node: putDraft(store, 'A story with a hologram', hologram),
    mark: putDraft(store, 'A story that glows', glow),
  }))
  const logs = () =>
    lookInto(stet.library, (store) => ({
      node: valueOf(store.updates.read(drafts.node)),
      mark: valueOf(store.updates.read(drafts.mark)),
      revisions: [drafts.node, drafts.mark].map((id) => valueOf(store.revisions.list(id))),
    }))
  const before = logs()
  expect(before.node.seq).toBe(2)

  await stet.launch({ open: drafts.node })
  const { page } = stet
  const keys = page.keyboard
  const text = page.getByRole('article', { name: 'Article, read-only' })
  for (const [headline, unknown, extra] of [
    ['A story with a hologram', 'hologram', 'Seen from all sides'],
    ['A story that glows', 'glow', 'boat'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Desk' }).getByText(headline).click()
    await expect(text.locator('h1')).toHaveText(headline)
    for (const words of ['The boat leaves at noon.', 'Nobody knows when it returns.', extra])
      await expect(text).toContainText(words)
    const banner = page
      .getByRole('status')
      .filter({ hasText: 'You can read this article but not change it.' })
    await expect(banner).toBeVisible()
    await expect(banner).toContainText('this version of Stet does not know')
    await expect(banner).toContainText(unknown)
    await expect(galley(page)).toHaveCount(0)

    // Everything that writes, tried all the same.
    const shown = await text.textContent()
    await text.click()
    await keys.type('Overwritten')
    for (const key of [
      'Enter',
      'Backspace',
      'Control+a',
      'Delete',
      'Control+x',
      'Control+v',
      'Control+z',
      'Control+b',
    ])
      await keys.press(key)
    expect(await text.textContent()).toBe(shown)
    await expect(page.getByRole('tabpanel').getByRole('textbox', { name: 'Slugline' })).toBeDisabled()
  }
  await expectAccessible(page, 'a read-only draft')
  await stet.quit()

  expect(logs()).toEqual(before)
  const verified = stetCommand(stet.library, 'verify')
  expect(verified).toMatchObject({ exit: 0, json: { ok: true, updates: 4, faults: [] } })
  const listed = stetCommand(stet.library, 'list')
  expect(JSON.stringify(listed.json)).toContain('A story that glows')
  const shown = stetCommand(stet.library, 'show', drafts.node)
  expect(shown.err + JSON.stringify(shown.json)).toContain('hologram')
  expect(logs()).toEqual(before)
})
