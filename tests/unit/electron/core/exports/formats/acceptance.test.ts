// OUTPUT.md over many articles, as far as it can be read from the markup; what only a browser can tell is in tests/e2e/pages.spec.ts.
import { describe, expect, test } from 'vitest'
import { cleanText } from '#core/exports/formats/html-escape.ts'
import { exportHtml, htmlFragment } from '#core/exports/formats/html.ts'
import { formatArticle } from '#core/exports/formats/format-article.ts'
import { retractionOf } from '#core/exports/formats/retraction.ts'
import type { ExportFile } from '#shared/article/export-input.ts'
import { FURNITURE } from '#shared/article/furniture.ts'
import { shownNotes } from '#shared/article/public-note.ts'
import { acceptancePages } from '#tests/support/acceptance-pages.ts'
import { hasCorpus } from '#tests/support/corpus.ts'
import { exportInput, UPDATED } from '#tests/support/full-article.ts'
import {
  attr,
  childTags,
  classOf,
  decodeFile,
  type Element,
  parsePage,
  wordsOf,
} from '#tests/support/parse-page.ts'
import { schemaOrgProblems } from '#tests/support/schema-org.ts'

const pages = acceptancePages().map(({ name, input }) => {
  const files = exportHtml(input)
  return { name, input, files, page: parsePage(files) }
})
const hasVocabulary = hasCorpus()

test('at least thirty generated articles, with all themes, date styles, furniture and kinds of note', () => {
  expect(pages.length).toBeGreaterThanOrEqual(40)
  const seen = (of: (page: (typeof pages)[number]) => readonly string[]) => new Set(pages.flatMap(of)).size
  expect(seen(({ input }) => [input.profile.theme])).toBe(3)
  expect(seen(({ input }) => [input.profile.dateStyle])).toBe(5)
  expect(seen(({ input }) => [input.profile.furnitureLanguage])).toBe(Object.keys(FURNITURE).length)
  expect(
    seen(({ input }) => input.notes.map((note) => `${note.kind} ${note.placement}`)),
  ).toBeGreaterThanOrEqual(8)
  expect(pages.some(({ input }) => retractionOf(input.notes) !== null)).toBe(true)
})

