// Who wrote what in a draft, from its log (rules AT1-AT7). Long logs are read and settled a page at a time.
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as Y from 'yjs'
import type { ArticleId, Instant } from '#shared/article/ids.ts'
import { isIncomplete } from '#shared/article/materialise.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import type { Attribution } from '#shared/revision/attribution.ts'
import type { GrammarOutcome } from '../drafts/draft-reading.ts'
import { applyRows, articleFrom, type LoadOutcome } from '../drafts/load-draft.ts'
import { type LogSource, readLog } from '../drafts/read-log.ts'
import { deletionsOf, fieldsOf, textsOf, touchedBlocks } from './authorship.ts'
import { createOriginalFinder } from './find-originals.ts'
import { createLedger } from './ledger.ts'

/** Pieces of text that are looked for in one turn: some milliseconds. */
const PIECES_IN_ONE_TURN = 20

export interface AttributionRequest {
  /** Deletions from then on are told, too; null: all. */
  readonly deletedSince: Instant | null
  readonly signal: AbortSignal
}
export type AttributionOutcome = LoadOutcome | GrammarOutcome | Outcome<'Cancelled'>

/** What is saved counts: words on their way to the log are nobody's yet. */
export async function attributeDraft(
  source: LogSource,
  articleId: ArticleId,
  { deletedSince, signal }: AttributionRequest,
): Promise<Result<Attribution, AttributionOutcome>> {
  const ledger = createLedger()
  // Deleted text is what returning text is known by: none is collected.
  const doc = new Y.Doc({ gc: false })
  const read = await readLog(source, articleId, { after: null, upTo: null, signal }, (rows) => {
    const applied = applyRows(
      doc,
      rows.map(({ bytes }) => bytes),
    )
    if (applied.ok) for (const row of rows) ledger.enter(row)
    return applied
  })
  if (!read.ok) return read
  if (isIncomplete(doc)) return err({ type: 'DraftDamaged', detail: 'some of its changes are missing' })
  // Only of what is an article to this version can be said where its words stand.
  const article = articleFrom(doc, read.value.schemaVersion)
  if (!article.ok) return article
  const finder = createOriginalFinder(doc, ledger)
  let pieces = 0
  for (const suspect of ledger.suspects)
    for (const _ of finder.settle(suspect)) {
      if (pieces++ % PIECES_IN_ONE_TURN === 0) await nextTurn()
      if (signal.aborted) return err({ type: 'Cancelled' })
    }
  return ok({
    seq: read.value.seq,
    texts: textsOf(doc, ledger),
    blocks: touchedBlocks(doc, ledger),
    fields: fieldsOf(doc, ledger),
    deletions: deletionsOf(doc, ledger, deletedSince),
  })
}
