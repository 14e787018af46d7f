// Reads a draft from its log into a Y.Doc and decides, before anybody could bind an editor to it, whether it may be written.
import * as Y from 'yjs'
import type { Article } from '#shared/article/article.ts'
import type { ArticleId, Instant } from '#shared/article/ids.ts'
import { isIncomplete, materialise, readAsStored } from '#shared/article/materialise.ts'
import { createDraftDoc } from '#shared/draft/draft-doc.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import type { DraftAccess } from '#shared/ipc/groups/drafts.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import type { GrammarOutcome } from './draft-reading.ts'

export type LoadOutcome = StorageOutcome | Outcome<'ArticleNotFound' | 'DraftDamaged'>

export interface LoadedDraft {
  readonly doc: Y.Doc
  readonly seq: number
  readonly savedAt: Instant
  readonly schemaVersion: number
}

/** The draft as its log tells it (DR1). Never a partial one: with a change missing the answer is DraftDamaged. */
export function loadDraft(store: LibraryStore, articleId: ArticleId): Result<LoadedDraft, LoadOutcome> {
  const stored = store.updates.read(articleId)
  if (!stored.ok) return stored
  const { updates, seq, savedAt, schemaVersion } = stored.value
  const doc = replayLog(updates)
  if (!doc.ok) return doc
  return ok({ doc: doc.value, seq, savedAt, schemaVersion })
}

/** A new Y.Doc (with a client id of its own) holding all of these updates. */
export function replayLog(updates: readonly Uint8Array[]): Result<Y.Doc, Outcome<'DraftDamaged'>> {
  const doc = createDraftDoc()
  const applied = applyRows(doc, updates)
  if (!applied.ok) return applied
  if (isIncomplete(doc)) return err({ type: 'DraftDamaged', detail: 'some of its changes are missing' })
  return ok(doc)
}

/** Rows of a log, onto what came before them. After a refusal the doc is good for nothing. */
export function applyRows(doc: Y.Doc, updates: readonly Uint8Array[]): Result<null, Outcome<'DraftDamaged'>> {
  try {
    // One transaction: observers and clean-up run once, not once per row.
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    return ok(null)
  } catch (error) {
    // Yjs answers a bad update by throwing, half of it applied: this doc is thrown away and the draft refused.
    const detail = error instanceof Error ? error.message : String(error)
    return err({ type: 'DraftDamaged', detail: `a change cannot be read: ${detail}`.slice(0, 500) })
  }
}

/** For `verify`: what is wrong with a log whose rows are all there, in words; null when it makes a whole draft. */
export function findPending(updates: readonly Uint8Array[]): string | null {
  const doc = replayLog(updates)
  if (!doc.ok) return doc.error.detail
  doc.value.destroy()
  return null
}

/** The article, or why this version must not read it as one. The version is asked first (DR8). */
export function articleFrom(doc: Y.Doc, schemaVersion: number): Result<Article, GrammarOutcome> {
  if (schemaVersion > SCHEMA_VERSION)
    return err({ type: 'SchemaTooNew', stored: schemaVersion, known: SCHEMA_VERSION })
  return materialise(doc)
}

/** How the draft may be opened (DR8). Read-only for any doubt about its grammar: an editor would delete what it does not know. */
export function accessTo(
  doc: Y.Doc,
  article: Result<Article, GrammarOutcome>,
  isLibraryReadOnly: boolean,
): Result<DraftAccess, Outcome<'DraftDamaged'>> {
  if (article.ok) {
    if (!isLibraryReadOnly) return ok({ mode: 'write' })
    return ok({ mode: 'read-only', reason: 'LibraryReadOnly', detail: '', content: article.value.content })
  }
  const content = readAsStored(doc)
  const outcome = article.error
  switch (outcome.type) {
    case 'DraftDamaged':
      return err(outcome)
    case 'SchemaTooNew':
      return ok({ mode: 'read-only', reason: outcome.type, detail: String(outcome.stored), content })
    case 'UnknownContent':
      return ok({ mode: 'read-only', reason: outcome.type, detail: outcome.names.join(', '), content })
  }
}
