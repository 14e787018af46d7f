import { describe, expect, test } from 'vitest'
import { exportHtml, htmlFragment } from '#core/exports/formats/html.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import { BREAK_OUT_STRINGS } from '#tests/support/break-out-strings.ts'
import { exportInput, fullArticle, fullProfile } from '#tests/support/full-article.ts'
import {
  folderInput,
  harmlessesFor,
  harmlessFor,
  hostileFor,
  inArticle,
  mapAttr,
  PLACES,
  type Place,
} from '#tests/support/injection-places.ts'
import { attr, decodeFile, parsePage, textOf } from '#tests/support/parse-page.ts'

/** A few at a time, each next to the others: the test further down tries every one alone, everywhere at once. */
const GROUP_SIZE = 8
const groups = BREAK_OUT_STRINGS.flatMap((_, index) =>
  index % GROUP_SIZE === 0 ? [BREAK_OUT_STRINGS.slice(index, index + GROUP_SIZE).join(' ')] : [],
)
describe.each(PLACES)('S3: text in $name stays text', (place) => {
  const structureOf = (value: string) => pageOf(place.put(folderInput(), value)).structure
  const harmless = new Set(harmlessesFor(place).map(structureOf))
  test('whatever it tries', () => {
    expect(groups.filter((vectors) => !harmless.has(structureOf(hostileFor(place, vectors))))).toEqual([])
  })
})

test('S3: all of them everywhere at once leave the page as it was, and the JSON-LD says the very words', () => {
  const everywhere = (valueFor: (place: Place) => string): ExportInput =>
    PLACES.filter(({ name }) => !['urlPattern', 'siteAddress', 'note retraction'].includes(name)).reduce(
      (input, place) => place.put(input, valueFor(place)),
      folderInput(),
    )
  const harmless = pageOf(everywhere(harmlessFor)).structure
  for (const vector of BREAK_OUT_STRINGS) {
    const value = `a${vector}b`
    const hostile = everywhere(() => value)
    const page = pageOf(hostile)
    expect([vector, page.structure]).toEqual([vector, harmless])
    const words = hostile.article.meta
    expect(page.jsonLd['articleSection']).toBe(words.section)
    expect(page.jsonLd['headline']).toBe(value)
    expect(page.jsonLd['description']).toBe(words.searchDescription)
    expect(page.jsonLd['keywords']).toEqual([value])
    expect(page.all('script')).toHaveLength(1)
    expect(textOf(page.one('script'))).not.toMatch(/[<\u2028\u2029]/)
  }
})

test('S3: no output holds a character that HTML forbids, and every one is well-formed UTF-8', () => {
  for (const vector of BREAK_OUT_STRINGS) {
    const input = PLACES.reduce((made, place) => place.put(made, `a${vector}b`), folderInput())
    for (const html of [decodeFile(exportHtml(input)[0]), htmlFragment(input)]) {
      const forbidden = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u
      expect([vector, forbidden.exec(html)?.[0]]).toEqual([vector, undefined])
    }
  }
})

test('S4: an address that is not http, https, mailto, tel or a fragment loses its link and keeps its words', () => {
  for (const href of [
    'javascript:alert(1)',
    ' JAVASCRIPT:x',
    'java\nscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example',
    '/relative',
    'https://user:pw@evil.example',
  ]) {
    const page = pageOf(
      inArticle(folderInput(), (a) => ({ ...a, content: mapAttr(a.content, 'href', href) })),
    )
    expect(page.text).toContain('county plan')
    const hrefs = page.all('a').map((a) => attr(a, 'href') ?? '')
    expect(hrefs.filter((one) => !/^(https:\/\/post\.example|#main)/.test(one))).toEqual([])
  }
})

test('the page has no script but its data, no handler, no style attribute, and nothing to fetch', () => {
  const html = decodeFile(exportHtml(exportInput({ profile: fullProfile({ pictures: 'inline' }) }))[0])
  const page = parsePage(html)
  expect(page.all('script').map((script) => attr(script, 'type'))).toEqual(['application/ld+json'])
  for (const tag of ['iframe', 'object', 'embed', 'form', 'base', 'link', 'source', 'video', 'audio'])
    expect(page.all(tag).filter((element) => attr(element, 'rel') !== 'canonical')).toEqual([])
  expect(page.structure).not.toMatch(/ (on\w+|style|srcset|ping|target)[ >]/)
  for (const img of page.all('img'))
    expect(attr(img, 'src')).toMatch(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/)
  expect(textOf(page.one('style'))).not.toMatch(/url\(|@import|src:/)
})

const pageOf = (input: ExportInput) => parsePage(exportHtml(input))

test('the full article has every attribute these tests replace', () => {
  const json = JSON.stringify(fullArticle().content)
  for (const name of ['"alt"', '"href"', '"lang"']) expect(json).toContain(name)
})
