// The owner of this window's open draft: opens it, lets go of it only when everything is saved, and is asked before the
// window closes. The editor's code is loaded with the first draft, so that the desk is on screen before it.
import type { ArticleId } from '#shared/article/ids.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { requestDraft } from '../bridge/draft-request.ts'
import type { DraftReplica, openDraftReplica } from '../editor/index.ts'
import type { createMetaHandle, MetaHandle } from './meta-handle.ts'

export type OpenDraft =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening'; readonly articleId: ArticleId }
  | {
      readonly kind: 'open'
      readonly articleId: ArticleId
      readonly replica: DraftReplica
      readonly meta: MetaHandle
    }
  | { readonly kind: 'failed'; readonly articleId: ArticleId; readonly outcome: Outcome }

export interface DraftSession {
  state(): OpenDraft
  subscribe(listener: () => void): () => void
  /** Shows another article, or none. False, and nothing changes, when what is open cannot be saved (DR4). */
  show(articleId: ArticleId | null): Promise<boolean>
  /** Opens the same article again after a failure. */
  reopen(): void
  flush(): Promise<boolean>
  /** For what is made from the library: null once everything typed so far is there, else why it is not. */
  save(): Promise<Outcome | null>
  hasUnsaved(): boolean
  /** Lets go of the open draft whatever is unsaved: only after a person said so. */
  abandon(): void
}

/** What the session needs of the editor's code. */
export interface DraftCode {
  readonly openDraftReplica: typeof openDraftReplica
  readonly createMetaHandle: typeof createMetaHandle
}

async function loadDraftCode(): Promise<DraftCode> {
  const [editor, meta] = await Promise.all([import('../editor/index.ts'), import('./meta-handle.ts')])
  return { openDraftReplica: editor.openDraftReplica, createMetaHandle: meta.createMetaHandle }
}

export function createDraftSession(desktop: DesktopApi, loadCode = loadDraftCode): DraftSession {
  let state: OpenDraft = { kind: 'none' }
  /** Raised by every request, so that an answer to an older one is recognised and let go. */
  let request = 0
  const listeners = new Set<() => void>()
  const become = (next: OpenDraft) => {
    state = next
    for (const listener of listeners) listener()
  }

  async function open(articleId: ArticleId): Promise<void> {
    const mine = ++request
    become({ kind: 'opening', articleId })
    const draft = requestDraft(articleId, desktop) // answered while the code is being loaded
    const code = await loadCode()
    const opened = await code.openDraftReplica(articleId, desktop, undefined, draft)
    if (mine !== request) {
      if (opened.ok) opened.value.abandon() // nothing was written to it
      return
    }
    if (opened.ok)
      become({
        kind: 'open',
        articleId,
        replica: opened.value,
        meta: code.createMetaHandle(opened.value.doc),
      })
    else become({ kind: 'failed', articleId, outcome: opened.error })
  }

  // R7: no back-off is waited for once main says that the library works again.
  desktop.app.onLibraryState((fact) => {
    if (fact.state === 'ok' && state.kind === 'open') state.replica.retry()
  })

  const leave = async (): Promise<boolean> => (state.kind === 'open' ? state.replica.close() : true)

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async show(articleId) {
      if (state.kind !== 'none' && state.kind !== 'failed' && state.articleId === articleId) return true
      if (!(await leave())) return false
      if (articleId === null) {
        request++
        become({ kind: 'none' })
      } else void open(articleId) // what it finds is shown as state
      return true
    },
    reopen() {
      if (state.kind === 'failed') void open(state.articleId)
    },
    flush: async () => (state.kind === 'open' ? state.replica.flush() : true),
    async save() {
      if (state.kind !== 'open') return null
      const { replica } = state
      if (await replica.flush()) return null
      const after = replica.saveState()
      return after.state === 'failed' ? after.outcome : null
    },
    hasUnsaved: () => state.kind === 'open' && state.replica.hasUnsaved(),
    abandon() {
      if (state.kind === 'open') state.replica.abandon()
      request++
      become({ kind: 'none' })
    },
  }
}
