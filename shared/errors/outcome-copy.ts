// Words for every expected failure: what happened, and what a person can do next. One record for the window and the
// command line, so that they never tell two stories. A new outcome does not compile until it has words here.
import { stampWords } from '../article/format-stamp.ts'
import { toInstant, zoneSchema } from '../article/ids.ts'
import { transitionWords } from '../workflow/desk-state.ts'
import type { Outcome, OutcomeTag } from './outcome.ts'

export interface OutcomeCopy {
  /** A few words, for a heading. */
  readonly title: string
  /** One full sentence that says what happened and to what. */
  readonly sentence: string
  /** One full sentence that says what to do; '' where nothing needs doing. */
  readonly nextStep: string
  /** Whether the same attempt may go better without anything being changed first. */
  readonly canRetry: boolean
}

const LEAK_WORDS: Readonly<Record<Outcome<'LeakFound'>['kind'], string>> = {
  stash: 'words of a stash',
  TK: 'a TK',
  'desk note': 'words of the desk note',
  slugline: 'the slugline',
  'profile name': 'the desk’s name of an output profile',
  'internal id': 'an internal id',
  'picture data': 'data that a picture carries',
}

type Words<T extends OutcomeTag> = (
  outcome: Outcome<T>,
) => readonly [title: string, sentence: string, nextStep: string]

const MEGABYTE = 1024 * 1024

