import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { sha256Hex } from '#core/storage/sha256.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { stampDatetime } from '#shared/article/format-stamp.ts'
import { err } from '#shared/ipc/result.ts'
import { article, node, paragraph } from '#tests/support/builders.ts'
import { AUTHOR, openExportDesk } from '#tests/support/export-desk.ts'
import {
  DESK_CANARY,
  figure,
  fullProfile,
  PUBLISHED,
  stash,
  STASH_CANARY,
  UPDATED,
} from '#tests/support/full-article.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { parsePage } from '#tests/support/parse-page.ts'

const CALLER = { windowId: 1 }
const READERS = { format: 'html', purpose: 'readers', moveUpdated: false, allowTk: false } as const
const story = () =>
  article({
    headline: 'Bridge opens',
    body: ['It opened.', stash()],
    meta: { deskNote: DESK_CANARY, section: 'World' },
  })
const publishedOf = (html: string): unknown => parsePage(html).jsonLd['datePublished']
const modifiedOf = (html: string): unknown => parsePage(html).jsonLd['dateModified']
const stampsOf = (store: LibraryStore, id: ArticleId) => valueOf(store.workflow.stamps(id))

describe('ST2: Published is set once, by the first page for readers', () => {
  test('and that page shows it', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    desk.test.clock.advance(60_500)
    const saved = valueOf(await desk.handlers.save({ articleId: id, ...READERS }, CALLER))
    const { published, updated } = stampsOf(desk.test.library.store, id)
    expect(published).not.toBeNull()
    expect(updated).toBeNull()
    expect(saved.stamps).toEqual({ published, updated })
    const html = desk.read('story.html')
    expect(publishedOf(html)).toBe(stampDatetime(published ?? PUBLISHED, 'Asia/Seoul'))
    expect(saved.sha256).toBe(sha256Hex(html))
  })

  test('a later export keeps it, and without a choice nothing is Updated', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const first = valueOf(await desk.handlers.save({ articleId: id, ...READERS }, CALLER))
    desk.test.clock.advance(86_400_000)
    const second = valueOf(await desk.handlers.save({ articleId: id, ...READERS }, CALLER))
    expect(second.stamps).toEqual(first.stamps)
    expect(second.sha256).toBe(first.sha256)
  })

  test('an imported one is kept', async () => {
    using desk = openExportDesk()
    const id = desk.add(story(), { published: PUBLISHED, updated: UPDATED })
    const saved = valueOf(await desk.handlers.save({ articleId: id, ...READERS }, CALLER))
    expect(saved.stamps).toEqual({ published: PUBLISHED, updated: UPDATED })
    expect(desk.read('story.html')).toContain(
      'Published <time datetime="2022-03-04T17:35:00+09:00">March 4, 2022 5:35 p.m. KST</time>',
    )
  })

  test('two saves at the same time find it set once', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const both = await Promise.all(
      [1, 2].map(async () => desk.handlers.save({ articleId: id, ...READERS }, CALLER)),
    )
    expect(both.map((one) => one.ok)).toEqual([true, true])
    expect(valueOf(await desk.handlers.save({ articleId: id, ...READERS }, CALLER)).sha256).toBe(
      valueOf(both[0] ?? err(null)).sha256,
    )
  })

  test('Markdown for readers sets none', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    desk.answer = 'story.md'
    const saved = valueOf(await desk.handlers.save({ articleId: id, ...READERS, format: 'markdown' }, CALLER))
    expect(saved.stamps).toEqual({ published: null, updated: null })
  })
})

describe('ST3: Updated moves only when a person asks for it', () => {
  test('once there is a Published', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const first = valueOf(await desk.handlers.save({ articleId: id, ...READERS, moveUpdated: true }, CALLER))
    expect(first.stamps.updated).toBeNull()
    desk.test.clock.advance(3_600_000)
    const second = valueOf(await desk.handlers.save({ articleId: id, ...READERS, moveUpdated: true }, CALLER))
    expect(second.stamps.published).toEqual(first.stamps.published)
    expect((second.stamps.updated?.at ?? 0) - (first.stamps.published?.at ?? 0)).toBe(3_600_000)
    expect(modifiedOf(desk.read('story.html'))).toBe(
      stampDatetime(second.stamps.updated ?? PUBLISHED, 'Asia/Seoul'),
    )
  })
})

