// The exports group on a real core, library and folder, with a save dialog that answers what the test says.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createExportsHandlers } from '#core/router/exports-handlers.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { sha256Hex } from '#core/storage/sha256.ts'
import type { Article } from '#shared/article/article.ts'
import { type ArticleId, assetIdSchema } from '#shared/article/ids.ts'
import { NO_STAMPS, type Stamps } from '#shared/article/stamps.ts'
import type { Handlers } from '#shared/ipc/desktop-api.ts'
import { DEFAULT_SETTINGS } from '#shared/settings/settings.ts'
import { fakeSettings, openTestCore, type TestCore } from './open-test-core.ts'
import { valueOf } from './open-test-library.ts'
import { fullProfile, landscapePng } from './full-article.ts'

export interface ExportDesk {
  readonly test: TestCore
  readonly handlers: Handlers['exports']
  readonly folder: string
  /** What the save dialog answers next: a file name in `folder`, or null for a cancelled one. */
  answer: string | null
  /** What the dialog was asked. */
  readonly asked: { title: string; suggestedName: string; extension: string }[]
  add(article: Article, stamps?: Stamps): ArticleId
  addPicture(width: number, height: number): ReturnType<typeof assetIdSchema.parse>
  files(): string[]
  read(name: string): string
  [Symbol.dispose](): void
}

export const AUTHOR = 'Canary Author'

export function openExportDesk(
  options: { wrapStore?: (store: LibraryStore) => LibraryStore } = {},
): ExportDesk {
  const test = openTestCore()
  const folder = mkdtempSync(path.join(tmpdir(), 'stet-desk-'))
  const store = options.wrapStore?.(test.library.store) ?? test.library.store
  valueOf(store.desk.saveProfile(fullProfile()))
  const asked: ExportDesk['asked'] = []
  const desk: ExportDesk = {
    test,
    folder,
    answer: 'story.html',
    asked,
    handlers: createExportsHandlers({
      store,
      clock: test.clock,
      articleOf: (articleId) => test.core.articleOf(articleId),
      takeRevision: (request) => test.core.takeRevision(request),
      settings: fakeSettings({ ...DEFAULT_SETTINGS, personName: AUTHOR }),
      broadcast: (group, name, payload, to) =>
        void test.events.push({ event: `${group}.${String(name)}`, payload, to }),
      dialogs: {
        openFiles: async () => null,
        saveFile: async (question) => {
          asked.push(question)
          return desk.answer === null ? null : path.join(folder, desk.answer)
        },
      },
    }),
    add: (article, stamps = NO_STAMPS) => valueOf(test.core.importArticle(article, stamps, 'from a test')),
    addPicture(width, height) {
      const bytes = landscapePng(width, height)
      const assetId = assetIdSchema.parse(sha256Hex(bytes))
      valueOf(
        store.assets.put({ assetId, mime: 'image/png', width, height, byteLength: bytes.byteLength }, bytes),
      )
      return assetId
    },
    files: () => readdirSync(folder, { recursive: true }).map(String).sort(),
    read: (name) => readFileSync(path.join(folder, name), 'utf8'),
    [Symbol.dispose]() {
      rmSync(folder, { recursive: true, force: true })
      test[Symbol.dispose]()
    },
  }
  return desk
}
