// The shapes that --json prints: a stable interface, described in docs/command-line.md. Times are ISO 8601 in UTC.
import type { Instant, ZonedInstant } from '#shared/article/ids.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import type { ArticleSummary } from '#shared/library/article-summary.ts'
import type { Authorship } from '#shared/revision/attribution.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import type { LedgerNote, ShownEdition } from '#shared/workflow/edition.ts'

export const editionJson = (edition: ShownEdition): unknown => ({
  id: edition.id,
  number: edition.number,
  revision: edition.revisionNumber,
  format: edition.format,
  reason: edition.reason,
  who: edition.who,
  from: iso(edition.at),
  to: edition.to === null ? null : iso(edition.to),
  endedBy: edition.endedBy,
  file: edition.fileName,
  files: edition.files,
  profile: edition.profileId,
  stamps: stampsJson(edition.stamps),
  sha256: edition.sha256,
  hash: edition.hash,
})

export const noteJson = (note: LedgerNote): unknown => ({
  id: note.id,
  kind: note.kind,
  text: note.text,
  at: zoned(note.at),
  placement: note.placement,
  revises: note.revises,
  revisedBy: note.revisedBy,
  edition: note.editionId,
  revision: note.revisionId,
  change: note.change,
  who: note.who,
})

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

export const authorshipJson = ({ author, at, origin, returned }: Authorship): Record<string, unknown> => ({
  author,
  at: iso(at),
  origin,
  returned: returned === null ? null : { ...returned, at: iso(returned.at) },
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