const WORDS: { readonly [T in OutcomeTag]: Words<T> } = {
  LibraryMissing: ({ path }) => [
    'No library here',
    `There is no Stet library at ${path}.`,
    'Check the place, or create a new library.',
  ],
  LibraryNotOurs: ({ path, detail }) => [
    'Not a Stet library',
    `${path} is not a Stet library: ${plain(detail)}.`,
    'Choose another place; nothing was changed there.',
  ],
  LibraryTooNew: ({ path, needs }) => [
    'Made by a newer Stet',
    `The library ${path} was written by a newer Stet (it needs ${needs}).`,
    'Update Stet to open it; nothing was changed.',
  ],
  LibraryCorrupt: ({ path, detail }) => [
    'The library is damaged',
    `The library ${path} is damaged: ${plain(detail)}.`,
    'Make a copy of the whole folder before anything else, then run “stet verify” to see what can still be read.',
  ],
  LibraryReadOnly: ({ path, detail }) => [
    'Read-only library',
    `The library ${path} cannot be written to: ${plain(detail)}.`,
    'Check the disk and the permissions of the folder, or open a library elsewhere.',
  ],
  LibraryBusy: ({ path, owner }) => [
    'The library is open elsewhere',
    `The library ${path} is already open in ${owner || 'another program'}.`,
    'Close it there, then try again.',
  ],
  LibraryGone: ({ path }) => [
    'The library has disappeared',
    `The library at ${path} was moved, replaced or deleted while it was open.`,
    'Put the folder back or plug the disk in again; keep this window open and save a copy of your text until then.',
  ],
  DiskFull: ({ detail }) => [
    'The disk is full',
    `The disk is full, so nothing could be saved (${plain(detail)}).`,
    'Make room on the disk, then try again; what you wrote is still here.',
  ],
  StorageFailed: ({ detail }) => [
    'The disk did not answer',
    `The library could not be read or written: ${plain(detail)}.`,
    'Try again; if it happens twice, save a copy of your text elsewhere and check the disk.',
  ],
  ArticleNotFound: ({ articleId }) => [
    'No such article',
    `There is no article ${articleId} in this library.`,
    'Look for it on the desk or with “stet list”.',
  ],
  SchemaTooNew: ({ stored, known }) => [
    'Written with a newer Stet',
    `The article was written with a newer Stet (its form is ${stored}, this Stet knows ${known}).`,
    'Update Stet to change it; it was left as it is.',
  ],
  UnknownContent: ({ names }) => [
    'Contains what this Stet does not know',
    `The article holds content that this Stet does not know: ${names.join(', ') || 'unnamed'}.`,
    'Update Stet to change it; it was left as it is.',
  ],
  DraftDamaged: ({ detail }) => [
    'The draft is damaged',
    `The draft cannot be read in full: ${plain(detail)}.`,
    'Open one of its revisions, and run “stet verify” to see what is wrong.',
  ],
  DraftNotOpen: ({ articleId }) => [
    'The draft is not open',
    `The draft ${articleId} is not open, so the change was not saved.`,
    'Open the article again.',
  ],
  DraftReadOnly: ({ detail }) => [
    'The draft is read-only',
    `The draft cannot be changed: ${plain(detail)}.`,
    'Copy the text into a new article to go on.',
  ],
  UpdateRejected: ({ detail }) => [
    'A change was refused',
    `A change to the draft was refused: ${plain(detail)}.`,
    'Save a copy of your text, then open the article again.',
  ],
  RevisionNotFound: ({ revisionId }) => [
    'No such revision',
    `The article has no revision ${revisionId}, or its text was thinned out.`,
    'Choose another from the history.',
  ],
  RevisionDamaged: ({ revisionId, detail }) => [
    'The revision is damaged',
    `The revision ${revisionId} does not read as it was written: ${plain(detail)}.`,
    'Choose the revision before or after it, and run “stet verify”.',
  ],
  InvalidTransition: ({ from, verb }) => [
    'Not possible from here',
    transitionWords(from, verb) ?? `This cannot be done with the article now (${verb} from ${from}).`,
    'Look at its status again: somebody may have changed it.',
  ],
  ReasonNeeded: () => [
    'A reason is needed',
    'This is not done without a reason: the desk has to be able to read later why it was.',
    'Say why, in a line.',
  ],
  OnHold: ({ who, why }) => [
    'On hold',
    `The article is on hold${by(who)}: ${plain(why)}.`,
    'It has to be released before anything goes to readers; a proof can be made.',
  ],
  LegalNotCleared: ({ who, why }) => [
    'Legal review is not done',
    `Legal review was asked for${by(who)} and the article has not been cleared${why.trim() === '' ? '' : `: ${plain(why)}`}.`,
    'Have it cleared before anything goes to readers; a proof can be made.',
  ],
  ChecksFailed: ({ count, first }) => [
    'The checks found errors',
    count === 1
      ? `A check found an error: ${plain(first)}.`
      : `The checks found ${count} errors, the first: ${plain(first)}.`,
    'Put it right; the Checks tab shows each in its place.',
  ],
  DecisionNeeded: ({ detail }) => [
    'A decision is needed',
    `The page cannot go out like this: ${plain(detail)}.`,
    'Look at the differences and decide.',
  ],
  NoteRefused: ({ detail }) => [
    'The note cannot be appended',
    `A public note cannot be appended: ${plain(detail)}.`,
    'Look at the notes again: somebody may have revised one.',
  ],
  EmbargoMissing: () => [
    'No embargo',
    'The article is under no embargo now, so there is none to override.',
    'Set one on the Story tab if there should be one.',
  ],
  EditionNotFound: ({ editionId }) => [
    'No such edition',
    `The article has no edition ${editionId}.`,
    'Choose another from the list of editions.',
  ],
  EditionDamaged: ({ editionId, detail }) => [
    'The edition is damaged',
    `The edition ${editionId} does not read as it was written: ${plain(detail)}.`,
    'Run “stet verify” to see what else is damaged.',
  ],
  PictureTooLarge: ({ detail }) => [
    'The picture is too large',
    `The picture is too large: ${plain(detail)}.`,
    'Make it smaller and add it again.',
  ],
  PictureUnsupported: ({ detail }) => [
    'Not a picture Stet can use',
    `The picture is of a kind that Stet does not take: ${plain(detail)}.`,
    'Save it as JPEG, PNG, WebP or GIF and add it again.',
  ],
  PictureDamaged: ({ detail }) => [
    'The picture is damaged',
    `The picture cannot be read: ${plain(detail)}.`,
    'Take it from its source again.',
  ],
  PictureNotFound: ({ assetId }) => [
    'A picture is missing',
    `The picture ${assetId.slice(0, 12)} is not in this library.`,
    'Add the picture again where its figure stands.',
  ],
  ImportUnsupported: ({ fileName }) => [
    'Not a file Stet can import',
    `${fileName} is not text, Markdown, HTML or Stet JSON.`,
    'Save it in one of these forms and import it again.',
  ],
  ImportTooLarge: ({ fileName, limitBytes }) => [
    'The file is too large',
    `${fileName} is larger than ${Math.round(limitBytes / MEGABYTE)} MB, the most that is imported.`,
    'Import the part of it that is the article.',
  ],
  ImportUnreadable: ({ fileName, detail }) => [
    'The file cannot be imported',
    `${fileName} cannot be imported: ${plain(detail)}.`,
    'Check the file and try again; nothing was imported from it.',
  ],
  LeakFound: ({ kind, place }) => [
    'Something private would leave',
    `The export was stopped because it would show ${LEAK_WORDS[kind]} in ${plain(place)}.`,
    kind === 'TK'
      ? 'Fill the TK in, or allow TKs for this export.'
      : kind === 'picture data'
        ? 'Add the picture again: it is cleaned as it comes in.'
        : 'Take it out of the text and export again.',
  ],
  HeadlineMissing: () => [
    'No headline',
    'An article without a headline cannot go out to readers.',
    'Write a headline, or export a proof.',
  ],
  ProfileNotFound: ({ profileId }) => [
    'No such output profile',
    `This library has no output profile “${plain(profileId)}”.`,
    'Choose another; “stet profiles” and the settings list them.',
  ],
  ProfileRefused: ({ detail }) => [
    'The output profile stays as it is',
    `${plain(detail)}.`,
    'Change what stands in the way, then try again.',
  ],
  EmbargoActive: ({ until, zone, userZone, isClockBehind }) => [
    'Under embargo',
    `The article is under embargo until ${embargoWords(until, zone, userZone)}.`,
    isClockBehind
      ? 'This computer’s clock is behind what the library has already recorded: set it right, or wait, export a proof, or override the embargo.'
      : 'Wait until then, export a proof, or override the embargo.',
  ],
  FindingGone: () => [
    'Not there any more',
    'What was to be waived is not in the article any more, or cannot be waived.',
    'Look at the checks again.',
  ],
  DeskFileRefused: ({ fileName, detail }) => [
    'Not a desk file Stet can use',
    `${fileName} was not taken. ${plain(detail)}.`,
    'Mend the file and import it again; the house terms are as they were.',
  ],
  WriteFailed: ({ fileName, detail }) => [
    'The file was not written',
    `${fileName} could not be written: ${plain(detail)}.`,
    'Choose another place and try again; what stood there before is untouched.',
  ],
  SettingsUnreadable: ({ path, detail }) => [
    'Settings cannot be read',
    `The settings in ${path} cannot be read: ${plain(detail)}.`,
    'Move the file aside to start with new settings.',
  ],
  Cancelled: () => ['Cancelled', 'Nothing was done.', ''],
  InvalidRequest: () => [
    'Not understood',
    'Stet did not understand its own request.',
    'Try again, and report it if it stays.',
  ],
  UnknownCommand: () => [
    'Not understood',
    'Stet did not know the command.',
    'Restart Stet, and report it if it stays.',
  ],
  UntrustedSender: () => [
    'Refused',
    'A page that is not Stet’s own asked for something and was refused.',
    '',
  ],
  ShuttingDown: () => ['Closing', 'Stet is closing and takes no more changes.', 'Start Stet again.'],
  Defect: ({ reference }) => [
    'Something went wrong in Stet',
    `Something went wrong in Stet itself (reference ${reference}).`,
    'What was saved is safe; report the reference with the log.',
  ],
}

