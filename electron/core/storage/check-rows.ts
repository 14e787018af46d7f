// What checks keep in the library and ask of it: the desk file, what people let stand and why, and who has which address.
// Waivers are append-only: taking one back is another row, and the newest row about a finding counts.
import { articleIdSchema } from '#shared/article/ids.ts'
import { ok } from '#shared/ipc/result.ts'
import { deskFileSchema, EMPTY_DESK_FILE } from '#shared/workflow/checks/desk-file.ts'
import { findingIdSchema, type Waiver } from '#shared/workflow/checks/waiver.ts'
import { requireArticle } from './article-key.ts'
import type { Connection } from './connection.ts'
import { readMeta, writeMeta } from './desk-rows.ts'
import type { LibraryStore } from './library-store.ts'
import { instantOf, jsonOrNull, parsedOf, type Row, type Sql, textOf } from './sql.ts'
import { unreadable } from './storage-error.ts'
import { statusOf } from './workflow-rows.ts'

const DESK_FILE = 'desk-file'
/** Articles named as holders of one address: more would say nothing more. */
const MAX_HOLDERS = 20

export function createCheckRows(connection: Connection): LibraryStore['checks'] {
  const written = (work: (sql: Sql) => void) => {
    const stored = connection.write(work)
    return stored.ok ? ok(null) : stored
  }
  return {
    deskFile: () => connection.read(readDeskFile),
    saveDeskFile: (file) =>
      written((sql) => writeMeta(sql, DESK_FILE, JSON.stringify(deskFileSchema.parse(file)))),
    waivers: (articleId) =>
      connection.read((sql) =>
        sql
          .all(
            `SELECT finding, rule, sentence, excerpt, who, why, at FROM waivers
             WHERE id IN (SELECT max(w.id) FROM waivers AS w JOIN articles AS a ON a.id = w.article
                          WHERE a.article_id = ? GROUP BY w.finding) AND act = 'waive' ORDER BY id`,
            articleId,
          )
          .map(waiverOf),
      ),
    recordWaiver: (articleId, act, waiver) =>
      written((sql) =>
        sql.run(
          'INSERT INTO waivers (article, act, finding, rule, sentence, excerpt, who, why, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
          requireArticle(sql, articleId),
          act,
          waiver.finding,
          waiver.rule,
          waiver.sentence,
          waiver.excerpt,
          waiver.who,
          waiver.why,
          waiver.at,
        ),
      ),
    withSlug: (slug, except) =>
      connection.read((sql) =>
        sql
          .all(
            `SELECT article_id, headline, section, status FROM articles
             WHERE url_slug = ? AND article_id <> ? ORDER BY id LIMIT ?`,
            slug,
            except,
            MAX_HOLDERS,
          )
          .map((row) => ({
            articleId: parsedOf(row, 'article_id', articleIdSchema),
            headline: textOf(row, 'headline'),
            section: textOf(row, 'section'),
            status: statusOf(row),
          })),
      ),
  }
}

/** None yet is an empty one; one that cannot be read is damage and said so: without house terms checks would pass in silence. */
function readDeskFile(sql: Sql) {
  const text = readMeta(sql, DESK_FILE)
  if (text === null) return EMPTY_DESK_FILE
  const parsed = deskFileSchema.safeParse(jsonOrNull(text))
  if (!parsed.success) throw unreadable('the desk file of this library cannot be read')
  return parsed.data
}

const waiverOf = (row: Row): Waiver => ({
  finding: parsedOf(row, 'finding', findingIdSchema),
  rule: textOf(row, 'rule'),
  sentence: textOf(row, 'sentence'),
  excerpt: textOf(row, 'excerpt'),
  who: textOf(row, 'who'),
  why: textOf(row, 'why'),
  at: instantOf(row, 'at'),
})