describe.each(pages)('$name', ({ input, files, page }) => {
  test('gives the same bytes again, in every format', () => {
    expect(areSame(exportHtml(input), files)).toBe(true)
    for (const format of ['markdown', 'text', 'json'] as const)
      expect(areSame(formatArticle(format, input), formatArticle(format, input))).toBe(true)
  })

  test('has its parts in their order', () => {
    const html = decodeFile(files[0])
    expect(html.startsWith('<!doctype html>\n<html lang="')).toBe(true)
    expect(html.endsWith('</html>\n')).toBe(true)
    expect(html).not.toMatch(/\r|\ufeff<!doctype/)
    expect(attr(page.one('head').childNodes.find((child) => 'tagName' in child) as Element, 'charset')).toBe(
      'utf-8',
    )
    expect(attr(page.one('html'), 'dir')).toMatch(/^(ltr|rtl)$/)
    expect(page.meta('viewport')).toEqual(['width=device-width, initial-scale=1'])
    expect(childTags(page.one('body'))).toEqual(['a', 'header', 'main', 'footer'])
    expect(page.meta('robots')).toEqual([input.purpose === 'proof' ? 'noindex' : 'max-image-preview:large'])
    const parts = ['kicker', 'h1', 'standfirst', 'byline', 'stamps', 'notes-line', 'figure']
    const head = page.all('header').find((header) => classOf(header) === 'head') as Element
    const places = (head.childNodes as Element[])
      .filter((child) => 'tagName' in child)
      .map((child) => parts.indexOf(classOf(child) || child.tagName))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test('has one h1 and headings without gaps', () => {
    const levels = [...page.structure.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]))
    expect(levels.filter((level) => level === 1)).toEqual([1])
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
  })

  test('has no id twice, no fragment link without its place, and sizes on every picture', () => {
    const elements = [...page.structure.matchAll(/<([a-z0-9]+)/g)].map((match) => match[1] ?? '')
    const ids = [...new Set(elements)].flatMap((tag) => page.all(tag).flatMap((one) => attr(one, 'id') ?? []))
    expect(new Set(ids).size).toBe(ids.length)
    const fragments = page.all('a').flatMap((a) => /^#(.*)/.exec(attr(a, 'href') ?? '')?.[1] ?? [])
    expect(fragments.filter((id) => !ids.includes(id))).toEqual([])
    for (const img of page.all('img')) {
      expect(Number(attr(img, 'width')) * Number(attr(img, 'height'))).toBeGreaterThan(0)
      expect(attr(img, 'alt')).toBeDefined()
    }
  })

  test('EX6: says the same to people and to machines', () => {
    const { jsonLd } = page
    const times = (scope: string) =>
      page
        .all(scope === 'stamp' ? 'span' : 'li')
        .filter((one) =>
          scope === 'stamp' ? classOf(one) === 'stamp' : attr(one, 'id')?.startsWith('note-'),
        )
        .map((one) => ({
          element: one,
          datetime: attr(timeIn(one), 'datetime'),
          words: wordsOf(timeIn(one)),
        }))
    const stamps = times('stamp')
    expect(stamps.map((stamp) => stamp.datetime)).toEqual(
      [page.meta('article:published_time')[0], page.meta('article:modified_time')[0]].filter(
        (time) => time !== undefined,
      ),
    )
    expect(jsonLd['datePublished']).toBe(stamps[0]?.datetime)
    expect(jsonLd['dateModified']).toBe((stamps[1] ?? stamps[0])?.datetime)
    const names = [...page.all('a'), ...page.all('span')]
      .filter((one) => classOf(one) === 'person')
      .map(wordsOf)
    const authors = ((jsonLd['author'] ?? []) as { name: string }[]).map(({ name }) =>
      cleanText(name).replace(/\s+/g, ' ').trim(),
    )
    expect(new Set(authors)).toEqual(new Set(names))

    const shown = times('note')
    const notes = shownNotes(input.notes)
    const retraction = retractionOf(input.notes)
    expect(new Set(shown.map(({ element }) => attr(element, 'id')))).toEqual(
      new Set(notes.map(({ id }) => id)),
    )
    const place = (where: 'high' | 'low') =>
      notes.filter((note) => note.placement === where).map((note) => note.id)
    expect(shown.map(({ element }) => attr(element, 'id'))).toEqual(
      retraction === null
        ? [...place('high'), ...place('low')]
        : [retraction.id, ...notes.filter((note) => note !== retraction).map((note) => note.id)],
    )
    const corrections = (jsonLd['correction'] ?? []) as { text: string; datePublished: string }[]
    const kinds = ['correction', 'clarification', 'retraction']
    expect(corrections.map((one) => [one.text.replace(/\s+/g, ' '), one.datePublished])).toEqual(
      notes
        .filter((note) => kinds.includes(note.kind))
        .map((note) => {
          const element = page.all('li').find((li) => attr(li, 'id') === note.id) as Element
          const words = (element.childNodes as Element[]).filter((child) => child.tagName === 'p').slice(1)
          return [words.map(wordsOf).join(' '), attr(timeIn(element), 'datetime')]
        }),
    )
    expect(page.meta('og:description')[0] ?? '').toBe(cleanText(String(jsonLd['description'] ?? '')))
    expect(jsonLd['inLanguage']).toBe(attr(page.one('html'), 'lang'))
  })

  test.runIf(hasVocabulary)('its data is within the vocabulary of schema.org', () => {
    expect(schemaOrgProblems(page.jsonLd)).toEqual([])
  })

  test('the fragment is the same article', () => {
    const fragment = parsePage(htmlFragment(input))
    expect(childTags(fragment.one('article'))).toEqual(childTags(page.one('article')))
  })
})

describe('a retraction', () => {
  const retracted = pages.filter(({ input }) => retractionOf(input.notes) !== null)

  test('takes the place of text, standfirst and figures, and keeps address, headline and byline', () => {
    for (const { input, files, page } of retracted) {
      const before = parsePage(exportHtml({ ...input, notes: [] }))
      const kept = (of: typeof page) => [
        wordsOf(of.one('h1')),
        of.jsonLd['@id'],
        of
          .all('p')
          .filter((p) => classOf(p) === 'byline')
          .map(wordsOf),
        of
          .all('p')
          .filter((p) => classOf(p) === 'stamps')
          .map(wordsOf),
      ]
      expect(kept(page)).toEqual(kept(before))
      expect(page.all('div').map(classOf)).not.toContain('body')
      expect(page.all('figure')).toEqual([])
      expect(files.filter((file) => file.name.includes('a1a1'))).toEqual([])
      expect(page.all('p').filter((p) => classOf(p) === 'standfirst')).toEqual([])
      expect(page.jsonLd['creativeWorkStatus']).toBe('Retracted')
      const label = FURNITURE[input.profile.furnitureLanguage].noteKinds.retraction
      expect(wordsOf(page.one('title')).startsWith(`${label}: `)).toBe(true)
      expect(page.meta('og:title')[0]?.startsWith(`${label}: `)).toBe(true)
    }
  })

  test('leaves nothing of the body in any format', () => {
    const input = exportInput({
      notes: [
        {
          id: 'note-1',
          kind: 'retraction',
          text: 'We withdraw this article.',
          at: UPDATED,
          placement: 'high',
          revises: null,
        },
      ],
    })
    for (const format of ['html', 'markdown', 'text', 'json'] as const) {
      const [file, ...pictures] = formatArticle(format, input)
      const said = decodeFile(file)
      expect([format, pictures]).toEqual([format, []])
      expect(said).toContain('We withdraw this article.')
      for (const gone of [
        'Bertil Aume',
        'The bridge opens in May',
        'A cable and a wheel',
        'The ferry runs daily',
        'data:image',
      ])
        expect([format, gone, said.includes(gone)]).toEqual([format, gone, false])
    }
  })
})

function timeIn(element: Element): Element {
  const stack = [...(element.childNodes as Element[])]
  for (let child = stack.shift(); child !== undefined; child = stack.shift()) {
    if (child.tagName === 'time') return child
    if ('childNodes' in child) stack.push(...(child.childNodes as Element[]))
  }
  throw new Error('no time')
}

/** Byte for byte; deep equality of matchers takes seconds over pictures. */
const areSame = (some: readonly ExportFile[], others: readonly ExportFile[]): boolean =>
  some.length === others.length &&
  some.every((file, index) => {
    const other = others[index]
    return other?.name === file.name && Buffer.compare(file.bytes, other.bytes) === 0
  })