/** Outcomes that passing time or another hand can clear. */
const RETRIABLE: ReadonlySet<OutcomeTag> = new Set([
  'LibraryBusy',
  'LibraryGone',
  'LibraryReadOnly',
  'DiskFull',
  'StorageFailed',
  'WriteFailed',
  'ImportUnreadable',
  'Defect',
])

export function outcomeCopy(outcome: Outcome): OutcomeCopy {
  // One entry per tag takes exactly that tag's outcome: the table's own type proves it, a lookup by union cannot.
  const words = WORDS[outcome.type] as Words<OutcomeTag>
  const [title, sentence, nextStep] = words(outcome)
  return { title, sentence, nextStep, canRetry: RETRIABLE.has(outcome.type) }
}

/** What happened and what to do, in one line. */
export function sentence(outcome: Outcome): string {
  const { sentence: what, nextStep } = outcomeCopy(outcome)
  return nextStep === '' ? what : `${what} ${nextStep}`
}

/** The end of an embargo where the story is and, where that reads differently, here. */
function embargoWords(until: number, zone: string, userZone: string): string {
  const at = toInstant(until)
  const there = stampWords({ at, zone: zoneSchema.parse(zone) }, zone)
  const here = stampWords({ at, zone: zoneSchema.parse(userZone) }, userZone)
  return there === here ? there : `${there} (${here} here)`
}

const by = (who: string): string => (who.trim() === '' ? '' : ` by ${who.trim()}`)

/** A detail inside a sentence of ours: on one line, without its own full stop. */
const plain = (detail: string): string =>
  detail.replace(/\s+/g, ' ').trim().replace(/\.$/, '') || 'no reason was given'
