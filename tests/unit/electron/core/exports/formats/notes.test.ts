import { describe, expect, test } from 'vitest'
import { exportHtml, htmlFragment } from '#core/exports/formats/html.ts'
import { exportMarkdown, markdownFragment } from '#core/exports/formats/markdown.ts'
import { exportStetJson } from '#core/exports/formats/stet-json.ts'
import { plainText } from '#core/exports/formats/text.ts'
import type { PublicNote } from '#shared/article/public-note.ts'
import { stetJsonToArticle } from '#shared/import/stet-json-to-article.ts'
import { exportInput, fullProfile, PUBLISHED, UPDATED, withMeta } from '#tests/support/full-article.ts'
import {
  attr,
  byClass,
  classOf,
  decodeFile,
  type Element,
  parsePage,
  wordsOf,
} from '#tests/support/parse-page.ts'

const note = (patch: Partial<PublicNote>): PublicNote => ({
  id: 'note-1',
  kind: 'correction',
  text: 'It carries nine cars.',
  at: UPDATED,
  placement: 'low',
  revises: null,
  ...patch,
})
const NOTES: readonly PublicNote[] = [
  note({ kind: 'update', text: 'The county has answered.', at: PUBLISHED }),
  note({ id: 'note-2', text: 'It carries twelve cars.' }),
  note({ id: 'note-3', revises: 'note-2' }),
  note({
    id: 'note-4',
    kind: 'clarification',
    text: 'It opens to cars.\n\nLorries wait.',
    placement: 'high',
  }),
]
const input = exportInput({ notes: NOTES })

describe('EX7: public notes on the page', () => {
  const page = parsePage(exportHtml(input))
  const items = page.all('li').filter((li) => attr(li, 'id')?.startsWith('note-'))

  test('each with kind in words, time, text and an id that stays; one that a later one revises is gone', () => {
    expect(items.map((item) => [attr(item, 'id'), wordsOf(item)])).toEqual([
      ['note-4', 'Clarification March 6, 2022 11:55 a.m. KST It opens to cars. Lorries wait.'],
      ['note-3', 'Correction March 6, 2022 11:55 a.m. KST It carries nine cars.'],
      ['note-1', 'Update March 4, 2022 5:35 p.m. KST The county has answered.'],
    ])
  })

  test('high ones stand above the body, low ones below, with a line at the top that links to each kind', () => {
    const parts = (page.one('article').childNodes as Element[]).filter((child) => 'tagName' in child)
    expect(parts.map((part) => `${part.tagName}.${classOf(part)}`)).toEqual([
      'header.head',
      'section.notes notes-high',
      'div.body',
      'footer.end-matter',
    ])
    const line = byClass(page, 'p', 'notes-line')
    expect(wordsOf(line)).toBe('See below: Correction, Update')
    const links = (line.childNodes as Element[]).filter((child) => child.tagName === 'a')
    expect(links.map((link) => attr(link, 'href'))).toEqual(['#note-3', '#note-1'])
  })

  test('an update corrects nothing: the data lists corrections and clarifications, in the words and time of the page', () => {
    expect(page.jsonLd['correction']).toEqual([
      {
        '@type': 'CorrectionComment',
        '@id': `${String(page.jsonLd['@id'])}#note-4`,
        text: 'It opens to cars.\nLorries wait.',
        datePublished: '2022-03-06T11:55:00+09:00',
      },
      {
        '@type': 'CorrectionComment',
        '@id': `${String(page.jsonLd['@id'])}#note-3`,
        text: 'It carries nine cars.',
        datePublished: '2022-03-06T11:55:00+09:00',
      },
    ])
  })

  test('without a note nothing is said of any', () => {
    const bare = parsePage(exportHtml(exportInput()))
    expect(bare.all('section').map(classOf)).toEqual(['reader-note'])
    expect(bare.jsonLd['correction']).toBeUndefined()
  })

  test('labels are in the language of the furniture and say so where the article is in another', () => {
    const german = parsePage(
      exportHtml(exportInput({ notes: NOTES, profile: fullProfile({ furnitureLanguage: 'de' }) })),
    )
    const head = byClass(german, 'p', 'note-head')
    expect([attr(head, 'lang'), wordsOf(head)]).toEqual(['de', 'Klarstellung 6. März 2022, 11:55 Uhr KST'])
    const same = exportInput({
      ...withMeta({ language: 'de-AT' }),
      notes: NOTES,
      profile: fullProfile({ furnitureLanguage: 'de' }),
    })
    expect(attr(byClass(parsePage(exportHtml(same)), 'p', 'note-head'), 'lang')).toBeUndefined()
  })
})

describe('every other format carries them', () => {
  test('the fragment as the page does', () => {
    expect(htmlFragment(input)).toContain('<li id="note-3">')
  })
  test('text with the kind in capitals, high before the story and low after it', () => {
    const words = plainText(input)
    expect(words).toContain(
      'CLARIFICATION (March 6, 2022 11:55 a.m. KST): It opens to cars.\nLorries wait.\n',
    )
    expect(words.indexOf('CLARIFICATION')).toBeLessThan(words.indexOf('The boat leaves'))
    expect(words.indexOf('CORRECTION (')).toBeGreaterThan(words.indexOf('one dog and no driver'))
    expect(words).not.toContain('twelve')
  })
  test('Markdown among the fields, copied Markdown in its place', () => {
    const page = decodeFile(exportMarkdown(input)[0])
    expect(page).toContain('notes:\n  - id: note-4\n    kind: clarification\n')
    expect(page).not.toContain('twelve')
    const copied = markdownFragment(input)
    expect(copied.indexOf('**Clarification** (March 6')).toBeLessThan(copied.indexOf('The boat leaves'))
    expect(copied).toContain('**Correction** (March 6, 2022 11:55 a.m. KST)\n\nIt carries nine cars.')
  })
  test('Stet JSON the whole record, which another Stet reads and says it leaves', () => {
    const json = decodeFile(exportStetJson(input)[0])
    expect((JSON.parse(json) as { notes: unknown }).notes).toEqual(NOTES)
    const taken = stetJsonToArticle(json)
    expect(taken.ok && taken.value.lines).toEqual([
      { level: 'info', text: '4 public notes were not taken over.' },
    ])
  })
})
