// Public notes on the page: what was wrong, what is new, and when readers were told.
import type { NoteKind } from '#shared/article/public-note.ts'
import { escapeText } from './html-escape.ts'
import { furniture, furnitureLine, timeHtml } from './html-furniture.ts'
import type { NoteFact, PageFacts } from './page-facts.ts'

/** Notes that stand above the body. */
export const highNotesHtml = (facts: PageFacts): string =>
  facts.retraction === null ? sectionHtml(facts, 'notes notes-high', highNotes(facts)) : ''

/** Notes that stand below it. */
export const lowNotesHtml = (facts: PageFacts): string => sectionHtml(facts, 'notes', lowNotes(facts))

/** In place of the body. */
export const retractionHtml = (facts: PageFacts, retraction: NoteFact): string =>
  `<section class="notes retraction">\n<h2${furniture(facts)}>${escapeText(facts.words.retracted)}</h2>\n${listHtml(facts, [retraction])}</section>\n`

/** A line for readers at the top of the page: each kind of note below, linked to the newest of its kind. */
export function notesLineHtml(facts: PageFacts): string {
  const newest = new Map<NoteKind, NoteFact>()
  for (const note of lowNotes(facts)) if (!newest.has(note.kind)) newest.set(note.kind, note)
  if (newest.size === 0) return ''
  const links = [...newest.values()].map((note) => `<a href="#${note.id}">${escapeText(note.label)}</a>`)
  return `<p class="notes-line"${furnitureLine(facts)}>${escapeText(facts.words.seeBelow)} ${links.join(', ')}</p>\n`
}

const highNotes = ({ notes }: PageFacts) => notes.filter((note) => note.placement === 'high')
/** On a page that is retracted every earlier note stands below: there is no text above which it could. */
const lowNotes = ({ notes, retraction }: PageFacts) =>
  retraction === null
    ? notes.filter((note) => note.placement === 'low')
    : notes.filter((note) => note !== retraction)

function sectionHtml(facts: PageFacts, className: string, notes: readonly NoteFact[]): string {
  if (notes.length === 0) return ''
  const heading = `<h2${furniture(facts)}>${escapeText(facts.words.notes)}</h2>\n`
  return `<section class="${className}">\n${heading}${listHtml(facts, notes)}</section>\n`
}

function listHtml(facts: PageFacts, notes: readonly NoteFact[]): string {
  const items = notes.map((note) => {
    const label = `<strong>${escapeText(note.label)}</strong> ${timeHtml(note.at)}`
    const words = note.lines.map((line) => `<p dir="auto">${escapeText(line)}</p>\n`).join('')
    return `<li id="${note.id}">\n<p class="note-head"${furnitureLine(facts)}>${label}</p>\n${words}</li>\n`
  })
  return `<ul>\n${items.join('')}</ul>\n`
}
