// What one export will be, decided before anything is touched: profile, stamps, notes, files.
import type { ExportFile, ExportInput } from '#shared/article/export-input.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { OutputProfile, ProfileId } from '#shared/article/output-profile.ts'
import type { PublicNote } from '#shared/article/public-note.ts'
import { TK } from '#shared/article/tk.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import type { LedgerNote } from '#shared/workflow/edition.ts'
import { isClockBehind } from '#shared/workflow/embargo.ts'
import { appendedNotes, type Decision, noteFault, stampsAfter } from '#shared/workflow/publication.ts'
import type { Standing } from '../publishing/standing.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { type BuildOutcome, type BuildRequest, buildExport } from './build-export.ts'
import type { ExportSource } from './export-source.ts'
import { gatherPictures, type PictureOutcome } from './gather-pictures.ts'

export type PrepareOutcome =
  | StorageOutcome
  | PictureOutcome
  | BuildOutcome
  | Outcome<'ProfileNotFound' | 'DecisionNeeded' | 'NoteRefused'>

export interface PrepareRequest {
  readonly articleId: ArticleId
  readonly format: BuildRequest['format']
  readonly purpose: ExportInput['purpose']
  /** Null: that of the last page while it is there, else the default. */
  readonly profileId: ProfileId | null
  /** What a page for readers means; anything else moves no stamp and says nothing. */
  readonly decision: Decision
  readonly allowTk: boolean
}
export interface PreparedExport {
  /** The main file first. */
  readonly files: readonly ExportFile[]
  /** As they will be when the export is done. */
  readonly stamps: Stamps
  readonly moved: 'published' | 'updated' | null
  /** Every note as the files say them, and how many of them are new. */
  readonly notes: readonly PublicNote[]
  readonly newNotes: readonly PublicNote[]
  readonly profile: OutputProfile
  /** What a person should be told of the clocks, in sentences. */
  readonly clockWarnings: readonly string[]
}

/** `pictures`: null leaves them where the profile wants them. Touches nothing. */
export function prepareExport(
  store: LibraryStore,
  request: PrepareRequest,
  source: ExportSource,
  standing: Standing,
  pictures: OutputProfile['pictures'] | null,
): Result<PreparedExport, PrepareOutcome> {
  const chosen = chooseProfile(store, request.profileId, standing)
  if (!chosen.ok) return chosen
  const profile = chosen.value
  const publication = decided(request, standing, profile)
  if (!publication.ok) return publication
  const { stamps, newNotes } = publication.value
  if (!request.allowTk && newNotes.some(({ text }) => text.search(TK) >= 0))
    return err({ type: 'LeakFound', kind: 'TK', place: 'a note to readers' })
  const notes = [...standing.notes.map(asShown), ...newNotes]
  const shown = { ...profile, pictures: pictures ?? profile.pictures }
  const gathered = gatherPictures(store, source.article, shown)
  if (!gathered.ok) return gathered
  const built = buildExport({
    format: request.format,
    articleId: request.articleId,
    allowTk: request.allowTk,
    input: {
      article: source.article,
      stamps,
      notes,
      profile: shown,
      pictures: gathered.value,
      purpose: request.purpose,
      version: source.version,
    },
  })
  return built.ok ? ok({ ...publication.value, files: built.value, notes, profile }) : built
}

export function chooseProfile(
  store: LibraryStore,
  profileId: ProfileId | null,
  { lastPage }: Standing,
): Result<OutputProfile, StorageOutcome | Outcome<'ProfileNotFound'>> {
  if (profileId !== null) return store.desk.findProfile(profileId)
  if (lastPage === null) return store.desk.profile()
  const last = store.desk.findProfile(lastPage.profileId)
  return !last.ok && last.error.type === 'ProfileNotFound' ? store.desk.profile() : last
}

type Decided = Pick<PreparedExport, 'stamps' | 'moved' | 'newNotes' | 'clockWarnings'>

function decided(
  { format, purpose, decision }: PrepareRequest,
  { stamps, notes, lastPage, clock }: Standing,
  { zone }: OutputProfile,
): Result<Decided, Outcome<'DecisionNeeded' | 'NoteRefused'>> {
  // ST2 to ST4: only a page for readers moves a stamp or says anything.
  if (format !== 'html' || purpose !== 'readers')
    return ok({ stamps, moved: null, newNotes: [], clockWarnings: [] })
  const detail = undecided(decision, lastPage !== null, stamps)
  if (detail !== null) return err({ type: 'DecisionNeeded', detail })
  const fault = noteFault(notes, decision)
  if (fault !== null) return err({ type: 'NoteRefused', detail: fault })
  const move = stampsAfter(stamps, decision, { at: clock.now, zone })
  const at = move.stamps.updated ?? move.stamps.published
  const newNotes = at === null ? [] : appendedNotes(notes, decision, at)
  return ok({
    stamps: move.stamps,
    moved: move.moved,
    newNotes,
    clockWarnings: clockWarnings(isClockBehind(clock), move.isHeldBack),
  })
}

/** What the decision leaves open, in words. */
function undecided(decision: Decision, hasPage: boolean, { published }: Stamps): string | null {
  if (decision.kind === 'first')
    return hasPage ? 'a page of it has gone out already, so it has to be said what this one changes' : null
  if (published === null) return 'readers have no page of it yet, so there is nothing to change or to correct'
  return decision.kind === 'silent' && !hasPage ? 'no page of it has gone out from this library yet' : null
}

const clockWarnings = (isBehind: boolean, isHeldBack: boolean): readonly string[] => [
  ...(isBehind
    ? ['This computer’s clock is behind what the library has already recorded: set it right.']
    : []),
  ...(isHeldBack
    ? ['The new stamp would be earlier than one readers have seen, so it repeats that one.']
    : []),
]

const asShown = ({ id, kind, text, at, placement, revises }: LedgerNote): PublicNote => ({
  id,
  kind,
  text,
  at,
  placement,
  revises,
})
