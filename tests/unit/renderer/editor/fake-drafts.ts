// A drafts group in memory that answers only when told to: delays, failures and reorderings are the test's to choose.
import * as Y from 'yjs'
import { type ArticleId, type Instant, newArticleId, toInstant } from '#shared/article/ids.ts'
import type { WindowSource } from '#shared/draft/origin.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { DraftAccess } from '#shared/ipc/groups/drafts.ts'
import type { DesktopApi, OutputOf, PayloadOf } from '#shared/ipc/desktop-api.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'

type PushResult = Result<OutputOf<'drafts', 'push'>, Outcome>
export interface WaitingPush {
  readonly update: Uint8Array
  readonly origin: WindowSource
  /** Commits and answers. */
  ack(): Promise<void>
  /** Answers with a failure; `isCommitted` when the row was written and only the answer was lost. */
  fail(outcome: Outcome, isCommitted?: boolean): Promise<void>
  /** The bridge itself broke. */
  reject(): Promise<void>
}

export function createFakeDrafts(access: DraftAccess = { mode: 'write' }, isSaved = true) {
  const articleId: ArticleId = newArticleId()
  const stored = new Y.Doc()
  const waiting: WaitingPush[] = []
  const listeners = new Set<(payload: PayloadOf<'drafts', 'changed'>) => void>()
  let clock = 1_000
  let opens = 0
  let closes = 0
  const now = (): Instant => toInstant(clock++)
  const settled = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)))

  const drafts = {
    open: async () => {
      opens += 1
      const state = Y.encodeStateAsUpdate(stored)
      const shown = access.mode === 'write' ? state : new Uint8Array()
      return ok({ state: shown, seq: 1, savedAt: now(), access, isSaved })
    },
    push: ({ update, origin = 'window' }: { update: Uint8Array; origin?: WindowSource }) =>
      new Promise<PushResult>((resolve, rejectPush) => {
        const commit = () => Y.applyUpdate(stored, update)
        const take = () => waiting.splice(waiting.indexOf(push), 1)
        const push: WaitingPush = {
          update,
          origin,
          ack: async () => {
            take()
            commit()
            resolve(ok({ seq: clock, savedAt: now() }))
            await settled()
          },
          fail: async (outcome, isCommitted = false) => {
            take()
            if (isCommitted) commit()
            resolve(err(outcome))
            await settled()
          },
          reject: async () => {
            take()
            rejectPush(new Error('bridge gone'))
            await settled()
          },
        }
        waiting.push(push)
      }),
    close: async () => {
      closes += 1
      return ok(null)
    },
    rescue: async () => ok({ fileName: 'copy' }),
    onChanged: (listener: (payload: PayloadOf<'drafts', 'changed'>) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as DesktopApi['drafts']

  return {
    articleId,
    stored,
    waiting,
    desktop: { drafts },
    setClock(ms: number) {
      clock = ms
    },
    counts: () => ({ opens, closes }),
    /** Another window edits: committed, then told. Answers the telling, so that a test can delay or reorder it. */
    editElsewhere(edit: (doc: Y.Doc) => void): () => void {
      const before = Y.encodeStateVector(stored)
      edit(stored)
      const payload = { articleId, update: Y.encodeStateAsUpdate(stored, before), seq: clock, savedAt: now() }
      return () => {
        for (const listener of listeners) listener(payload)
      }
    },
  }
}

/** Timers that run when the test says so. */
export function createFakeTimers() {
  const timers = new Set<{ run: () => void; ms: number }>()
  return {
    start: (run: () => void, ms: number) => {
      const timer = { run, ms }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    waits: () => [...timers].map((timer) => timer.ms),
    runAll() {
      const due = [...timers]
      timers.clear()
      for (const timer of due) timer.run()
    },
  }
}
