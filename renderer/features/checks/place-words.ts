// Where a finding lies, in a word or two.
import type { Place } from '#shared/workflow/checks/finding.ts'
import type { CheckField } from '#shared/workflow/checks/finding.ts'

const FIELD_WORDS: Partial<Record<CheckField, string>> = {
  slugline: 'Slugline',
  urlSlug: 'URL slug',
  section: 'Section',
  topics: 'Topics',
  people: 'Byline',
  bylineTail: 'Byline',
  datelinePlace: 'Dateline',
  datelineSource: 'Dateline',
  language: 'Language',
  searchHeadline: 'Search headline',
  searchDescription: 'Search description',
  socialHeadline: 'Social headline',
  readerNote: 'Note to readers',
  embargo: 'Embargo',
}

/** '' where the words themselves say it. */
export function placeWords(place: Place): string {
  return place.kind === 'field' ? (FIELD_WORDS[place.field] ?? 'Story') : ''
}
