// DR4: what a window holds, saved to a file the person chooses when the library cannot take it: a Stet article that the importer
// reads, with everything private still in it.
import * as Y from 'yjs'
import { ARTICLE_VERSION, type Article } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { readAsStored } from '#shared/article/materialise.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { metaOf } from '#shared/draft/draft-doc.ts'
import { readKnownMeta } from '#shared/draft/meta-map.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import { STET_JSON_FORMAT, STET_JSON_VERSION } from '../exports/formats/stet-json.ts'
import { suggestedFileName } from '../exports/suggested-file-name.ts'
import { articleFrom, replayLog } from './load-draft.ts'

export interface RescueCopy {
  readonly suggestedName: string
  readonly bytes: Uint8Array
}

/** A draft that this version cannot read as an article goes along whole, for one that can. Refused when the state cannot be decoded: a file that could not be opened again would be a promise broken later. */
export function makeRescueCopy(
  articleId: ArticleId,
  state: Uint8Array,
): Result<RescueCopy, Outcome<'UpdateRejected'>> {
  const draft = replayLog([state])
  if (!draft.ok) return err({ type: 'UpdateRejected', detail: draft.error.detail })
  const doc = draft.value
  const known = articleFrom(doc, SCHEMA_VERSION)
  const article: Article = known.ok
    ? known.value
    : {
        version: ARTICLE_VERSION,
        schemaVersion: SCHEMA_VERSION,
        content: readAsStored(doc),
        meta: readKnownMeta(doc).meta,
      }
  const copy = {
    format: STET_JSON_FORMAT,
    formatVersion: STET_JSON_VERSION,
    article,
    stamps: NO_STAMPS,
    notes: [],
    ...(known.ok
      ? {}
      : {
          rescue: {
            articleId,
            fields: metaOf(doc).toJSON(),
            draft: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'),
          },
        }),
  }
  return ok({
    suggestedName: suggestedFileName(article, 'json').replace(/\.json$/, '-rescued.json'),
    bytes: new TextEncoder().encode(`${JSON.stringify(copy, null, 1)}\n`),
  })
}
