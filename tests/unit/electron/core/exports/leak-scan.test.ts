import { describe, expect, test } from 'vitest'
import { buildExport } from '#core/exports/build-export.ts'
import { publicInput } from '#core/exports/formats/public-article.ts'
import { findLeak } from '#core/exports/leak-scan.ts'
import type { Article } from '#shared/article/article.ts'
import type { ExportFile, ExportInput } from '#shared/article/export-input.ts'
import { article, node, paragraph, withAttrs } from '#tests/support/builders.ts'
import {
  DESK_CANARY,
  exportInput,
  fullArticle,
  fullPictures,
  fullProfile,
  LEAD_PICTURE,
  STASH_CANARY,
  STASHED_PICTURE,
} from '#tests/support/full-article.ts'
import { exif, exifSegment, jpegWith } from '#tests/support/picture-builders.ts'

const FORMATS = ['html', 'markdown', 'text', 'json', 'html-fragment', 'markdown-fragment'] as const
const ARTICLE_ID = '0123456789abcdef0123456789abcdef'
const page = (text: string, name = 'page.html'): ExportFile[] => [
  { name, mime: 'text/html', bytes: Buffer.from(text) },
]
const secretive = exportInput({
  article: article({
    body: ['Public words.', node('stash', paragraph('Call the clerk <at home> & ask again tomorrow'))],
    meta: { deskNote: 'The source is nervous\nUse second number', slugline: 'mayor contracts two' },
  }),
  profile: fullProfile({ name: 'Weekend edition staging' }),
  pictures: new Map(),
})
const scan = (files: ExportFile[], patch: Partial<ExportInput> = {}, ids: string[] = []) =>
  findLeak({ input: { ...secretive, ...patch }, files, internalIds: ids, allowTk: true })

describe('EX3: what is private is found in any file, and its place named', () => {
  test.each([
    ['stash', 'x ask again tomorrow y'],
    ['desk note', 'x The source is nervous y'],
    ['slugline', 'x mayor contracts two y'],
    ['profile name', 'x Weekend edition staging y'],
  ])('%s in the text', (kind, text) => {
    expect(scan(page(text))).toEqual({ type: 'LeakFound', kind, place: 'page.html' })
  })
  test('in a name', () => {
    expect(scan(page('x', 'The source is nervous.html'))?.kind).toBe('desk note')
  })
  test('the id of the article, in the text or in a name', () => {
    expect(scan(page(`x ${ARTICLE_ID} y`), {}, [ARTICLE_ID])?.kind).toBe('internal id')
    expect(scan(page('x', `${ARTICLE_ID}.html`), {}, [ARTICLE_ID])?.place).toBe(`${ARTICLE_ID}.html`)
  })
  test('data that a picture carries', () => {
    const bytes = jpegWith([exifSegment(exif({}))])
    const pictures: ExportInput['pictures'] = new Map([
      [LEAD_PICTURE, { mime: 'image/jpeg', width: 1, height: 1, bytes }],
    ])
    expect(scan(page('x'), { pictures })).toMatchObject({ type: 'LeakFound', kind: 'picture data' })
  })
  test('a slugline may be in a proof', () => {
    expect(scan(page('mayor contracts two'), { purpose: 'proof' })).toBeNull()
  })
})

describe('EX3: a format is given nothing private', () => {
  test('no stash, note, slugline, plan, block id or desk name, whatever it would do with them', () => {
    const named = article({
      body: [
        withAttrs({ blockId: 'q1w2e3' }, paragraph('x')),
        withAttrs({ blockId: 'stash1' }, node('stash', paragraph('gone'))),
      ],
      meta: {
        deskNote: 'gone',
        slugline: 'gone',
        commissionedWords: 987,
        people: [{ id: 'goneid', rank: 0.123, lead: '', name: 'A', role: '', profileUrl: '' }],
      },
    })
    const seen = JSON.stringify(publicInput({ ...secretive, article: named }))
    for (const secret of ['q1w2e3', 'gone', '987', 'stash', '0.123', 'Weekend'])
      expect([secret, seen.includes(secret)]).toEqual([secret, false])
  })
  test('an article without anything private is handed on as it is', () => {
    const { content } = article({
      body: ['Public.', node('bulletList', node('listItem', paragraph('words')))],
    })
    const bare = publicInput({ ...secretive, article: { ...secretive.article, content } })
    expect(publicInput(bare).article.content).toBe(bare.article.content)
  })
})

test('words that stand in private and in public alike are no leak', () => {
  const repeated = article({
    body: ['Call the clerk and ask.', node('stash', paragraph('Call the clerk and ask.'))],
    meta: { deskNote: 'Ministry answers on Tuesday', slugline: 'ministry-answers' },
    headline: 'Ministry answers on Tuesday',
  })
  const built = buildExport({
    format: 'html',
    input: exportInput({ article: repeated }),
    articleId: null,
    allowTk: false,
  })
  expect(built.ok).toBe(true)
})

test.each(FORMATS)('%s of the full article passes: stash, desk note and every id stay behind', (format) => {
  const built = buildExport({ format, input: exportInput(), articleId: ARTICLE_ID, allowTk: false })
  expect(built.ok).toBe(true)
  const all = built.ok
    ? built.value.map((file) => file.name + Buffer.from(file.bytes).toString('latin1')).join()
    : ''
  for (const secret of [STASHED_PICTURE.slice(0, 16), STASH_CANARY, DESK_CANARY, 'ferry-oyster-bend'])
    expect([secret, all.includes(secret)]).toEqual([secret, false])
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

test.each(FORMATS)('%s of the full article is the same with and without its private parts', (format) => {
  const full = fullArticle()
  const bare: Article = {
    ...full,
    meta: { ...full.meta, deskNote: '', slugline: '', commissionedWords: null },
    content: {
      ...full.content,
      content: (full.content.content ?? []).filter(({ type }) => type !== 'stash'),
    },
  }
  const of = (one: Article) =>
    buildExport({ format, input: exportInput({ article: one }), articleId: null, allowTk: false })
  expect(of(full)).toEqual(of(bare))
})
