// One article: its log, its snapshots, its revisions, its editions and notes, its ledger.
import type { ArticleId } from '#shared/article/ids.ts'
import { LASTING_KINDS } from '#shared/revision/revision.ts'
import { currentState, ledgerFault } from '#shared/workflow/desk-state.ts'
import { PUBLISHING_VERBS } from '#shared/workflow/status.ts'
import { editionFaults } from './edition-rows.ts'
import type { Fault } from './library-store.ts'
import { noteFaults } from './note-rows.ts'
import { REVISION_COLUMNS, revisionDamage, summaryOf } from './revision-rows.ts'
import { sha256, areSameBytes } from './sha256.ts'
import { sealOf } from './snapshots.ts'
import { bytesOf, integerOf, type Row, type Sql, textOf, textOrNull } from './sql.ts'
import { CHAIN_START, CHAINED_COLUMNS, chainOf, hashOf } from './update-chain.ts'
import { checkRows } from './update-log.ts'
import { readEvents } from './workflow-rows.ts'

/** Added up over all articles. */
export interface Counts {
  updates: number
  revisions: number
  editions: number
}

export function verifyArticle(
  sql: Sql,
  article: number,
  articleId: ArticleId,
  counts: Counts,
  findPending: ((updates: readonly Uint8Array[]) => string | null) | undefined,
): Fault[] {
  const head = sql.get(
    'SELECT seq, chain, status, revision_number, revision_hash FROM articles WHERE id = ?',
    article,
  )
  if (head === null) return []
  const rows = sql.all(
    `SELECT ${CHAINED_COLUMNS}, bytes FROM updates WHERE article = ? ORDER BY seq`,
    article,
  )
  counts.updates += rows.length
  const log = checkRows(rows, { seq: 0, chain: CHAIN_START }, head)
  const pending = log === null ? (findPending?.(rows.map((row) => bytesOf(row, 'bytes'))) ?? null) : null
  return [
    ...(log === null ? [] : [{ ...log, articleId }]),
    ...(pending === null ? [] : [{ kind: 'pending' as const, articleId, detail: pending }]),
    ...verifySnapshots(sql, article, articleId),
    ...verifyRevisions(sql, article, articleId, head, counts),
    ...verifyEditions(sql, article, articleId, counts),
    ...verifyLedger(sql, article, articleId, head),
  ]
}

function verifySnapshots(sql: Sql, article: number, articleId: ArticleId): Fault[] {
  return sql
    .all(
      `SELECT s.seq, s.bytes, s.sha256, s.chain, u.chain AS covered FROM snapshots AS s
       LEFT JOIN updates AS u ON u.article = s.article AND u.seq = s.seq WHERE s.article = ? ORDER BY s.seq`,
      article,
    )
    .flatMap((row): Fault[] => {
      const seq = integerOf(row, 'seq')
      const isWhole = areSameBytes(sealOf(sha256(bytesOf(row, 'bytes')), seq), hashOf(row))
      const isInPlace = row['covered'] !== null && areSameBytes(bytesOf(row, 'covered'), chainOf(row))
      if (isWhole && isInPlace) return []
      const detail = `the snapshot at update ${seq} ${isWhole ? 'does not fit the log' : 'was changed on the disk'}; the updates it covers are kept`
      return [{ kind: 'hash', articleId, detail }]
    })
}

function verifyRevisions(
  sql: Sql,
  article: number,
  articleId: ArticleId,
  head: Row,
  counts: Counts,
): Fault[] {
  const rows = sql.all(
    `SELECT ${REVISION_COLUMNS}, c.article_json, t.revision AS thinned FROM revisions AS r
     JOIN articles AS a ON a.id = r.article
     LEFT JOIN revision_contents AS c ON c.revision = r.id
     LEFT JOIN revision_thinnings AS t ON t.revision = r.id
     WHERE r.article = ? ORDER BY r.number`,
    article,
  )
  counts.revisions += rows.length
  const faults: Fault[] = []
  const report = (detail: string) => faults.push({ kind: 'revision', articleId, detail })
  let parentHash: string | null = null
  let number = 0
  for (const row of rows) {
    const summary = summaryOf(row)
    if (summary.number !== number + 1) report(`revision ${number + 1} is missing`)
    else if (summary.parentHash !== parentHash)
      report(`revision ${summary.number} does not follow revision ${number}`)
    const isThinned = row['thinned'] !== null
    if (isThinned && LASTING_KINDS.includes(summary.kind))
      report(`revision ${summary.number} must not be thinned`)
    const damage = revisionDamage(summary, isThinned ? undefined : textOrNull(row, 'article_json'))
    if (damage !== null) report(damage)
    ;({ number, hash: parentHash } = summary)
  }
  if (number !== integerOf(head, 'revision_number')) report(`the revisions after ${number} are missing`)
  else if (parentHash !== textOrNull(head, 'revision_hash'))
    report(`revision ${number} is not the one recorded`)
  return faults
}

/** Each page that went out is an entry of the ledger and an edition: what is missing on one side shows on the other. */
function verifyEditions(sql: Sql, article: number, articleId: ArticleId, counts: Counts): Fault[] {
  const { count, pages, faults } = editionFaults(sql, article)
  counts.editions += count
  const told = readEvents(sql, article).filter(({ act }) =>
    PUBLISHING_VERBS.some((verb) => verb === act),
  ).length
  const lost =
    told === pages ? [] : [`pages published: ${told} by its desk events, ${pages} kept as editions`]
  return [...faults, ...noteFaults(sql, article), ...lost].map((detail) => ({
    kind: 'edition',
    articleId,
    detail,
  }))
}

/** The ledger must be possible from its first entry to its last, and what the desk shows must be what it adds up to. */
function verifyLedger(sql: Sql, article: number, articleId: ArticleId, head: Row): Fault[] {
  const events = readEvents(sql, article)
  const recorded = currentState(events).status
  const shown = textOf(head, 'status')
  const fault =
    ledgerFault(events) ??
    (recorded === shown ? null : `its status is ${shown}, its desk events say ${recorded}`)
  return fault === null ? [] : [{ kind: 'chain', articleId, detail: fault }]
}
