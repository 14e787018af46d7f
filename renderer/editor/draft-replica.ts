// The renderer's replica of one open draft: loads it, sends local edits at once, applies edits from elsewhere, and
// says truthfully what is saved. Local edits are whatever the Y.Doc reports that did not come from main (DR7).
import * as Y from 'yjs'
import type { Article } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { createDraftDoc } from '#shared/draft/draft-doc.ts'
import type { WindowSource } from '#shared/draft/origin.ts'
import { writeArticle } from '#shared/draft/write-article.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { DraftAccess } from '#shared/ipc/groups/drafts.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import { isFromUndo, RESTORED_HERE, undoHistoryOf } from './binding/undo-history.ts'
import { type DraftRequest, requestDraft } from '../bridge/draft-request.ts'
import type { SaveState } from './save-state.ts'
import { createUpdateQueue, type StartTimer } from './update-queue.ts'

/** Origin of updates that main sent: already committed, never sent back. */
export const FROM_MAIN = { source: 'main' } as const

export interface DraftReplica {
  readonly articleId: ArticleId
  readonly doc: Y.Doc
  /** How it was opened. Read-only drafts never reach a binding (DR8). */
  readonly access: DraftAccess
  /** The same object until something changes: fit for `useSyncExternalStore`. */
  saveState(): SaveState
  subscribe(listener: () => void): () => void
  /**
   * Makes the draft equal to an article, text and fields, by the smallest edit: what a restore or a take-back does. One undo
   * step, an ordinary edit to everybody else, `restore` in the log. The caret stays with its words.
   */
  rewrite(article: Article): void
  /** Undo and redo without a galley on screen: the same steps, the same stack. False when there is nothing to do. */
  undo(): boolean
  redo(): boolean
  canUndo(): boolean
  canRedo(): boolean
  retry(): void
  /** True once everything shown is committed; false as soon as an attempt fails. */
  flush(): Promise<boolean>
  hasUnsaved(): boolean
  /** Everything shown, as one update: for a rescue copy. */
  stateUpdate(): Uint8Array
  /** Flushes, then lets go of the draft. False, and still open, when something could not be saved (DR4). */
  close(): Promise<boolean>
  /** Lets go of the draft whatever is unsaved: only after a person said so. */
  abandon(): void
}

/** An update without a change. */
const NOTHING = Y.encodeStateAsUpdate(new Y.Doc())

const windowTimer: StartTimer = (run, ms) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

export async function openDraftReplica(
  articleId: ArticleId,
  desktop: Pick<DesktopApi, 'drafts'>,
  startTimer: StartTimer = windowTimer,
  request: DraftRequest = requestDraft(articleId, desktop),
): Promise<Result<DraftReplica, Outcome>> {
  const opened = await request.answer
  performance.mark('stet:draft-here') // read by the bench: from here on it is the window's own work
  if (!opened.ok) {
    request.stop()
    return opened
  }
  const { state, savedAt, access, isSaved } = opened.value
  const doc = createDraftDoc()
  if (state.byteLength > 0) Y.applyUpdate(doc, state, FROM_MAIN)

  const listeners = new Set<() => void>()
  const notify = () => {
    for (const listener of listeners) listener()
  }
  let isClosed = false
  const push = async (update: Uint8Array, origin: WindowSource) => {
    const first = await desktop.drafts.push({ articleId, update, origin })
    if (first.ok || first.error.type !== 'DraftNotOpen' || isClosed) return first
    // Main lost the session (it restarted, or another close overtook us): open it again and send what it lacks.
    const again = await desktop.drafts.open({ articleId })
    if (!again.ok) return again
    const { state } = again.value
    if (state.byteLength === 0) return desktop.drafts.push({ articleId, update, origin })
    Y.applyUpdate(doc, state, FROM_MAIN)
    // More than this update may have been lost with the session: all that is shown and that main has not got.
    const missing = Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(state))
    return desktop.drafts.push({ articleId, update: missing, origin })
  }
  const queue = createUpdateQueue(push, savedAt, notify, startTimer)

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === FROM_MAIN) return // DR7: never echoed
    if (access.mode !== 'write') throw new Error('A read-only draft was written to')
    queue.add(update, sourceOf(origin))
  })
  request.follow((payload) => {
    Y.applyUpdate(doc, payload.update, FROM_MAIN)
    queue.noteSavedAt(payload.savedAt)
  })
  // Main holds words that the disk refused: an empty push waits with them, and fails and succeeds as they do (R11).
  if (!isSaved) queue.add(NOTHING, 'window')

  const history = undoHistoryOf(doc)
  const letGo = () => {
    if (isClosed) return
    isClosed = true
    request.stop()
    queue.stop()
    listeners.clear()
    doc.destroy()
    void desktop.drafts.close({ articleId }) // nothing can be done about a close that fails, and nothing depends on it
  }

  return ok({
    articleId,
    doc,
    access,
    saveState: queue.state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    rewrite(article) {
      if (access.mode !== 'write') throw new Error('A read-only draft was to be rewritten')
      history.endStep()
      history.remember(null) // undoing it leaves the caret with its words
      writeArticle(doc, article, RESTORED_HERE)
      history.endStep()
    },
    undo: () => history.undo(null) !== null,
    redo: () => history.redo(null) !== null,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    retry: queue.retry,
    flush: queue.flush,
    hasUnsaved: queue.hasUnsaved,
    stateUpdate: () => Y.encodeStateAsUpdate(doc),
    async close() {
      if (!(await queue.flush())) return false
      if (queue.hasUnsaved()) return false
      letGo()
      return true
    },
    abandon: letGo,
  })
}

/** What the log is to say of an edit made here. */
function sourceOf(origin: unknown): WindowSource {
  if (origin === RESTORED_HERE) return 'restore'
  return isFromUndo(origin) ? 'undo' : 'window'
}
