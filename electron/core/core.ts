// The application without its window: builds the services on one open library, in order, and closes them in reverse. The
// window, the command line and the tests are three roots of the same core.
import type { Article } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { channels } from '#shared/ipc/channels.ts'
import { contract } from '#shared/ipc/contract.ts'
import type { Broadcast, Handlers } from '#shared/ipc/desktop-api.ts'
import { err, type Result } from '#shared/ipc/result.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import type { GrammarOutcome } from './drafts/draft-reading.ts'
import { createDraftRegistry, type DraftRegistry } from './drafts/draft-registry.ts'
import type { LoadOutcome } from './drafts/load-draft.ts'
import type { ExportJob } from './exports/export-job.ts'
import { createFromArticle } from './library/create-article.ts'
import { createLibraryHealth } from './library-health.ts'
import type { Clock, Dialogs, Log, SettingsPort } from './ports.ts'
import { createProjector } from './projections/projector.ts'
import { rebuildProjections } from './projections/rebuild.ts'
import { noteLook } from './revisions/note-look.ts'
import { type RevisionRequest, takeAutomaticRevision, takeRevision } from './revisions/take-revision.ts'
import { createAssetsHandlers } from './router/assets-handlers.ts'
import { createDraftsHandlers } from './router/drafts-handlers.ts'
import { lazyGroup } from './router/lazy-group.ts'
import { createLibraryHandlers } from './router/library-handlers.ts'
import { createReview } from './router/review-handlers.ts'
import { createRevisionsHandlers } from './router/revisions-handlers.ts'
import { createRouter, type Router } from './router/create-router.ts'
import type { LibraryStore } from './storage/library-store.ts'

export interface CoreDeps {
  readonly store: LibraryStore
  readonly clock: Clock
  readonly log: Log
  readonly settings: SettingsPort
  readonly dialogs: Dialogs
  readonly broadcast: Broadcast
  /** Development and tests check answers against the contract, too. */
  readonly checksAnswers?: boolean
}

/** The groups of the contract that need no shell. */
type CoreHandlers = Omit<Handlers, 'app' | 'settings'>

export interface Core {
  readonly handlers: CoreHandlers
  readonly drafts: DraftRegistry
  /** The dispatcher over every group: core's own and those of the shell. */
  router(shell: Pick<Handlers, 'app' | 'settings'>): Router
  /** The article as it is now, unsaved changes of an open draft included. */
  articleOf(articleId: ArticleId): Result<{ article: Article; seq: number }, LoadOutcome | GrammarOutcome>
  /** A new article with words and fields to begin with. */
  createArticle(article: Article): Result<ArticleId, StorageOutcome>
  /** A new article from an import, with the public stamps it brings. Content must be within the grammar. */
  importArticle(article: Article, stamps: Stamps, label: string): Result<ArticleId, StorageOutcome>
  takeRevision(request: RevisionRequest): Result<RevisionSummary, StorageOutcome>
  /** Every row and search text anew from the logs (DR1). */
  rebuild(): ReturnType<typeof rebuildProjections>
  windowClosed(windowId: number): void
  /** Saves and projects what waits; answers the articles that could not be saved (DR13). */
  flush(): readonly ArticleId[]
  /** Refuses further calls, drains. The store stays open: whoever opened it closes it. */
  close(): Promise<readonly ArticleId[]>
}

