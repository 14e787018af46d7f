// The port of the library: everything core asks of SQLite, in newsroom terms. Implemented by open-library.ts and its
// neighbours in this folder, the only importers of @photostructure/sqlite. Every method answers a Result: a storage
// function never returns an empty list because something failed.
import type { Article } from '#shared/article/article.ts'
import type { ExportFile } from '#shared/article/export-input.ts'
import type { ArticleId, AssetId, EditionId, Instant, RevisionId, ZonedInstant } from '#shared/article/ids.ts'
import type { OutputProfile, ProfileId, ProfileList } from '#shared/article/output-profile.ts'
import type { PublicNote } from '#shared/article/public-note.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import type { OriginSource } from '#shared/draft/origin.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import type { Result } from '#shared/ipc/result.ts'
import type { ArticleQuery, ArticleSummary } from '#shared/library/article-summary.ts'
import type { RevisionKind, RevisionSummary } from '#shared/revision/revision.ts'
import type { DeskFile } from '#shared/workflow/checks/desk-file.ts'
import type { Waiver } from '#shared/workflow/checks/waiver.ts'
import type { DeskEvent } from '#shared/workflow/desk-event.ts'
import type { Edition, LedgerNote } from '#shared/workflow/edition.ts'
import type { EditionReason, FixedChange } from '#shared/workflow/publication.ts'
import type { Status } from '#shared/workflow/status.ts'

export type Stored<T> = Result<T, StorageOutcome>
export type ProfileResult<T> = Result<T, StorageOutcome | Outcome<'ProfileNotFound' | 'ProfileRefused'>>

/** Where an update came from (shared/draft/origin.ts names the origins). */
export interface NewUpdate {
  readonly articleId: ArticleId
  readonly bytes: Uint8Array
  readonly origin: OriginSource
  readonly author: string
  /** Grammar version the writer knew. The article keeps the highest ever written. */
  readonly schemaVersion: number
  readonly at: Instant
  readonly zone: string
}
export interface AppendedUpdate {
  /** 1, 2, 3 ... within the article. */
  readonly seq: number
  readonly at: Instant
  /** False when this very update (same hash) was already stored: appending is idempotent. */
  readonly isNew: boolean
}
/** What an imported article brings along. */
export interface Arrival {
  readonly stamps: readonly StampEvent[]
  readonly revision: NewRevision
}
export interface StoredDraft {
  /** The covering snapshot if one exists, then every row after it, in order; hashes and chain already verified. */
  readonly updates: readonly Uint8Array[]
  readonly seq: number
  readonly savedAt: Instant
  readonly schemaVersion: number
}
/** A row of the log. */
export interface LoggedUpdate {
  readonly seq: number
  readonly bytes: Uint8Array
  readonly origin: OriginSource
  readonly author: string
  readonly at: Instant
}
/** A position in a log that was read and verified up to there. */
export interface LogPlace {
  readonly seq: number
  readonly chain: Uint8Array
}
export interface LogPage {
  readonly rows: readonly LoggedUpdate[]
  /** Where the next page begins. */
  readonly place: LogPlace
  readonly isEnd: boolean
  readonly schemaVersion: number
}
/** A person has seen an article up to this row of its log. */
export interface Look {
  readonly seq: number
  readonly at: Instant
}
export interface ArticleProjection {
  readonly articleId: ArticleId
  /** The log position this projection covers; an older one never replaces a newer. */
  readonly seq: number
  readonly headline: string
  readonly standfirst: string
  readonly slugline: string
  /** The one in force: chosen, or made from the headline. */
  readonly urlSlug: string
  readonly section: string
  readonly byline: string
  /** Names of the byline's people, one per line ('\n'): searched, and what "my articles" compares. */
  readonly people: string
  /** Body text for the search index: captions, quotes, tables included; stash included (it is the desk's own search). */
  readonly body: string
  readonly words: number
  readonly hasTk: boolean
  readonly embargo: ZonedInstant | null
  readonly problem: string | null
}
export interface NewRevision {
  readonly id: RevisionId
  readonly articleId: ArticleId
  readonly kind: RevisionKind
  readonly label: string
  readonly author: string
  readonly at: Instant
  readonly zone: string
  readonly schemaVersion: number
  /** Canonical JSON of the Article (shared/revision/canonical.ts). */
  readonly articleJson: string
  readonly contentHash: string
  readonly words: number
  readonly wordsAdded: number | null
  readonly wordsRemoved: number | null
}
export interface StampEvent {
  readonly articleId: ArticleId
  readonly kind: 'published' | 'updated'
  readonly stamp: ZonedInstant
  readonly source: 'export' | 'import'
  readonly who: string
  readonly recordedAt: Instant
}
export interface NewEdition {
  readonly id: EditionId
  readonly articleId: ArticleId
  readonly revisionId: RevisionId
  readonly format: string
  readonly reason: EditionReason
  readonly who: string
  readonly at: Instant
  /** As the files say them. */
  readonly stamps: Stamps
  readonly profile: OutputProfile
  readonly notes: readonly PublicNote[]
  /** The main file first. */
  readonly files: readonly ExportFile[]
}
/** A note that an edition is the first to carry. */
export interface NewLedgerNote {
  readonly note: PublicNote
  readonly change: FixedChange | null
}
export interface DeskEntry extends DeskEvent {
  readonly articleId: ArticleId
}
/** All that one publication leaves behind. */
export interface Publication {
  readonly edition: NewEdition
  readonly stamps: readonly StampEvent[]
  readonly notes: readonly NewLedgerNote[]
  readonly event: DeskEntry
}
export interface FrozenEdition {
  readonly edition: Edition
  /** The very bytes, each verified against its hash; the main file first. */
  readonly files: readonly ExportFile[]
  /** As they were shown. */
  readonly notes: readonly PublicNote[]
}
export interface StoredAsset {
  readonly assetId: AssetId
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'
  readonly width: number
  readonly height: number
  readonly byteLength: number
}
export interface SlugHolder {
  readonly articleId: ArticleId
  readonly headline: string
  readonly section: string
  readonly status: Status
}
/** One thing `stet verify` found wrong. */
export interface Fault {
  readonly kind:
    | 'page'
    | 'chain'
    | 'hash'
    | 'missing-row'
    | 'missing-picture'
    | 'damaged-picture'
    | 'revision'
    | 'edition'
    | 'trigger'
    | 'pending'
  readonly articleId: ArticleId | null
  readonly detail: string
}
export interface Verification {
  readonly articles: number
  readonly updates: number
  readonly revisions: number
  readonly assets: number
  readonly editions: number
  readonly faults: readonly Fault[]
}

