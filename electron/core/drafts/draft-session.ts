// The one owner of a live draft: opening (the registry's promise) -> ready -> draining -> closed, with failed beside ready while the
// disk refuses. Everything that changes the draft goes through `change`; nothing is acknowledged before its row is committed.
import * as Y from 'yjs'
import type { Article } from '#shared/article/article.ts'
import type { ArticleId, Instant } from '#shared/article/ids.ts'
import { isIncomplete } from '#shared/article/materialise.ts'
import type { Origin } from '#shared/draft/origin.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import type { DraftAccess } from '#shared/ipc/contract.ts'
import type { Broadcast } from '#shared/ipc/desktop-api.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import type { Clock, Log } from '../ports.ts'
import type { AppendedUpdate, LibraryStore } from '../storage/library-store.ts'
import { compactDraft, isCompactionDue, type LogSize } from './compaction.ts'
import { type DraftReading, readingOf } from './draft-reading.ts'
import { accessTo, articleFrom, type LoadedDraft, type LoadOutcome, loadDraft } from './load-draft.ts'
import { createMaterialiseScheduler } from './materialise-scheduler.ts'
import { createSittings } from './sittings.ts'
import { createUpdateRecorder, type RecordedUpdate, type UpdateRecorder } from './update-recorder.ts'

export interface SavedMark {
  readonly seq: number
  readonly savedAt: Instant
}
export type ChangeOutcome =
  | LoadOutcome
  | Outcome<'DraftNotOpen' | 'DraftReadOnly' | 'UpdateRejected' | 'DraftDamaged'>

export interface DraftSessionDeps {
  readonly store: LibraryStore
  readonly clock: Clock
  readonly log: Log
  readonly broadcast: Broadcast
  /** Who is writing. */
  author(): string
  project(articleId: ArticleId, reading: DraftReading): void
  /** Takes an automatic revision; false when the disk refused. */
  takeRevision(kind: 'sitting' | 'idle', articleId: ArticleId, article: Article): boolean
  /** The disk refuses this draft's changes, or takes them again (null). */
  onHealth(articleId: ArticleId, outcome: StorageOutcome | LoadOutcome | null): void
  onClosed(articleId: ArticleId): void
}

export type SessionState = 'ready' | 'failed' | 'draining' | 'closed'

export interface DraftSession {
  readonly state: SessionState
  readonly access: DraftAccess
  readonly saved: SavedMark
  /** Windows come and go; one may hold a draft more than once. */
  attach(windowId: number): void
  detach(windowId: number): void
  windowClosed(windowId: number): void
  /** Keeps the session open while something without a window works on it. Answers the release. */
  hold(): () => void
  /** The whole draft as one update; empty when it must not reach an editor. */
  encodeState(): Uint8Array
  push(update: Uint8Array, windowId: number): Result<SavedMark, ChangeOutcome>
  /** A change made here: restore, upgrade. */
  change(origin: Origin, edit: (doc: Y.Doc) => void): Result<SavedMark, ChangeOutcome>
  read(): DraftReading
  /** A revision of the present state was taken for another reason than idleness. */
  noteRevision(): void
  /** Appends what waits and projects what is scheduled. True when nothing is left unsaved. */
  flush(): boolean
  /** Quit: drains whoever is there. Stays failed when something cannot be saved. */
  close(): void
  /** The person has a rescue copy: a failed session may close without its last changes (DR4). */
  noteRescued(): void
}

/** Milliseconds between attempts to append what the disk refused; doubles up to the longest. R7: stored <= 2 s after space returns. */
const FIRST_RETRY_MS = 200
const LONGEST_RETRY_MS = 2_000
/** Milliseconds of quiet before a long log is compacted: it takes a noticeable moment. */
const COMPACT_AFTER_MS = 30_000

