// The hash that seals a revision and chains it to its parent.
import { canonicalJson } from './canonical.ts'
import type { RevisionSummary } from './revision.ts'

/** Hex digest of text as UTF-8. Passed in, because shared code has no crypto of its own that answers at once. */
export type Sha256 = (text: string) => string

/**
 * SHA-256 over the parent's hash, the content's hash and every other fact of the row. Thinning drops a revision's
 * article but keeps this, so that the chain still proves which revisions there were.
 */
export function revisionHash(revision: Omit<RevisionSummary, 'hash'>, sha256: Sha256): string {
  const { id, articleId, number, kind, label, author, at, zone, schemaVersion } = revision
  const { words, wordsAdded, wordsRemoved, contentHash, parentHash } = revision
  return sha256(
    canonicalJson([
      'stet revision 1',
      parentHash,
      contentHash,
      {
        id,
        articleId,
        number,
        kind,
        label,
        author,
        at,
        zone,
        schemaVersion,
        words,
        wordsAdded,
        wordsRemoved,
      },
    ]),
  )
}