export interface LibraryStore {
  readonly path: string
  readonly name: string
  readonly isReadOnly: boolean

  readonly articles: {
    /** The row, its first update and what an import brings along, in one transaction (IM5). */
    create(first: NewUpdate, arrival?: Arrival): Stored<AppendedUpdate>
    list(query: ArticleQuery): Stored<{ rows: ArticleSummary[]; total: number }>
    get(articleId: ArticleId): Result<ArticleSummary, StorageOutcome | Outcome<'ArticleNotFound'>>
    /** Every article id, oldest first. */
    ids(): Stored<ArticleId[]>
    /** Row and search rows in one transaction, stamped with seq. */
    project(projection: ArticleProjection): Stored<null>
    /** Articles whose projection is behind their log. */
    behind(): Stored<ArticleId[]>
  }
  readonly updates: {
    /** One transaction, full sync; returns only after commit (DR2). */
    append(update: NewUpdate): Stored<AppendedUpdate>
    read(
      articleId: ArticleId,
    ): Result<StoredDraft, StorageOutcome | Outcome<'ArticleNotFound' | 'DraftDamaged'>>
    /** Rows after a place (null: from the first), at most `limit`, verified; raw rows are kept for ever. */
    history(
      articleId: ArticleId,
      after: LogPlace | null,
      limit: number,
    ): Result<LogPage, StorageOutcome | Outcome<'ArticleNotFound' | 'DraftDamaged'>>
    /** The newest snapshot that covers nothing after `seq`, or null. */
    snapshotBefore(articleId: ArticleId, seq: number): Stored<{ bytes: Uint8Array; place: LogPlace } | null>
    /** Rows since the last snapshot and their bytes: when to compact. */
    sizeSinceSnapshot(articleId: ArticleId): Stored<{ rows: number; bytes: number }>
    /** Stores a snapshot covering `seq`. Raw rows are kept (RELIABILITY 5.4); reading starts at the snapshot. */
    compact(articleId: ArticleId, seq: number, snapshot: Uint8Array): Stored<null>
  }
  readonly revisions: {
    /** Chains to the newest revision of the article and answers the full row. */
    take(revision: NewRevision): Stored<RevisionSummary>
    /** Newest first. Thinned ones are left out: there is nothing to open; their numbers stay taken. */
    list(articleId: ArticleId): Stored<RevisionSummary[]>
    /** Hash verified before it is answered. */
    read(
      articleId: ArticleId,
      revisionId: RevisionId,
    ): Result<
      { summary: RevisionSummary; article: Article },
      StorageOutcome | Outcome<'RevisionNotFound' | 'RevisionDamaged'>
    >
    /** Drops the stored article of automatic revisions and marks them thinned; their hashes stay in the chain. */
    thin(articleId: ArticleId, revisionIds: readonly RevisionId[]): Stored<number>
  }
  readonly workflow: {
    status(articleId: ArticleId): Result<Status, StorageOutcome | Outcome<'ArticleNotFound'>>
    /** The desk's ledger, oldest first. */
    events(articleId: ArticleId): Result<DeskEvent[], StorageOutcome | Outcome<'ArticleNotFound'>>
    record(event: DeskEntry): Stored<null>
    stamps(articleId: ArticleId): Stored<Stamps>
    /** A second 'published' for an article is refused by the database itself. */
    stamp(event: StampEvent): Stored<null>
    /** The latest time any row of this library was given; null while there is none. */
    newestTime(): Stored<Instant | null>
  }
  readonly editions: {
    /** Edition, stamps, notes and desk event, in one transaction. */
    record(publication: Publication): Stored<Edition>
    /** Oldest first. */
    list(articleId: ArticleId): Stored<Edition[]>
    /** Everything verified against its hashes. */
    read(
      articleId: ArticleId,
      editionId: EditionId,
    ): Result<FrozenEdition, StorageOutcome | Outcome<'EditionNotFound' | 'EditionDamaged'>>
    /** Articles that have a public note, the longest kept first: for a log of all corrections. */
    noted(): Stored<ArticleId[]>
    /** Every public note of the article, in order of appending. */
    notes(articleId: ArticleId): Stored<LedgerNote[]>
  }
  readonly looks: {
    /** Up to where this person has seen it (null: never), and up to where there is something to see. */
    last(
      articleId: ArticleId,
      person: string,
    ): Result<{ look: Look | null; seq: number }, StorageOutcome | Outcome<'ArticleNotFound'>>
    /** They have seen it as it stands now. */
    record(articleId: ArticleId, person: string, at: Instant): Stored<null>
  }
  readonly checks: {
    /** Empty until one is saved. */
    deskFile(): Stored<DeskFile>
    saveDeskFile(file: DeskFile): Stored<null>
    /** Those in force, oldest first. */
    waivers(articleId: ArticleId): Stored<Waiver[]>
    recordWaiver(articleId: ArticleId, act: 'waive' | 'withdraw', waiver: Waiver): Stored<null>
    /** Other articles whose URL slug in force is this one. */
    withSlug(slug: string, except: ArticleId): Stored<SlugHolder[]>
  }
  readonly assets: {
    /** The file is durable (temp, fsync, rename, fsync folder) before the row that names it. Idempotent. */
    put(asset: StoredAsset, bytes: Uint8Array): Stored<null>
    find(assetId: AssetId): Result<StoredAsset, StorageOutcome | Outcome<'PictureNotFound'>>
    /** Hash verified. */
    bytes(
      assetId: AssetId,
    ): Result<Uint8Array, StorageOutcome | Outcome<'PictureNotFound' | 'PictureDamaged'>>
  }
  readonly desk: {
    sections(): Stored<string[]>
    saveSections(sections: readonly string[]): Stored<null>
    profiles(): Stored<ProfileList>
    /** The default one. */
    profile(): Stored<OutputProfile>
    findProfile(profileId: ProfileId): Result<OutputProfile, StorageOutcome | Outcome<'ProfileNotFound'>>
    /** Changes the profile of that id, or adds it. */
    saveProfile(profile: OutputProfile): ProfileResult<null>
    removeProfile(profileId: ProfileId): ProfileResult<null>
    makeDefaultProfile(profileId: ProfileId): ProfileResult<null>
  }

  /** Detects a file that was unlinked, replaced or moved (RELIABILITY finding 6); cheap enough for every ack. */
  checkInPlace(): Result<null, Outcome<'LibraryGone'>>
  /**
   * Page check, chains, hashes, triggers, pictures. Yields between articles so that it can be cancelled: it then rejects
   * with the signal's reason, because half a verification proves nothing.
   */
  verify(options?: {
    onProgress?: (done: number, total: number) => void
    signal?: AbortSignal
    /** Puts a draft together (storage knows no Yjs) and says in words what is wrong with it: updates that wait for others. */
    findPending?: (updates: readonly Uint8Array[]) => string | null
  }): Promise<Stored<Verification>>
  /** Checkpoints and closes. Safe to call twice. */
  close(): void
}
