// A revision: an immutable snapshot of an article with author, time, kind, label and hash, chained to its parent.
import { z } from 'zod'
import { articleIdSchema, instantSchema, revisionIdSchema } from '../article/ids.ts'

/** Why it was taken: sitting = before the first change of a sitting; idle; status change; export; import; named by a person;
 * restore = just before a restore. */
export const REVISION_KINDS = ['sitting', 'idle', 'status', 'export', 'import', 'named', 'restore'] as const
export type RevisionKind = (typeof REVISION_KINDS)[number]

/** Kinds that thinning never touches. */
export const LASTING_KINDS: readonly RevisionKind[] = ['named', 'export', 'import', 'status', 'restore']

export const revisionSummarySchema = z.strictObject({
  id: revisionIdSchema,
  articleId: articleIdSchema,
  /** 1, 2, 3 ... within the article. */
  number: z.number().int().min(1),
  kind: z.enum(REVISION_KINDS),
  label: z.string().max(2_000),
  author: z.string().max(2_000),
  at: instantSchema,
  /** Zone of the machine that took it. */
  zone: z.string(),
  schemaVersion: z.number().int(),
  words: z.number().int(),
  /** Against the parent, counted as a multiset of words; null for the first. */
  wordsAdded: z.number().int().nullable(),
  wordsRemoved: z.number().int().nullable(),
  /** SHA-256 of the canonical article JSON. */
  contentHash: z.string(),
  /** SHA-256 over parent hash, content hash and the facts of this row (shared/revision/revision-hash.ts). */
  hash: z.string(),
  parentHash: z.string().nullable(),
})
export type RevisionSummary = Readonly<z.infer<typeof revisionSummarySchema>>