export function createCore(deps: CoreDeps): Core {
  const { store, clock, log, settings, dialogs, broadcast } = deps
  const author = (): string => settings.get().personName
  const revisionDeps = { store, clock, log, broadcast, author }
  const health = createLibraryHealth(broadcast)
  const projector = createProjector({
    store,
    clock,
    log,
    broadcast,
    readingOf: (articleId) => drafts.readingOf(articleId),
  })
  const drafts = createDraftRegistry({
    store,
    clock,
    log,
    broadcast,
    author,
    project: projector.project,
    takeRevision(kind, articleId, article) {
      const taken = takeAutomaticRevision(revisionDeps, { kind, articleId, article })
      if (!taken.ok) log('warn', 'revision-not-taken', { articleId, kind, outcome: taken.error.type })
      return taken.ok
    },
    onHealth: health.note,
    onLeft(articleId) {
      if (store.isReadOnly) return
      const kept = noteLook(revisionDeps, articleId)
      if (!kept.ok) log('warn', 'look-not-kept', { articleId, outcome: kept.error.type })
    },
  })
  const takeAndNote = (request: RevisionRequest): Result<RevisionSummary, StorageOutcome> => {
    const taken = takeRevision(revisionDeps, request)
    if (taken.ok) drafts.noteRevision(request.articleId)
    return taken
  }
  const shared = { ...revisionDeps, drafts, projector, settings, dialogs }
  const review = createReview(revisionDeps)
  let isClosed = false
  const importArticle: Core['importArticle'] = (article, stamps, label) =>
    // An import reads files between two articles: the library may be closed meanwhile.
    isClosed
      ? err({ type: 'StorageFailed', detail: 'Stet is closing' })
      : createFromArticle(shared, article, { origin: 'import', stamps, label })
  const leaving = async () => {
    const { checkErrors } = await import('./checks/check-article.ts')
    const errorsOf = (articleId: ArticleId, article: Article) => checkErrors(shared, articleId, article)
    return { ...shared, articleOf: drafts.articleOf, checkErrors: errorsOf }
  }
  let job: Promise<ExportJob> | null = null
  /** One for every door: saves of one article wait for each other. */
  const exportJob = (): Promise<ExportJob> =>
    (job ??= import('./exports/export-job.ts').then(async ({ createExportJob }) =>
      createExportJob({ ...(await leaving()), takeRevision: takeAndNote }),
    ))
  const handlers: CoreHandlers = {
    library: createLibraryHandlers(shared),
    drafts: createDraftsHandlers(shared),
    revisions: createRevisionsHandlers(shared),
    review: review.handlers,
    assets: createAssetsHandlers(shared),
    imports: lazyGroup<Handlers['imports']>(['pick', 'cancel'], async () => {
      const { createImportsHandlers } = await import('./router/imports-handlers.ts')
      return createImportsHandlers({ ...shared, importArticle })
    }),
    corrections: lazyGroup<Handlers['corrections']>(['preview', 'save'], async () => {
      const { createCorrectionsHandlers } = await import('./router/corrections-handlers.ts')
      return createCorrectionsHandlers(shared)
    }),
    profiles: lazyGroup<Handlers['profiles']>(
      ['list', 'save', 'remove', 'makeDefault', 'sample'],
      async () => {
        const { createProfilesHandlers } = await import('./router/profiles-handlers.ts')
        return createProfilesHandlers(shared)
      },
    ),
    exports: lazyGroup<Handlers['exports']>(['preview', 'save', 'text'], async () => {
      const { createExportsHandlers } = await import('./router/exports-handlers.ts')
      return createExportsHandlers({ ...shared, job: await exportJob() })
    }),
    checks: lazyGroup<Handlers['checks']>(channels.checks.commands, async () => {
      const { createChecksHandlers } = await import('./router/checks-handlers.ts')
      return createChecksHandlers(shared)
    }),
    publishing: lazyGroup<Handlers['publishing']>(channels.publishing.commands, async () => {
      const { createPublishingHandlers } = await import('./router/publishing-handlers.ts')
      return createPublishingHandlers({ ...(await leaving()), job: await exportJob() })
    }),
  }
  const routers: Router[] = []
  const caughtUp = projector.catchUp()
  if (!caughtUp.ok) log('warn', 'catch-up-failed', { outcome: caughtUp.error.type })

  return {
    handlers,
    drafts,
    router(shell) {
      const router = createRouter(
        contract,
        { ...shell, ...handlers },
        { clock, log, checksAnswers: deps.checksAnswers ?? false },
      )
      routers.push(router)
      return router
    },
    articleOf: drafts.articleOf,
    createArticle: (article) => createFromArticle(shared, article, { origin: 'create' }),
    importArticle,
    takeRevision: takeAndNote,
    rebuild: () => rebuildProjections(store, drafts.readingOf),
    windowClosed: drafts.windowClosed,
    flush: drafts.flush,
    async close() {
      isClosed = true
      review.stop()
      await Promise.all(routers.map((router) => router.close()))
      const unsaved = drafts.drain()
      projector.stop()
      if (unsaved.length > 0) log('error', 'closed-with-unsaved', { count: unsaved.length })
      return unsaved
    },
  }
}