describe('ST4: a proof or a preview moves nothing and carries noindex', () => {
  test('a saved proof', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const { store } = desk.test.library
    const before = valueOf(store.revisions.list(id)).length
    valueOf(
      await desk.handlers.save({ articleId: id, ...READERS, purpose: 'proof', moveUpdated: true }, CALLER),
    )
    expect(stampsOf(store, id)).toEqual({ published: null, updated: null })
    expect(valueOf(store.workflow.status(id))).toBe('draft')
    expect(valueOf(store.revisions.list(id))).toHaveLength(before)
    expect(parsePage(desk.read('story.html')).meta('robots')).toEqual(['noindex'])
  })

  test('a proof of a published piece that asks for Updated', async () => {
    using desk = openExportDesk()
    const id = desk.add(story(), { published: PUBLISHED, updated: null })
    valueOf(
      await desk.handlers.save({ articleId: id, ...READERS, purpose: 'proof', moveUpdated: true }, CALLER),
    )
    expect(desk.read('story.html')).not.toContain('Updated')
    expect(stampsOf(desk.test.library.store, id).updated).toBeNull()
  })

  test('previews of all kinds', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const { store } = desk.test.library
    const [imported] = valueOf(store.revisions.list(id))
    for (const purpose of ['readers', 'proof'] as const)
      for (const revisionId of [null, imported?.id ?? null])
        valueOf(await desk.handlers.preview({ articleId: id, revisionId, purpose }, CALLER))
    expect(stampsOf(store, id)).toEqual({ published: null, updated: null })
    expect(valueOf(store.revisions.list(id))).toHaveLength(1)
  })
})

describe('EX2: the preview is the export, byte for byte', () => {
  test.each(['readers', 'proof'] as const)('for %s, before and after publication', async (purpose) => {
    using desk = openExportDesk()
    const id = desk.add(story())
    for (let round = 0; round < 3; round++) {
      const preview = valueOf(
        await desk.handlers.preview({ articleId: id, revisionId: null, purpose }, CALLER),
      )
      const saved = valueOf(await desk.handlers.save({ articleId: id, ...READERS, purpose }, CALLER))
      expect(preview.html).toBe(desk.read('story.html'))
      expect(preview.sha256).toBe(saved.sha256)
      desk.test.clock.advance(purpose === 'readers' ? 90_000 : 0)
    }
  })

  test('the page names the revision it was made from', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    valueOf(await desk.handlers.save({ articleId: id, ...READERS }, CALLER))
    const [newest] = valueOf(desk.test.library.store.revisions.list(id))
    expect(newest?.kind).toBe('export')
    const page = parsePage(desk.read('story.html'))
    expect(page.jsonLd['version']).toBe(newest?.number)
    expect(page.text).toContain(newest?.contentHash)
  })
})

