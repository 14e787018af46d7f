// What can be compared, as a picker lists it, and which version a reader means by "since".
import type { Instant } from '#shared/article/ids.ts'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import { LASTING_KINDS, type RevisionSummary } from '#shared/revision/revision.ts'
import { REVISION_WORDS } from '../../copy/revision-words.ts'
import { dayWords, shortTime } from '../../copy/time-words.ts'
import { LIVE, type Since, type Version } from '../../state/review.ts'

export type Moments = OutputOf<'review', 'moments'>

export interface VersionEntry {
  readonly id: string
  readonly version: Version
  /** "7 · As filed" */
  readonly label: string
  /** "A. Reporter, Today 14:05" */
  readonly detail: string
  /** Null for the live draft. */
  readonly at: Instant | null
}

export function idOf(version: Version): string {
  switch (version.kind) {
    case 'live':
      return 'live'
    case 'revision':
      return version.revisionId
    case 'position':
      return `position ${version.seq}`
  }
}

/** The live draft, what was seen last, then the revisions, newest first. */
export function versionEntries(moments: Moments, hasLive: boolean, now: number): VersionEntry[] {
  const { looked, live, revisions, editions } = moments
  const entry = (version: Version, label: string, at: Instant | null, who: string): VersionEntry => ({
    id: idOf(version),
    version,
    label,
    detail: [who, at === null ? '' : whenWords(at, now)].filter(Boolean).join(', '),
    at,
  })
  const editionOf = new Map(editions.map((edition) => [edition.revisionId, edition.number]))
  return [
    ...(hasLive ? [entry(LIVE, 'Now', null, 'the live draft')] : []),
    ...(looked === null || looked.seq === live.seq
      ? []
      : [entry({ kind: 'position', seq: looked.seq }, 'When I last looked', looked.at, '')]),
    ...revisions.map((revision) =>
      entry(
        { kind: 'revision', revisionId: revision.id },
        `${revision.number} · ${nameOf(revision, editionOf.get(revision.id))}`,
        revision.at,
        revision.author,
      ),
    ),
  ]
}

/** Where "since …" begins: null when the article has no such version. */
export function sinceVersion(since: Since, moments: Moments): Version | null {
  const { looked, live, lastEdition, lastFiled, revisions } = moments
  const position = looked === null ? null : ({ kind: 'position', seq: looked.seq } as const)
  switch (since) {
    case 'looked':
      return position
    case 'edition':
      return revisionVersion(lastEdition)
    case 'filed':
      return revisionVersion(lastFiled)
    case 'last-time': {
      if (position !== null && position.seq !== live.seq) return position
      // As it was before this sitting, or the last one that somebody or something kept on purpose.
      const kept = revisions.find(({ kind }) => kind === 'sitting' || LASTING_KINDS.includes(kind))
      return revisionVersion((kept ?? revisions[0])?.id ?? null)
    }
  }
}

const revisionVersion = (revisionId: RevisionSummary['id'] | null): Version | null =>
  revisionId === null ? null : { kind: 'revision', revisionId }

function nameOf(revision: RevisionSummary, edition: number | undefined): string {
  if (edition !== undefined) return `Edition ${edition}`
  return revision.kind === 'named' && revision.label !== '' ? revision.label : REVISION_WORDS[revision.kind]
}

const whenWords = (at: number, now: number): string => `${dayWords(at, now)} ${shortTime(at)}`
