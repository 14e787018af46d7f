// DR4: the rescue copy. What the library could not take is in a file that can be read again.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readAsStored } from '#shared/article/materialise.ts'
import { contentOf } from '#shared/draft/draft-doc.ts'
import { stetJsonToArticle } from '#shared/import/stet-json-to-article.ts'
import { articleFrom, replay } from '#tests/support/draft-laws.ts'
import { openTestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

const call = { windowId: 1 }
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-rescue-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the rescue copy', () => {
  it('is an article that the importer reads, named after the headline', async () => {
    const names: string[] = []
    using test = openTestCore({
      dialogs: {
        saveFile: async ({ suggestedName }) => {
          names.push(suggestedName)
          return join(folder, suggestedName)
        },
      },
    })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'Who/paid: “the” bill?')
    const state = Y.encodeStateAsUpdate(window.doc)
    const rescued = await test.core.handlers.drafts.rescue({ articleId, state }, call)
    expect(rescued).toEqual({ ok: true, value: { fileName: 'who-paid-the-bill-rescued.json' } })
    expect(readdirSync(folder)).toEqual(names)
    const read = stetJsonToArticle(readFileSync(join(folder, names[0] as string), 'utf8'))
    expect(read).toMatchObject({ ok: true, value: { article: articleFrom(window.doc) } })
  })

  it('takes a draft that this version cannot read along whole', async () => {
    using test = openTestCore({
      dialogs: { saveFile: async ({ suggestedName }) => join(folder, suggestedName) },
    })
    const articleId = test.create()
    const { doc } = await openWindow(test, articleId, 1)
    const hologram = new Y.XmlElement('hologram')
    hologram.insert(0, [new Y.XmlText('from tomorrow')])
    contentOf(doc).insert(3, [hologram])
    const { fileName } = valueOf(
      await test.core.handlers.drafts.rescue({ articleId, state: Y.encodeStateAsUpdate(doc) }, call),
    )
    const copy = JSON.parse(readFileSync(join(folder, fileName), 'utf8'))
    expect(JSON.stringify(copy.article)).toContain('from tomorrow')
    const draft = replay([Uint8Array.from(Buffer.from(copy.rescue.draft, 'base64'))])
    expect(readAsStored(draft)).toEqual(readAsStored(doc))
  })

  it('is refused when it could not be read again, cancelled by the person, or failed by the disk', async () => {
    let path: string | null = null
    using test = openTestCore({ dialogs: { saveFile: async () => path } })
    const articleId = test.create()
    const rescue = (state: Uint8Array) => test.core.handlers.drafts.rescue({ articleId, state }, call)
    const state = Y.encodeStateAsUpdate((await openWindow(test, articleId, 1)).doc)
    expect(await rescue(new Uint8Array([1, 2, 3]))).toMatchObject({ error: { type: 'UpdateRejected' } })
    expect(await rescue(state)).toEqual({ ok: false, error: { type: 'Cancelled' } })
    path = '/nowhere/at/all.json'
    expect(await rescue(state)).toMatchObject({ error: { type: 'WriteFailed', fileName: 'all.json' } })
  })
})
