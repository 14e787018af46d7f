// DR5: at most one session per article. Reading a log is synchronous, so two opens cannot overlap: the second finds the session of
// the first. A session that closed is forgotten at once.
import type { Article } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { WindowSource } from '#shared/draft/origin.ts'
import type { DraftAccess } from '#shared/ipc/groups/drafts.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import {
  type ChangeOutcome,
  createDraftSession,
  type DraftSession,
  type DraftSessionDeps,
  type EncodedDraft,
  type SavedMark,
} from './draft-session.ts'
import { articleFrom, type LoadOutcome, loadDraft } from './load-draft.ts'
import { type DraftReading, type GrammarOutcome, readingOf } from './draft-reading.ts'

export interface OpenedDraft extends SavedMark, EncodedDraft {
  readonly access: DraftAccess
}
export interface DraftRegistry {
  open(articleId: ArticleId, windowId: number): Result<OpenedDraft, LoadOutcome>
  push(
    articleId: ArticleId,
    update: Uint8Array,
    windowId: number,
    source?: WindowSource,
  ): Result<SavedMark, ChangeOutcome>
  close(articleId: ArticleId, windowId: number): void
  /** The window is gone: so are its drafts. */
  windowClosed(windowId: number): void
  /** Works on a draft, opening it for the time it takes when no window has it. */
  withSession<T, E>(
    articleId: ArticleId,
    use: (session: DraftSession) => Result<T, E>,
  ): Result<T, E | LoadOutcome>
  /** The article as it is now: the live one when the draft is open, else from the log. */
  articleOf(articleId: ArticleId): Result<{ article: Article; seq: number }, LoadOutcome | GrammarOutcome>
  /** What the draft says now, readable as an article or not. */
  readingOf(articleId: ArticleId): Result<DraftReading, LoadOutcome>
  noteRevision(articleId: ArticleId): void
  noteRescued(articleId: ArticleId): void
  /** Articles that could not be saved completely (DR13). */
  flush(): readonly ArticleId[]
  /** Lets go of every draft, whoever has it open. Answers those that could not be saved completely. */
  drain(): readonly ArticleId[]
  /** Articles that a window or a job has open. */
  openIds(): readonly ArticleId[]
}

export function createDraftRegistry(deps: Omit<DraftSessionDeps, 'onClosed'>): DraftRegistry {
  const sessions = new Map<ArticleId, DraftSession>()

  function sessionOf(articleId: ArticleId): Result<DraftSession, LoadOutcome> {
    const open = sessions.get(articleId)
    if (open !== undefined) return ok(open)
    const loaded = loadDraft(deps.store, articleId)
    if (!loaded.ok) return loaded
    const session = createDraftSession(articleId, loaded.value, {
      ...deps,
      onClosed: (closedId) => void sessions.delete(closedId),
    })
    if (session.ok) sessions.set(articleId, session.value)
    return session
  }

  const readClosed = (articleId: ArticleId): Result<DraftReading, LoadOutcome> => {
    const loaded = loadDraft(deps.store, articleId)
    if (!loaded.ok) return loaded
    const { doc, seq, schemaVersion } = loaded.value
    return ok(readingOf(doc, seq, articleFrom(doc, schemaVersion)))
  }
  const reading = (articleId: ArticleId): Result<DraftReading, LoadOutcome> => {
    const open = sessions.get(articleId)
    return open === undefined ? readClosed(articleId) : ok(open.read())
  }

  return {
    open(articleId, windowId) {
      const session = sessionOf(articleId)
      if (!session.ok) return session
      const encoded = session.value.encode()
      if (!encoded.ok) return encoded
      session.value.attach(windowId)
      const { saved, access } = session.value
      return ok({ ...saved, ...encoded.value, access })
    },
    push(articleId, update, windowId, source = 'window') {
      const session = sessions.get(articleId)
      if (session === undefined) return err({ type: 'DraftNotOpen', articleId })
      return session.push(update, windowId, source)
    },
    close: (articleId, windowId) => sessions.get(articleId)?.detach(windowId),
    windowClosed(windowId) {
      for (const session of sessions.values()) session.windowClosed(windowId)
    },
    withSession(articleId, use) {
      const session = sessionOf(articleId)
      if (!session.ok) return session
      const release = session.value.hold()
      try {
        return use(session.value)
      } finally {
        release()
      }
    },
    articleOf(articleId) {
      const found = reading(articleId)
      if (!found.ok) return found
      const { article, seq } = found.value
      return article.ok ? ok({ article: article.value, seq }) : article
    },
    readingOf: reading,
    noteRevision: (articleId) => sessions.get(articleId)?.noteRevision(),
    noteRescued: (articleId) => sessions.get(articleId)?.noteRescued(),
    flush: () => [...sessions].filter(([, session]) => !session.flush()).map(([articleId]) => articleId),
    drain() {
      for (const session of sessions.values()) session.close()
      return [...sessions.keys()]
    },
    openIds: () => [...sessions.keys()],
  }
}
