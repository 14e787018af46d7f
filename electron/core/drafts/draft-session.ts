// The one owner of a live draft: opening (the registry's promise) -> ready -> draining -> closed, with failed beside ready while the
// disk refuses. Everything that changes the draft goes through `change`; nothing is acknowledged before its row is committed.
import * as Y from 'yjs'
import type { Article } from '#shared/article/article.ts'
import type { ArticleId, Instant } from '#shared/article/ids.ts'
import { isIncomplete } from '#shared/article/materialise.ts'
import { type Origin, type WindowSource, windowOf } from '#shared/draft/origin.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import type { DraftAccess } from '#shared/ipc/groups/drafts.ts'
import type { Broadcast } from '#shared/ipc/desktop-api.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import type { Clock, Log } from '../ports.ts'
import type { AppendedUpdate, LibraryStore } from '../storage/library-store.ts'
import { createAttendance } from './attendance.ts'
import { createCompactionTimer } from './compaction-timer.ts'
import { type DraftReading, readingOf } from './draft-reading.ts'
import { accessTo, articleFrom, type LoadedDraft, type LoadOutcome, loadDraft } from './load-draft.ts'
import { createMaterialiseScheduler } from './materialise-scheduler.ts'
import { createRetry } from './retry.ts'
import { createSittings } from './sittings.ts'
import { createUpdateRecorder, type RecordedUpdate, type UpdateRecorder } from './update-recorder.ts'

export interface SavedMark {
  readonly seq: number
  readonly savedAt: Instant
}
export interface EncodedDraft {
  /** The whole draft as one update; empty when it must not reach an editor. */
  readonly state: Uint8Array
  /** Whether every word of it is in the log. */
  readonly isSaved: boolean
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
  /** A window lets go of the draft: whoever sat there has seen it as it stands. */
  onLeft(articleId: ArticleId): void
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
  /** What a window that opens it now is given. Refused when it had to be read again and could not be: never an empty draft. */
  encode(): Result<EncodedDraft, LoadOutcome>
  /** What a window wrote, and what it says of it. */
  push(update: Uint8Array, windowId: number, source: WindowSource): Result<SavedMark, ChangeOutcome>
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
  let isRescued = false

  const attendance = createAttendance(drain)
  const retry = createRetry(clock, () => {
    if (makeReady().ok && attendance.isUnused()) drain()
  })
  const compaction = createCompactionTimer({ store, clock, log, articleId })
  const scheduler = createMaterialiseScheduler(clock, () => {
    // Words that the disk refuses are in the live doc and not in the log, and rows follow the log (DR1): the next append schedules again.
    if (state !== 'failed') deps.project(articleId, read())
  })
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
    return store.updates.append({
      articleId,
      bytes: update.bytes,
      origin: update.origin.source,
      author: deps.author(),
      schemaVersion: SCHEMA_VERSION,
      at: clock.now(), // when it was saved, which after a full disk is later than when it was written (ST1)
      zone: clock.zone(),
    })
  }

  function onAppended(update: RecordedUpdate, appended: AppendedUpdate): void {
    saved = { seq: Math.max(saved.seq, appended.seq), savedAt: appended.at }
    sittings.changed()
    scheduler.schedule()
    compaction.noteAppended(update.bytes.byteLength)
    const from = update.isTidying ? null : windowOf(update.origin)
    for (const windowId of attendance.windowIds())
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
    retry.schedule()
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
      isRescued = false
      retry.reset()
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
      if (windowOf(origin) === null && origin.source !== 'sync') throw error
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

  /** DR5: closes only with nobody there, nothing unsaved, nothing scheduled. */
  function drain(): void {
    if (state === 'closed') return
    const ready = makeReady()
    if (!ready.ok && !isRescued) return
    state = 'draining'
    if (ready.ok) {
      scheduler.runNow()
      if (access.mode === 'write') sittings.end()
      compaction.runIfDue()
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
    retry.cancel()
    compaction.cancel()
  }

  return ok({
    get state() {
      return state
    },
    access,
    get saved() {
      return saved
    },
    attach: attendance.attach,
    detach(windowId) {
      if (attendance.has(windowId)) deps.onLeft(articleId)
      attendance.detach(windowId)
    },
    windowClosed(windowId) {
      if (attendance.has(windowId)) deps.onLeft(articleId)
      attendance.windowClosed(windowId)
    },
    hold: attendance.hold,
    encode() {
      const ready = makeReady()
      const current = ready.ok ? ready.value : live
      if (current === null) return ready.ok ? never() : ready
      const isGrammarUnknown = access.mode === 'read-only' && access.reason !== 'LibraryReadOnly'
      return ok({
        state: isGrammarUnknown ? new Uint8Array() : Y.encodeStateAsUpdate(current.doc),
        isSaved: ready.ok,
      })
    },
    push(update, windowId, source) {
      if (!attendance.has(windowId)) return err({ type: 'DraftNotOpen', articleId })
      try {
        Y.decodeUpdate(update)
      } catch {
        // Decoding is the question here; what cannot be decoded never comes near the live draft.
        return err({ type: 'UpdateRejected', detail: 'the update cannot be decoded' })
      }
      const origin: Origin = { source, windowId }
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
      if ([...attendance.windowIds()].length > 0) deps.onLeft(articleId)
      attendance.clearWindows()
      drain()
      cancelTimers()
    },
    noteRescued() {
      isRescued = true
      if (state === 'failed' && attendance.isUnused()) drain()
    },
  })
}

function never(): never {
  throw new Error('a draft that was just made ready is gone')
}