export function createDraftSession(
  articleId: ArticleId,
  loaded: LoadedDraft,
  deps: DraftSessionDeps,
): Result<DraftSession, Outcome<'DraftDamaged'>> {
  const { store, clock, log } = deps
  const firstArticle = articleFrom(loaded.doc, loaded.schemaVersion)
  const opened = accessTo(loaded.doc, firstArticle, store.isReadOnly)
  if (!opened.ok) return opened
  const access = opened.value

  let state: SessionState = 'ready'
  let saved: SavedMark = { seq: loaded.seq, savedAt: loaded.savedAt }
  let live: { doc: Y.Doc; recorder: UpdateRecorder } | null = null
  /** Cleared by every change. */
  let known: DraftReading | null = null
  let lastReading: DraftReading | null = null
  let size: LogSize | null = null
  let retryMs = FIRST_RETRY_MS
  let cancelRetry = (): void => undefined
  let cancelCompaction = (): void => undefined
  let isRescued = false
  let holds = 0
  const windows = new Map<number, number>()

  const scheduler = createMaterialiseScheduler(clock, () => deps.project(articleId, read()))
  const sittings = createSittings({
    clock,
    article: () => {
      const { article } = read()
      return article.ok ? article.value : null
    },
    take: (kind, article) => deps.takeRevision(kind, articleId, article),
  })
  watch(loaded.doc)
  known = lastReading = readingOf(loaded.doc, loaded.seq, firstArticle)

  function watch(doc: Y.Doc): { doc: Y.Doc; recorder: UpdateRecorder } {
    const recorder = createUpdateRecorder(doc, {
      now: clock.now,
      write,
      onAppended,
      onFailed: (outcome) => void fail(outcome),
    })
    doc.on('afterTransaction', () => {
      known = null
    })
    live = { doc, recorder }
    return live
  }

  function write(update: RecordedUpdate): Result<AppendedUpdate, StorageOutcome> {
    const inPlace = store.checkInPlace()
    if (!inPlace.ok) return inPlace
    return store.updates.append({
      articleId,
      bytes: update.bytes,
      origin: update.origin.source,
      author: deps.author(),
      schemaVersion: SCHEMA_VERSION,
      at: update.at,
      zone: clock.zone(),
    })
  }

  function onAppended(update: RecordedUpdate, appended: AppendedUpdate): void {
    saved = { seq: Math.max(saved.seq, appended.seq), savedAt: appended.at }
    if (size !== null && appended.isNew)
      size = { rows: size.rows + 1, bytes: size.bytes + update.bytes.byteLength }
    sittings.changed()
    scheduler.schedule()
    cancelCompaction()
    cancelCompaction = clock.after(COMPACT_AFTER_MS, compactIfDue)
    const from = update.origin.source === 'window' && !update.isTidying ? update.origin.windowId : null
    for (const windowId of windows.keys())
      if (windowId !== from)
        // DR7: never echoed
        deps.broadcast(
          'drafts',
          'changed',
          { articleId, update: update.bytes, seq: appended.seq, savedAt: appended.at },
          { only: windowId },
        )
  }

  /** DR4: nothing more is accepted until what waits is on disk; what waits is kept and tried again by itself. */
  function fail<T extends LoadOutcome>(outcome: T): { ok: false; error: T } {
    if (state === 'ready') log('error', 'draft-not-saved', { articleId, outcome: outcome.type })
    if (state !== 'closed') state = 'failed'
    deps.onHealth(articleId, outcome)
    cancelRetry()
    cancelRetry = clock.after(retryMs, () => {
      if (makeReady().ok && isUnused()) drain()
    })
    retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2)
    return err(outcome)
  }

  /** Reloads a thrown-away doc, appends what waits. */
  function makeReady(): Result<{ doc: Y.Doc; recorder: UpdateRecorder }, LoadOutcome> {
    let current = live
    if (current === null) {
      const reloaded = loadDraft(store, articleId)
      if (!reloaded.ok) return fail(reloaded.error)
      current = watch(reloaded.value.doc)
    }
    const appended = current.recorder.append()
    if (!appended.ok) return fail(appended.error)
    if (state === 'failed') {
      state = 'ready'
      retryMs = FIRST_RETRY_MS
      cancelRetry()
      log('info', 'draft-saved-again', { articleId })
      deps.onHealth(articleId, null)
    }
    return ok(current)
  }

  function change(origin: Origin, edit: (doc: Y.Doc) => void): Result<SavedMark, ChangeOutcome> {
    if (state === 'closed') return err({ type: 'DraftNotOpen', articleId })
    if (access.mode !== 'write') return err({ type: 'DraftReadOnly', detail: access.reason })
    const ready = makeReady()
    if (!ready.ok) return ready
    const { doc, recorder } = ready.value
    sittings.beforeChange()
    try {
      recorder.hold(origin, () => edit(doc))
    } catch (error) {
      discard()
      if (origin.source !== 'window' && origin.source !== 'sync') throw error
      // Yjs answers a malformed update by throwing, possibly with half of it applied (RELIABILITY finding 7).
      return err({ type: 'UpdateRejected', detail: 'the update could not be applied' })
    }
    if (isIncomplete(doc)) {
      discard()
      return err({ type: 'UpdateRejected', detail: 'the update builds on changes that are not here' })
    }
    const appended = recorder.append()
    return appended.ok ? ok(saved) : fail(appended.error)
  }

  /** A doc that took a bad update is thrown away; the log, which never saw it, is read again. */
  function discard(): void {
    live?.recorder.stop()
    live?.doc.destroy()
    live = null
    known = null
    log('warn', 'update-rejected', { articleId })
    makeReady()
  }

  function read(): DraftReading {
    // Thrown away and unreadable since: the last article known to be in the log still stands.
    if (live === null && !makeReady().ok && lastReading !== null) return lastReading
    const { doc } = live ?? never()
    if (known === null || known.seq !== saved.seq)
      known = readingOf(doc, saved.seq, articleFrom(doc, loaded.schemaVersion))
    lastReading = known
    return known
  }

  function compactIfDue(): void {
    cancelCompaction()
    if (store.isReadOnly || state === 'failed') return
    if (size === null) {
      const measured = store.updates.sizeSinceSnapshot(articleId)
      if (!measured.ok) return log('warn', 'compaction-skipped', { articleId, outcome: measured.error.type })
      size = measured.value
    }
    if (!isCompactionDue(size)) return
    const compacted = compactDraft(store, articleId)
    if (compacted.ok) {
      size = { rows: 0, bytes: 0 }
      log('info', 'draft-compacted', { articleId, bytes: compacted.value })
    } else log('error', 'compaction-refused', { articleId, outcome: compacted.error.type })
  }

  const isUnused = (): boolean => windows.size === 0 && holds === 0

  /** DR5: closes only with nobody there, nothing unsaved, nothing scheduled. */
  function drain(): void {
    if (state === 'closed') return
    const ready = makeReady()
    if (!ready.ok && !isRescued) return
    state = 'draining'
    if (ready.ok) {
      scheduler.runNow()
      if (access.mode === 'write') sittings.end()
      compactIfDue()
    }
    cancelTimers()
    live?.recorder.stop()
    live?.doc.destroy()
    state = 'closed'
    if (!ready.ok) deps.onHealth(articleId, null)
    deps.onClosed(articleId)
  }
  function cancelTimers(): void {
    scheduler.cancel()
    sittings.stop()
    cancelRetry()
    cancelCompaction()
  }
  const drainIfUnused = (): void => {
    if (isUnused()) drain()
  }

  return ok({
    get state() {
      return state
    },
    access,
    get saved() {
      return saved
    },
    attach: (windowId) => void windows.set(windowId, (windows.get(windowId) ?? 0) + 1),
    detach(windowId) {
      const count = windows.get(windowId)
      if (count === undefined) return
      if (count > 1) windows.set(windowId, count - 1)
      else windows.delete(windowId)
      drainIfUnused()
    },
    windowClosed(windowId) {
      if (windows.delete(windowId)) drainIfUnused()
    },
    hold() {
      holds++
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        holds--
        drainIfUnused()
      }
    },
    encodeState() {
      const isGrammarUnknown = access.mode === 'read-only' && access.reason !== 'LibraryReadOnly'
      return live === null || isGrammarUnknown ? new Uint8Array() : Y.encodeStateAsUpdate(live.doc)
    },
    push(update, windowId) {
      if (!windows.has(windowId)) return err({ type: 'DraftNotOpen', articleId })
      try {
        Y.decodeUpdate(update)
      } catch {
        // Decoding is the question here; what cannot be decoded never comes near the live draft.
        return err({ type: 'UpdateRejected', detail: 'the update cannot be decoded' })
      }
      const origin: Origin = { source: 'window', windowId }
      return change(origin, (doc) => Y.applyUpdate(doc, update, origin))
    },
    change,
    read,
    noteRevision: () => sittings.noted(),
    flush() {
      if (state === 'closed') return true
      const ready = makeReady()
      if (ready.ok) scheduler.runNow()
      return ready.ok
    },
    close() {
      windows.clear()
      drain()
      cancelTimers()
    },
    noteRescued() {
      isRescued = true
      if (state === 'failed') drainIfUnused()
    },
  })
}

function never(): never {
  throw new Error('a draft that was just made ready is gone')
}
