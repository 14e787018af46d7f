// What the fields and their values are called, in the order in which their changes are listed.
import type { FieldName } from './revision-diff.ts'

export const FIELD_LABELS: Readonly<Record<FieldName, string>> = {
  slugline: 'Slugline',
  section: 'Section',
  topics: 'Topics',
  storyType: 'Story type',
  people: 'Byline',
  bylineTail: 'Words after the byline',
  datelinePlace: 'Dateline place',
  datelineSource: 'Dateline source',
  datelineZone: 'Zone of the reporting',
  datelineRunIn: 'Dateline run in',
  language: 'Language',
  direction: 'Direction',
  urlSlug: 'URL slug',
  searchHeadline: 'Search headline',
  searchDescription: 'Search description',
  socialHeadline: 'Social headline',
  deskNote: 'Desk note',
  readerNote: 'Note to readers',
  commissionedWords: 'Commissioned length',
  embargo: 'Embargo',
  published: 'Published',
  updated: 'Updated',
}

const DIRECTIONS: Readonly<Record<string, string>> = {
  auto: 'as the language is written',
  ltr: 'left to right',
  rtl: 'right to left',
}

/** A value that is one of a few, in words; '' for none. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return DIRECTIONS[value] ?? value
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}
