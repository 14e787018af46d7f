// DR4: what a window holds, saved to a file the person chooses when the library cannot take it. Readable by people and by Stet.
import * as Y from 'yjs'
import { ARTICLE_VERSION } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { readAsStored } from '#shared/article/materialise.ts'
import { headText } from '#shared/article/plain-text.ts'
import { metaOf } from '#shared/draft/draft-doc.ts'
import { readKnownMeta } from '#shared/draft/meta-map.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import type { Clock } from '../ports.ts'
import { replayLog } from './load-draft.ts'

export interface RescueCopy {
  readonly suggestedName: string
  readonly bytes: Uint8Array
}

/** Characters of the headline in a file name. */
const MAX_NAME_CHARS = 60

/**
 * The article as JSON, with the whole draft beside it, history and what this version cannot read included. Refused when the state
 * cannot be decoded: a file that could not be opened again would be a promise broken later.
 */
export function makeRescueCopy(
  articleId: ArticleId,
  state: Uint8Array,
  clock: Clock,
): Result<RescueCopy, Outcome<'UpdateRejected'>> {
  const draft = replayLog([state])
  if (!draft.ok) return err({ type: 'UpdateRejected', detail: draft.error.detail })
  const content = readAsStored(draft.value)
  const { meta, unreadable } = readKnownMeta(draft.value)
  const copy = {
    stetRescue: 1,
    articleId,
    rescuedAt: new Date(clock.now()).toISOString(),
    article: { version: ARTICLE_VERSION, schemaVersion: SCHEMA_VERSION, content, meta },
    ...(unreadable.length === 0 ? {} : { meta: metaOf(draft.value).toJSON() }),
    draft: Buffer.from(Y.encodeStateAsUpdate(draft.value)).toString('base64'),
  }
  return ok({
    suggestedName: `${fileNameFrom(headText(content, 'headline'))} (rescued).json`,
    bytes: new TextEncoder().encode(`${JSON.stringify(copy, null, 1)}\n`),
  })
}

function fileNameFrom(headline: string): string {
  const name = headline
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return [...name].slice(0, MAX_NAME_CHARS).join('').trim() || 'Article'
}
