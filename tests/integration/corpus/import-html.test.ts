import { describe, expect, test } from 'vitest'
import type { NodeJson } from '#shared/article/article.ts'
import { htmlToContent } from '#shared/import/html-to-content.ts'
import { safeHref } from '#shared/schema/safe-href.ts'
import { corpusFiles, corpusJson, corpusText, hasCorpus, sampled } from '#tests/support/corpus.ts'
import { checkGrammar, outline } from '#tests/support/outline.ts'
import { contentText, spaced, squashed, visibleText } from '#tests/support/visible-text.ts'
import type { HeadingLevels } from '#core/exports/formats/heading-levels.ts'
import { blocksHtml } from '#core/exports/formats/html-blocks.ts'
import { canonicalContent, checkGrammar as checked } from '#shared/article/grammar-check.ts'
import type { ExportInput } from '#shared/article/export-input.ts'

const has = hasCorpus()
interface Case {
  readonly name: string
  readonly html: string
}
const list = (path: string, toHtml: (one: Record<string, unknown>) => unknown): Case[] => {
  const value = corpusJson(path)
  const members = (Array.isArray(value) ? value : Object.values(value as object)) as Record<string, unknown>[]
  return members.flatMap((one, index) => {
    const html = typeof one === 'string' ? one : toHtml(one)
    return typeof html === 'string' ? [{ name: `${path} ${index}`, html }] : []
  })
}
const files = (folder: string, fits: RegExp): Case[] =>
  corpusFiles(folder, fits).map((name) => ({ name, html: corpusText(name) }))

const clipboards = has
  ? [
      ...files('ckeditor-paste', /^input.*\.html$/),
      ...files('gutenberg-paste', /^in\.html$/),
      ...files('plate-docx', /clipboard\.html$/),
      ...list('other-paste/cases.json', (one) => one['html']),
    ]
  : []
const hostile = has
  ? [
      ...list('dompurify/expect.json', (one) => one['payload']),
      ...list('h5sc/vectors.json', (one) => one['data'] ?? one['vector'] ?? JSON.stringify(one)),
      ...list('html5lib-sanitizer/cases.json', (one) => one['input']),
      ...list('sanitize-html/cases.json', (one) => one['input']),
      ...corpusFiles('html5lib-tree', /\.dat$/).flatMap((name) =>
        corpusText(name)
          .split(/^#data\n/m)
          .slice(1)
          .map((one, index) => ({ name: `${name} ${index}`, html: one.split(/\n#errors/)[0] ?? '' })),
      ),
    ]
  : []

function eachNode(content: readonly NodeJson[], visit: (node: NodeJson) => void): void {
  for (const node of content) {
    visit(node)
    eachNode(node.content ?? [], visit)
  }
}

/** What a page of this content says, as our own exporter writes it. Figures wait for pictures and are no part of it. */
function exported(content: readonly NodeJson[]): string {
  let tables = 0
  const levels: HeadingLevels = { next: (wanted) => wanted, below: () => levels }
  const pictures: ExportInput['pictures'] = new Map()
  return blocksHtml(content, {
    levels,
    nextTable: () => ++tables,
    tableLabel: 'Table',
    pictureSource: () => ({ src: String(pictures.size), width: 1, height: 1 }),
  })
}

const canonical = (content: readonly NodeJson[]): string => {
  const result = checked({ type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] })
  if (!result.ok) throw new Error(result.unknown.join(', '))
  return outline(canonicalContent(result.node).content ?? [])
}

describe.skipIf(!has)('what others put on the clipboard', () => {
  test('the visible text survives exactly, spaces included', () => {
    const wrong = clipboards.filter(({ html }) => {
      // Captions of picture shortcodes and markers of lists are turned into what they stand for; a browser shows them as text.
      if (html.includes('[caption') || /supportLists/.test(html)) return false
      const { content } = htmlToContent(html, { purpose: 'paste' })
      return spaced(contentText(content)) !== spaced(visibleText(html).replaceAll('\ufeff', ''))
    })
    expect(wrong.map(({ name }) => name)).toEqual([])
    expect(clipboards.length).toBeGreaterThan(50)
  })
  test('no picture of a disk or a browser gets through', () => {
    for (const { html } of clipboards)
      for (const image of htmlToContent(html, { purpose: 'paste' }).images)
        expect(image.kind === 'remote' ? image.href : 'https:').toMatch(/^https?:/)
  })
})

describe.skipIf(!has)('whatever goes in', () => {
  test('only our own nodes and allowed addresses come out', () => {
    for (const { name, html } of [...clipboards, ...hostile]) {
      const { content } = htmlToContent(html, { purpose: 'paste' })
      try {
        checkGrammar(content)
      } catch (error) {
        throw new Error(name, { cause: error })
      }
      eachNode(content, (node) => {
        for (const mark of node.marks ?? [])
          if (mark.type === 'link') expect(safeHref(String(mark.attrs?.['href']))).toBe(mark.attrs?.['href'])
      })
    }
    expect(hostile.length).toBeGreaterThan(1_000)
  })
  test('importing our own export changes nothing', () => {
    const changed: string[] = []
    for (const { name, html } of [...clipboards, ...sampled(hostile, 3)]) {
      const once = htmlToContent(html, { purpose: 'import' }).content
      const shown = htmlToContent(exported(once), { purpose: 'import' }).content
      const again = htmlToContent(exported(shown), { purpose: 'import' }).content
      if (
        squashed(contentText(shown)) !== squashed(contentText(once.filter((node) => node.type !== 'figure')))
      )
        changed.push(`${name}: text`)
      else if (canonical(again) !== canonical(shown)) changed.push(name)
    }
    expect(changed).toEqual([])
  }, 60_000)
})