describe('the record of an export', () => {
  test('edition, stamps and desk event are there; the status is published; windows are told', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    valueOf(await desk.handlers.save({ articleId: id, ...READERS }, CALLER))
    const { store } = desk.test.library
    expect(valueOf(store.workflow.status(id))).toBe('published')
    expect(desk.test.told('library.changed').at(-1)?.payload).toEqual({ articleIds: [id] })
    const verified = valueOf(await store.verify())
    expect(verified.editions).toBe(1)
    expect(verified.faults).toEqual([])
  })

  test('a failed record leaves no file, and a file that was there as it was', async () => {
    const broken = (store: LibraryStore): LibraryStore => ({
      ...store,
      editions: { ...store.editions, record: () => err({ type: 'DiskFull', detail: 'no space left' }) },
    })
    using desk = openExportDesk({ wrapStore: broken })
    const id = desk.add(story())
    expect(await desk.handlers.save({ articleId: id, ...READERS }, CALLER)).toMatchObject({
      error: { type: 'DiskFull' },
    })
    expect(desk.files()).toEqual([])
    expect(stampsOf(desk.test.library.store, id)).toEqual({ published: null, updated: null })
  })

  test('a place that cannot be written records nothing', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    mkdirSync(path.join(desk.folder, 'story.html'))
    expect(await desk.handlers.save({ articleId: id, ...READERS }, CALLER)).toMatchObject({
      error: { type: 'WriteFailed' },
    })
    expect(stampsOf(desk.test.library.store, id).published).toBeNull()
    expect(valueOf(desk.test.library.store.workflow.status(id))).toBe('draft')
  })

  test('a file lost between record and name is written again, the very same', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const first = valueOf(await desk.handlers.save({ articleId: id, ...READERS }, CALLER))
    desk.test.clock.advance(600_000)
    desk.answer = 'again.html'
    expect(valueOf(await desk.handlers.save({ articleId: id, ...READERS }, CALLER)).sha256).toBe(first.sha256)
    expect(desk.read('again.html')).toBe(desk.read('story.html'))
  })
})

describe('what stops a save, before anybody is asked for a file name', () => {
  test.each([
    [
      'a TK',
      article({ body: ['The mayor TK.'] }),
      { type: 'LeakFound', kind: 'TK', place: 'paragraph 1: The mayor TK.' },
    ],
    ['no headline', article({ headline: '' }), { type: 'HeadlineMissing' }],
  ])('%s', async (_name, draft, error) => {
    using desk = openExportDesk()
    const id = desk.add(draft)
    expect(await desk.handlers.save({ articleId: id, ...READERS }, CALLER)).toEqual({ ok: false, error })
    expect([desk.asked, desk.files()]).toEqual([[], []])
  })

  test('a spiked piece has to be revived first', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    valueOf(await desk.test.core.handlers.library.act({ articleId: id, verb: 'spike' }, CALLER))
    expect(await desk.handlers.save({ articleId: id, ...READERS }, CALLER)).toEqual({
      ok: false,
      error: { type: 'InvalidTransition', from: 'spiked', verb: 'publish' },
    })
  })

  test('a picture that the library has lost', async () => {
    using desk = openExportDesk()
    const id = desk.add(article({ body: [figure('d4'.repeat(32) as never, 'x', '', '')] }))
    expect(
      await desk.handlers.preview({ articleId: id, revisionId: null, purpose: 'proof' }, CALLER),
    ).toEqual({
      ok: false,
      error: { type: 'PictureNotFound', assetId: 'd4'.repeat(32) },
    })
  })

  test('a cancelled dialog moves nothing', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    desk.answer = null
    expect(await desk.handlers.save({ articleId: id, ...READERS }, CALLER)).toMatchObject({
      error: { type: 'Cancelled' },
    })
    expect(desk.asked).toEqual([
      { title: 'Export the page', suggestedName: 'bridge-opens.html', extension: 'html' },
    ])
    expect(valueOf(desk.test.library.store.revisions.list(id))).toHaveLength(1)
  })

  test('a TK passes by consent', async () => {
    using desk = openExportDesk()
    const id = desk.add(article({ body: ['The mayor TK.'] }))
    expect((await desk.handlers.save({ articleId: id, ...READERS, allowTk: true }, CALLER)).ok).toBe(true)
  })
})

