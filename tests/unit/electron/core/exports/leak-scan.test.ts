import { describe, expect, test } from 'vitest'
import { buildExport } from '#core/exports/build-export.ts'
import { findLeak } from '#core/exports/leak-scan.ts'
import type { Article } from '#shared/article/article.ts'
import type { ExportFile } from '#shared/article/export-input.ts'
import { bodyText } from '#shared/article/plain-text.ts'
import { article, node, paragraph, withAttrs } from '#tests/support/builders.ts'
import { exportInput, fullArticle, fullPictures, STASHED_PICTURE } from '#tests/support/full-article.ts'

const FORMATS = ['html', 'markdown', 'text', 'json', 'html-fragment', 'markdown-fragment'] as const
const ARTICLE_ID = '0123456789abcdef0123456789abcdef'
const page = (text: string, name = 'page.html', mime = 'text/html'): ExportFile[] => [
  { name, mime, bytes: Buffer.from(text) },
]
const secretive = article({
  body: ['Public words.', node('stash', paragraph('Call the clerk <at home> & ask again'))],
  meta: { deskNote: 'Source is nervous\nUse second number' },
})
const scan = (render: (article: Article) => ExportFile[], ids: string[] = []) =>
  findLeak({ article: secretive, files: render(secretive), render, internalIds: ids, allowTk: true })

describe('EX3: a format that leaks is caught, whatever it leaks and however it writes it', () => {
  const text = (one: Article): string => JSON.stringify(one.content)
  test('stash as text', () => {
    expect(scan((one) => page(text(one)))).toEqual({ type: 'LeakFound', kind: 'stash', place: 'page.html' })
  })
  test('stash in a form no search would find', () => {
    const packed = (one: Article) =>
      page(Buffer.from(text(one)).toString('base64'), 'page.bin', 'application/zip')
    expect(scan(packed)?.kind).toBe('stash')
  })
  test('the mere length of the stash', () => {
    expect(scan((one) => page(String(text(one).length)))?.kind).toBe('stash')
  })
  test('the desk note', () => {
    expect(scan((one) => page(one.meta.deskNote))?.kind).toBe('desk note')
  })
  test('block ids', () => {
    const named = article({ body: [withAttrs({ blockId: 'q1w2e3' }, paragraph('x'))] })
    const render = (one: Article) => page(JSON.stringify(one.content))
    const found = findLeak({ article: named, files: render(named), render, internalIds: [], allowTk: true })
    expect(found).toEqual({ type: 'LeakFound', kind: 'internal id', place: 'page.html' })
  })
  test('the id of the article, in the text or in a name', () => {
    expect(scan(() => page(`x ${ARTICLE_ID} y`), [ARTICLE_ID])?.kind).toBe('internal id')
    expect(scan(() => page('x', `${ARTICLE_ID}.html`), [ARTICLE_ID])?.place).toBe(`${ARTICLE_ID}.html`)
  })
})

test('words that stand in the stash and in the public text alike are no leak', () => {
  const repeated = article({
    body: ['Call the clerk and ask.', node('stash', paragraph('Call the clerk and ask.'))],
  })
  const render = (one: Article) => page(bodyText(one.content, { withStash: false }))
  expect(
    findLeak({ article: repeated, files: render(repeated), render, internalIds: [], allowTk: false }),
  ).toBeNull()
})

test.each(FORMATS)('%s of the full article passes: stash, desk note and every id stay behind', (format) => {
  const built = buildExport({ format, input: exportInput(), articleId: ARTICLE_ID, allowTk: false })
  expect(built.ok).toBe(true)
  const all = built.ok
    ? built.value.map((file) => file.name + Buffer.from(file.bytes).toString('latin1')).join()
    : ''
  expect(all).not.toContain(STASHED_PICTURE.slice(0, 16))
  expect(fullPictures().size).toBe(3)
})

test('a TK is named with its place, and passes only in a proof or by consent', () => {
  const input = exportInput({ article: article({ body: ['The mayor, TK, said so.'] }) })
  const build = (allowTk: boolean, purpose: 'readers' | 'proof') =>
    buildExport({ format: 'html', input: { ...input, purpose }, articleId: null, allowTk })
  expect(build(false, 'readers')).toEqual({
    ok: false,
    error: { type: 'LeakFound', kind: 'TK', place: 'paragraph 1: The mayor, TK, said so.' },
  })
  expect(build(true, 'readers').ok).toBe(true)
  expect(build(false, 'proof').ok).toBe(true)
})

test('a TK in stash or desk note is nobody else’s business', () => {
  const private_ = article({ body: ['x', node('stash', paragraph('TK'))], meta: { deskNote: 'TK' } })
  expect(
    buildExport({
      format: 'html',
      input: exportInput({ article: private_ }),
      articleId: null,
      allowTk: false,
    }).ok,
  ).toBe(true)
})

test('nothing reaches readers without a headline, a proof may', () => {
  const untitled = exportInput({ article: article({ headline: '' }) })
  expect(buildExport({ format: 'html', input: untitled, articleId: null, allowTk: false })).toEqual({
    ok: false,
    error: { type: 'HeadlineMissing' },
  })
  const proof = buildExport({
    format: 'html',
    input: { ...untitled, purpose: 'proof' },
    articleId: null,
    allowTk: false,
  })
  expect(proof.ok && Buffer.from(proof.value[0]?.bytes ?? []).toString()).toContain('<h1>Untitled</h1>')
})

test('the full article is the same page with and without its private parts', () => {
  const full = fullArticle()
  const bare = {
    ...full,
    meta: { ...full.meta, deskNote: '' },
    content: {
      ...full.content,
      content: (full.content.content ?? []).filter(({ type }) => type !== 'stash'),
    },
  }
  const of = (one: Article) =>
    buildExport({ format: 'html', input: exportInput({ article: one }), articleId: null, allowTk: false })
  expect(of(full)).toEqual(of(bare))
})
