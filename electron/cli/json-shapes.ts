// The shapes that --json prints: a stable interface, described in docs/command-line.md. Times are ISO 8601 in UTC.
import type { Instant, ZonedInstant } from '#shared/article/ids.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import type { ArticleSummary } from '#shared/library/article-summary.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'

const iso = (at: Instant): string => new Date(at).toISOString()
const zoned = (stamp: ZonedInstant | null): { at: string; zone: string } | null =>
  stamp === null ? null : { at: iso(stamp.at), zone: stamp.zone }

export const stampsJson = ({ published, updated }: Stamps): unknown => ({
  published: zoned(published),
  updated: zoned(updated),
})

export const summaryJson = (summary: ArticleSummary): Record<string, unknown> => ({
  id: summary.id,
  headline: summary.headline,
  slugline: summary.slugline,
  section: summary.section,
  byline: summary.byline,
  status: summary.status,
  words: summary.words,
  hasTk: summary.hasTk,
  embargo: zoned(summary.embargo),
  createdAt: iso(summary.createdAt),
  savedAt: iso(summary.savedAt),
  savedBy: summary.savedBy,
  problem: summary.problem,
})

export const revisionJson = (revision: RevisionSummary): unknown => ({
  id: revision.id,
  number: revision.number,
  kind: revision.kind,
  label: revision.label,
  author: revision.author,
  at: iso(revision.at),
  words: revision.words,
  wordsAdded: revision.wordsAdded,
  wordsRemoved: revision.wordsRemoved,
  contentHash: revision.contentHash,
  hash: revision.hash,
  parentHash: revision.parentHash,
})
