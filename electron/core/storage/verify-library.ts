// What `stet verify` runs: pages, triggers, every chain and hash, pictures. Finds and names; mends nothing.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type ArticleId, articleIdSchema } from '#shared/article/ids.ts'
import { ok } from '#shared/ipc/result.ts'
import { assetOf, readAsset } from './asset-files.ts'
import { newestUpdate } from './check-content.ts'
import type { Connection } from './connection.ts'
import type { Fault, LibraryStore, Stored, Verification } from './library-store.ts'
import { readSession } from './session-file.ts'
import { sha256Hex } from './sha256.ts'
import { integerOf, parsedOf, type Sql, textOf } from './sql.ts'
import { type Counts, verifyArticle } from './verify-article.ts'
import { verifyStructure, verifyTable } from './verify-structure.ts'

type Options = NonNullable<Parameters<LibraryStore['verify']>[0]>

export async function verifyLibrary(
  connection: Connection,
  options: Options = {},
): Promise<Stored<Verification>> {
  const faults: Fault[] = []
  const counts: Counts = { updates: 0, revisions: 0, editions: 0 }
  const plan = connection.read(planOf)
  if (!plan.ok) return plan
  const { tables, articles, assets } = plan.value
  const steps: (() => void)[] = [
    () => check(connection, faults, null, (sql) => verifyStructure(sql)),
    () => check(connection, faults, null, (sql) => verifyEnd(sql, connection.folder)),
    ...tables.map((table) => () => check(connection, faults, null, (sql) => verifyTable(sql, table))),
    ...articles.map(
      ({ id, articleId }) =>
        () =>
          check(connection, faults, articleId, (sql) =>
            verifyArticle(sql, id, articleId, counts, options.findPending),
          ),
    ),
    ...assets.map(
      (assetId) => () => check(connection, faults, null, (sql) => verifyAsset(sql, connection, assetId)),
    ),
  ]
  for (const [done, step] of steps.entries()) {
    await nextTurn()
    options.signal?.throwIfAborted()
    step()
    options.onProgress?.(done + 1, steps.length)
  }
  return ok({ articles: articles.length, assets: assets.length, ...counts, faults })
}

/** A step that cannot even be read is itself a finding, and the rest is still looked at. */
function check(
  connection: Connection,
  faults: Fault[],
  articleId: ArticleId | null,
  work: (sql: Sql) => readonly Fault[],
): void {
  const found = connection.read(work)
  if (found.ok) faults.push(...found.value)
  else
    faults.push({
      kind: 'page',
      articleId,
      detail:
        'detail' in found.error
          ? `cannot be read: ${found.error.detail}`
          : `cannot be read: ${found.error.type}`,
    })
}

function planOf(sql: Sql) {
  return {
    tables: sql
      .all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .map((row) => textOf(row, 'name')),
    articles: sql.all('SELECT id, article_id FROM articles ORDER BY id').map((row) => ({
      id: integerOf(row, 'id'),
      articleId: parsedOf(row, 'article_id', articleIdSchema),
    })),
    assets: sql.all('SELECT asset_id FROM assets ORDER BY asset_id').map((row) => textOf(row, 'asset_id')),
  }
}

/** Row numbers are given out without gaps and never again, so the end of the log and holes in it show by counting. */
function verifyEnd(sql: Sql, folder: string): Fault[] {
  const row = sql.get(
    `SELECT count(*) AS stored, (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'updates') AS given
     FROM updates`,
  )
  const stored = row === null ? 0 : integerOf(row, 'stored')
  const given = Math.max(row === null ? 0 : integerOf(row, 'given'), readSession(folder)?.newestUpdate ?? 0)
  if (stored === given && newestUpdate(sql) === given) return []
  return [
    {
      kind: 'missing-row',
      articleId: null,
      detail: `${given} updates were stored in this library and ${stored} are there`,
    },
  ]
}

function verifyAsset(sql: Sql, connection: Connection, assetId: string): Fault[] {
  const row = sql.get(
    'SELECT asset_id, mime, width, height, byte_length FROM assets WHERE asset_id = ?',
    assetId,
  )
  if (row === null) return []
  const asset = assetOf(row)
  const bytes = readAsset(connection.folder, asset.assetId)
  if (bytes === null)
    return [{ kind: 'missing-picture', articleId: null, detail: `picture ${assetId} is not in its place` }]
  if (sha256Hex(bytes) !== assetId)
    return [
      { kind: 'damaged-picture', articleId: null, detail: `picture ${assetId} was changed on the disk` },
    ]
  return []
}
