// As much of everything as a page may have to bear, and as little.
import type { NodeJson } from '#shared/article/article.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import { toInstant } from '#shared/article/ids.ts'
import { NOTE_KINDS, type PublicNote } from '#shared/article/public-note.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { article, node, paragraph, text } from './builders.ts'
import {
  figure,
  fullProfile,
  heading,
  item,
  language as languageRun,
  LEAD_PICTURE,
  link,
  PUBLISHED,
} from './full-article.ts'

/** By name. */
export function extremes(): Readonly<Record<string, Partial<ExportInput>>> {
  const LONG_WORD = 'Überdimensionierungs'.repeat(20)
  const HOUR_MS = 3_600_000
  const manyNotes = Array.from(
    { length: 30 },
    (_, index): PublicNote => ({
      id: `note-${index + 1}`,
      kind: NOTE_KINDS[index % 4] ?? 'update',
      text: `Point ${index + 1}: ${'the figure was wrong '.repeat(1 + (index % 5))}`.trim(),
      at: { at: toInstant(PUBLISHED.at + index * HOUR_MS), zone: PUBLISHED.zone },
      placement: index % 2 === 0 ? 'high' : 'low',
      revises: null,
    }),
  )
  const wide = node(
    'tableBlock',
    node(
      'table',
      node(
        'tableRow',
        ...Array.from({ length: 40 }, (_, column) => node('tableHeader', paragraph(`Column ${column}`))),
      ),
      ...Array.from({ length: 30 }, (_, row) =>
        node(
          'tableRow',
          ...Array.from({ length: 40 }, (_, column) => node('tableCell', paragraph(String(row * column)))),
        ),
      ),
    ),
  )
  const nested = (depth: number): NodeJson =>
    depth === 0
      ? node('bulletList', item('the innermost'))
      : node('bulletList', node('listItem', paragraph(`level ${depth}`), nested(depth - 1)))
  return {
    'nothing but a headline': {
      article: article({ headline: 'H', body: [] }),
      stamps: NO_STAMPS,
      version: null,
    },
    'a headline of one endless word': {
      article: article({ headline: LONG_WORD, standfirst: LONG_WORD, body: [LONG_WORD] }),
    },
    'a headline of two thousand characters': {
      article: article({ headline: 'An unusually long headline '.repeat(74) }),
    },
    'endless words everywhere': {
      article: article({
        headline: 'Long',
        body: [
          heading(2, LONG_WORD),
          node('bulletList', item(LONG_WORD)),
          node('blockQuote', paragraph(LONG_WORD), node('quoteSource', LONG_WORD)),
          node('pullQuote', paragraph(LONG_WORD)),
          node('factBox', node('factTitle', LONG_WORD), paragraph(LONG_WORD)),
          figure(LEAD_PICTURE, LONG_WORD, LONG_WORD, LONG_WORD),
          paragraph(text(LONG_WORD, 'code'), link(LONG_WORD, `https://a.example/${'x'.repeat(900)}`)),
          node('tableBlock', node('table', node('tableRow', node('tableCell', paragraph(LONG_WORD))))),
        ],
        meta: { section: LONG_WORD, bylineTail: LONG_WORD, datelinePlace: LONG_WORD, readerNote: LONG_WORD },
      }),
      profile: fullProfile({ theme: 'longform', publicationName: LONG_WORD }),
      notes: manyNotes.slice(0, 2).map((note) => ({ ...note, text: LONG_WORD })),
    },
    'a table of forty columns': {
      article: article({ body: [wide] }),
      profile: fullProfile({ theme: 'bulletin' }),
    },
    'lists within lists': { article: article({ body: [nested(18)] }) },
    'two hundred people': {
      article: article({
        meta: {
          people: Array.from({ length: 200 }, (_, index) => ({
            id: `p${index}`,
            rank: index,
            lead: '',
            name: `Person Number ${index}`,
            role: index % 3 === 0 ? 'reporter' : '',
            profileUrl: index % 5 === 0 ? `https://post.example/people/${index}` : '',
          })),
          topics: Array.from({ length: 200 }, (_, index) => `Topic ${index}`),
        },
      }),
    },
    'thirty notes': { notes: manyNotes, profile: fullProfile({ theme: 'bulletin', dateStyle: 'guardian' }) },
    'notes without anything else': {
      article: article({ headline: 'H', body: [] }),
      notes: manyNotes.slice(0, 3),
      profile: fullProfile({ publicationName: '', siteAddress: '', theme: 'longform', dateStyle: 'ap' }),
    },
    'direction marks and emoji': {
      article: article({
        headline: 'A \u202eright\u202c mark \u2067and\u2069 👩‍👩‍👧‍👦 🇰🇷 é',
        body: [
          '\u200f',
          'שלום \u2066(hello)\u2069 👍🏽 \u200bworld',
          paragraph(languageRun('مرحبا', 'ar'), ' then ', languageRun('world', 'en')),
        ],
      }),
    },
    'right to left with pages of the other direction': {
      article: article({
        headline: 'כותרת',
        body: ['טקסט', 'עוד טקסט'],
        meta: {
          language: 'he',
          people: [{ id: 'p1', rank: 1, lead: '', name: 'דנה', role: '', profileUrl: '' }],
        },
      }),
      notes: manyNotes.slice(0, 4),
      profile: fullProfile({ theme: 'bulletin', furnitureLanguage: 'de' }),
    },
    'left to right with Arabic furniture': {
      notes: manyNotes.slice(0, 4),
      profile: fullProfile({ furnitureLanguage: 'ar', theme: 'longform' }),
    },
    'a proof in Korean': {
      purpose: 'proof',
      article: article({ headline: '제목', body: ['본문.'], meta: { language: 'ko' } }),
      profile: fullProfile({ furnitureLanguage: 'ko', theme: 'bulletin' }),
    },
    'a long read': {
      article: article({
        headline: 'Long',
        body: Array.from({ length: 400 }, (_, index) => `Paragraph ${index}. ${'It went on. '.repeat(12)}`),
      }),
      profile: fullProfile({ theme: 'longform' }),
    },
  }
}