test('S7: nothing private is in any file or clipboard flavour, pictures beside the page included', async () => {
  using desk = openExportDesk()
  const { store } = desk.test.library
  valueOf(store.desk.saveProfile(fullProfile({ pictures: 'folder' })))
  const shown = desk.addPicture(40, 30)
  const hidden = desk.addPicture(30, 20)
  const id = desk.add(
    article({
      headline: 'Bridge opens',
      body: [
        figure(shown, 'A bridge', 'Open', ''),
        'It opened.',
        node('stash', paragraph(STASH_CANARY), figure(hidden, STASH_CANARY, '', '')),
      ],
      meta: { deskNote: DESK_CANARY },
    }),
  )
  desk.add(article({ headline: 'Canary of another article' }))
  const outputs: string[] = []
  for (const [format, name] of [
    ['html', 'a.html'],
    ['markdown', 'a.md'],
    ['text', 'a.txt'],
    ['json', 'a.json'],
  ] as const) {
    desk.answer = name
    valueOf(await desk.handlers.save({ articleId: id, ...READERS, format }, CALLER))
    outputs.push(desk.read(name))
    if (format !== 'json') {
      const copied = valueOf(await desk.handlers.text({ articleId: id, format }, CALLER))
      outputs.push(copied.text, copied.html ?? '')
    }
  }
  outputs.push(
    valueOf(await desk.handlers.preview({ articleId: id, revisionId: null, purpose: 'readers' }, CALLER))
      .html,
  )
  outputs.push(...desk.files())
  const secrets = [
    STASH_CANARY,
    DESK_CANARY,
    AUTHOR,
    'Canary',
    id,
    hidden.slice(0, 16),
    desk.folder,
    store.path,
    'A. Writer',
  ]
  for (const secret of secrets)
    for (const encoding of ['utf8', 'base64', 'utf16le'] as const) {
      const form =
        encoding === 'utf16le'
          ? Buffer.from(secret, 'utf16le').toString('utf8')
          : Buffer.from(secret).toString(encoding).replace(/=+$/, '')
      expect(outputs.filter((output) => output.includes(form))).toEqual([])
    }
  expect(desk.files()).toContain(`bridge-opens-pictures/${shown.slice(0, 16)}.png`)
})

test('copying as clean HTML, Markdown and text', async () => {
  using desk = openExportDesk()
  const id = desk.add(story())
  const html = valueOf(await desk.handlers.text({ articleId: id, format: 'html' }, CALLER))
  expect(html.html).toBe(html.text)
  expect(html.text).toMatch(/^<article lang="en" dir="ltr">/)
  const markdown = valueOf(await desk.handlers.text({ articleId: id, format: 'markdown' }, CALLER))
  expect(markdown).toEqual({ text: '# Bridge opens\n\nIt opened.\n', html: null })
  expect(valueOf(await desk.handlers.text({ articleId: id, format: 'text' }, CALLER)).text).toBe(
    'World\n\nBridge opens\n\nIt opened.\n',
  )
})

test('a preview says what a person should know, in sentences', async () => {
  using desk = openExportDesk()
  const shown = desk.addPicture(8, 8)
  valueOf(desk.test.library.store.desk.saveProfile(fullProfile({ publicationName: '', siteAddress: '' })))
  const id = desk.add(article({ headline: '🎉', body: [figure(shown, '', '', ''), 'TK'] }))
  const { warnings } = valueOf(
    await desk.handlers.preview({ articleId: id, revisionId: null, purpose: 'readers' }, CALLER),
  )
  expect(warnings).toHaveLength(5)
  for (const warning of warnings) expect(warning).toMatch(/\.$/)
})

test('an old revision is previewed as it was', async () => {
  using desk = openExportDesk()
  const id = desk.add(story())
  const [revision] = valueOf(desk.test.library.store.revisions.list(id))
  const preview = valueOf(
    await desk.handlers.preview(
      { articleId: id, revisionId: revision?.id ?? null, purpose: 'proof' },
      CALLER,
    ),
  )
  expect(parsePage(preview.html).jsonLd['version']).toBe(revision?.number)
  expect(preview.html).toContain('It opened.')
})

test('a folder nobody may write in', async () => {
  if (process.getuid?.() === 0) return // root may write everywhere
  using desk = openExportDesk()
  chmodSync(desk.folder, 0o500)
  const id = desk.add(story())
  expect(await desk.handlers.save({ articleId: id, ...READERS }, CALLER)).toMatchObject({
    error: { type: 'WriteFailed', detail: 'You may not write in this folder.' },
  })
})
