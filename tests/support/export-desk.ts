// The exports and publishing groups on a real core, library and folder, with a save dialog that answers what the test says.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createExportJob } from '#core/exports/export-job.ts'
import { createExportsHandlers } from '#core/router/exports-handlers.ts'
import { createPublishingHandlers, type PublishingDeps } from '#core/router/publishing-handlers.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { sha256Hex } from '#core/storage/sha256.ts'
import type { Article } from '#shared/article/article.ts'
import { type ArticleId, assetIdSchema } from '#shared/article/ids.ts'
import { NO_STAMPS, type Stamps } from '#shared/article/stamps.ts'
import type { Handlers } from '#shared/ipc/desktop-api.ts'
import { ok } from '#shared/ipc/result.ts'
import { openTestCore, type TestCore } from './open-test-core.ts'
import { valueOf } from './open-test-library.ts'
import { fullProfile, landscapePng } from './full-article.ts'

export interface ExportDesk {
  readonly test: TestCore
  readonly handlers: Handlers['exports']
  readonly publishing: Handlers['publishing']
  readonly folder: string
  /** What the save dialog answers next: a file name in `folder`, or null for a cancelled one. */
  answer: string | null
  /** What somebody does while the save dialog is open. */
  whileAsking: () => Promise<void>
  /** What the checks find from now on. */
  errors: string[]
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
  const leaving = {
    store,
    clock: test.clock,
    articleOf: (articleId: ArticleId) => test.core.articleOf(articleId),
    author: () => AUTHOR,
    checkErrors: () => ok(desk.errors),
  }
  const outside: Pick<PublishingDeps, 'broadcast' | 'dialogs'> = {
    broadcast: (group, name, payload, to) =>
      void test.events.push({ event: `${group}.${String(name)}`, payload, to }),
    dialogs: {
      openFiles: async () => null,
      saveFile: async (question) => {
        asked.push(question)
        await desk.whileAsking()
        return desk.answer === null ? null : path.join(folder, desk.answer)
      },
    },
  }
  const job = createExportJob({ ...leaving, takeRevision: (request) => test.core.takeRevision(request) })
  const desk: ExportDesk = {
    test,
    folder,
    answer: 'story.html',
    whileAsking: async () => {},
    asked,
    errors: [],
    handlers: createExportsHandlers({ job, ...outside }),
    publishing: createPublishingHandlers({
      ...leaving,
      ...outside,
      job,
      log: () => undefined,
      drafts: test.core.drafts,
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
