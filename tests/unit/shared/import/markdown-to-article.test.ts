import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NodeJson } from '#shared/article/article.ts'
import { headText } from '#shared/article/plain-text.ts'
import { stampWithZone } from '#shared/article/format-stamp.ts'
import { markdownToArticle } from '#shared/import/markdown-to-article.ts'
import { markdownText } from '#core/exports/formats/markdown.ts'
import { article, node, paragraph, text, withAttrs } from '#tests/support/builders.ts'
import { exportInput } from '#tests/support/full-article.ts'
import { outline } from '#tests/support/outline.ts'
import { runs } from '#tests/support/runs.ts'

const options = { zone: 'Asia/Seoul', language: 'en' }

function read(markdown: string) {
  const imported = markdownToArticle(markdown, options)
  return {
    ...imported,
    headline: headText(imported.article.content, 'headline'),
    body: bodyOf(imported.article.content),
    receipt: imported.lines.map((line) => line.text).join('\n'),
  }
}
const bodyOf = (content: NodeJson): string =>
  outline((content.content ?? []).slice(3))
    .replace(/ blockId=null| colspan=1| rowspan=1| colwidth=null| start=1/g, '')
    .replace(/ assetId= width=0 height=0/g, '')

describe('front matter', () => {
  test('the keys of our own export', () => {
    const { article: made, stamps } = read(
      [
        '---',
        'headline: H',
        'standfirst: S',
        'kicker: K',
        'slugline: SL',
        'slug: s-l',
        'section: World',
        'topics: [B, A]',
        'byline:',
        '  - { lead: Reported by, name: A Holt, role: editor, url: "https://e.test/a" }',
        '  - B Roe',
        'bylineTail: in Seoul',
        'dateline: { place: SEOUL, source: EW, zone: Asia/Seoul, runIn: false }',
        'language: ko',
        'direction: rtl',
        'storyType: analysis',
        'readerNote: "one\\ntwo"',
        'published: 2022-11-06T01:30:00-05:00[America/New_York]',
        'updated: 2022-03-06T11:55:00+09:00[Asia/Seoul]',
        '---',
        'Body.',
      ].join('\n'),
    )
    expect(made.meta).toMatchObject({
      slugline: 'SL',
      urlSlug: 's-l',
      section: 'World',
      topics: ['A', 'B'],
      bylineTail: 'in Seoul',
      datelinePlace: 'SEOUL',
      datelineSource: 'EW',
      datelineZone: 'Asia/Seoul',
      datelineRunIn: false,
      language: 'ko',
      direction: 'rtl',
      storyType: 'analysis',
      readerNote: 'one\ntwo',
    })
    expect(made.meta.people).toEqual([
      {
        id: 'p1',
        rank: 1,
        lead: 'Reported by',
        name: 'A Holt',
        role: 'editor',
        profileUrl: 'https://e.test/a',
      },
      { id: 'p2', rank: 2, lead: '', name: 'B Roe', role: '', profileUrl: '' },
    ])
    // The second of the two hours that the clocks showed: the offset says which.
    expect(stamps.published === null ? '' : stampWithZone(stamps.published)).toBe(
      '2022-11-06T01:30:00-05:00[America/New_York]',
    )
  })
  test('what other systems call the same things', () => {
    const {
      headline,
      article: made,
      stamps,
      receipt,
    } = read(
      '---\ntitle: "T: x"\ndeck: D\ndescription: For search\nauthors:\n  - jane-doe\ntags: one, two\ndate: 2017-09-20 11:00:00 -0400\nlayout: post\nodd: 1\n---\n\nBody.\n',
    )
    expect([headline, headText(made.content, 'standfirst'), made.meta.searchDescription]).toEqual([
      'T: x',
      'D',
      'For search',
    ])
    expect([made.meta.people[0]?.name, made.meta.topics]).toEqual(['Jane Doe', ['one', 'two']])
    expect(new Date(stamps.published?.at ?? 0).toISOString()).toBe('2017-09-20T15:00:00.000Z')
    expect(receipt).toContain('Fields not used: odd.')
  })
  test('a quoted text that runs on at the margin is read as older systems read it', () => {
    const { headline, article: made } = read(
      '---\ntitle: T\nexcerpt: "one two\nthree"\ntags: [x]\n---\nBody.',
    )
    expect([headline, headText(made.content, 'standfirst'), made.meta.topics]).toEqual([
      'T',
      'one two three',
      ['x'],
    ])
  })
  test('front matter that is not YAML is kept as text and said', () => {
    const { body, receipt } = read('---\na: [1\n---\nBody.')
    expect(receipt).toContain('cannot be read')
    expect(body).toContain('a: [1')
  })
  test('aliases cannot unfold into a bomb', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefg'[i]},`.repeat(9)}]`),
    ]
    expect(read(`---\n${bomb.join('\n')}\n---\nBody.`).receipt).toContain('cannot be read')
  })
})

describe('text', () => {
  test('a title that opens the text is the headline; other levels stay as written', () => {
    const { headline, body } = read('# Title _x_\n\n## A\n\n#### B\n')
    expect(headline).toBe('Title x')
    expect(body).toBe('heading2: A\nheading4: B')
  })
  test('raw HTML passes through the same door as any HTML', () => {
    expect(
      read(
        'a <sup>2</sup> <script>alert(1)</script><a href="javascript:x">b</a> <title> c\n\n<div hidden>no</div>',
      ).body,
    ).toBe('paragraph: a <sup>2</sup> b <title> c')
  })
  test('a quote names its source, a table its caption, a picture its caption and credit', () => {
    expect(
      read(
        '> Words.\n>\n> — **Kim**, 23\n\nTable: Crossings\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n![Alt](x.jpg "Cap\nCred")\n',
      ).body,
    ).toBe(
      [
        'blockQuote',
        '  paragraph: Words.',
        '  quoteSource: <b>Kim</b>, 23',
        'tableBlock',
        '  tableCaption: Crossings',
        '  table',
        '    tableRow',
        '      tableHeader',
        '        paragraph: a',
        '      tableHeader',
        '        paragraph: b',
        '    tableRow',
        '      tableCell',
        '        paragraph: 1',
        '      tableCell',
        '        paragraph: 2',
        'figure alt=Alt decorative=false',
        '  caption: Cap',
        '  credit: Cred',
      ].join('\n'),
    )
  })
  test('X1: 10,000 quotes, lists and brackets end in a flat text', () => {
    for (const sign of ['> ', '- ', '>', '[', '*', '1. ', '![a](']) {
      const { article: made } = read(`${sign.repeat(10_000)} word`)
      expect(JSON.stringify(made.content)).toContain('word')
    }
  }, 20_000)
  test('a late parser takes the rest as text, and no text is lost', () => {
    const long = `${'word '.repeat(30)}\n\n`.repeat(400)
    let asked = 0
    const { article: made } = markdownToArticle(`${long}**end**`, { ...options, isLate: () => ++asked > 1 })
    expect(JSON.stringify(made.content)).toContain('**end**')
  })
})

describe('round trip with our own export', () => {
  const word = fc.constantFrom(
    'ferry',
    'Seoul',
    '2022.',
    '*star*',
    '_x_',
    '# no',
    '1. no',
    '<b>',
    '&amp;',
    '|',
    '\\',
    '`t`',
    '한국',
    '> q',
    '[a](b)',
    '---',
  )
  const run = fc.tuple(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    fc.constantFrom<readonly string[]>([], ['strong'], ['emphasis'], ['strong', 'emphasis'], ['superscript']),
  )
  const inline = fc.array(run, { minLength: 1, maxLength: 4 }).map((runs) =>
    // Runs begin and end with letters and are parted by plain spaces, as CommonMark can say.
    runs.flatMap(([words, marks], index) => [
      ...(index === 0 ? [] : [text(' and ')]),
      text(`a ${words} b`, ...marks),
    ]),
  )
  const para = inline.map((nodes) => paragraph(...nodes))
  const list = fc
    .tuple(fc.array(para, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 50 }))
    .map(([items, start]) =>
      withAttrs({ start }, node('orderedList', ...items.map((one) => node('listItem', one)))),
    )
  const heading = fc
    .tuple(inline, fc.constantFrom(2, 3, 4))
    .map(([nodes, level]) => withAttrs({ level }, node('heading', ...nodes)))
  const quote = fc.array(para, { minLength: 1, maxLength: 3 }).map((paras) => node('blockQuote', ...paras))
  const block = fc.oneof(para, heading, list, quote, fc.constant(node('horizontalRule')))

  test('everything CommonMark can say comes back the same', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        // Two lists of one kind side by side are one list to Markdown's readers.
        const body = blocks.filter(
          (one, index) => one.type !== blocks[index - 1]?.type || one.type !== 'orderedList',
        )
        const written = article({ headline: 'H: "x" # y', standfirst: '- S', body })
        const markdown = markdownText(exportInput({ article: written }))
        const back = markdownToArticle(markdown, options)
        expect(bodyOf(back.article.content)).toBe(bodyOf(written.content))
        expect(headText(back.article.content, 'headline')).toBe('H: "x" # y')
        expect(headText(back.article.content, 'standfirst')).toBe('- S')
      }),
      { numRuns: runs(60) },
    )
  }, 30_000)
  test('fields and stamps of a full article come back', () => {
    const input = exportInput()
    const back = markdownToArticle(markdownText(input), options)
    const { deskNote: _private, commissionedWords: _asked, ...fields } = input.article.meta
    expect(back.article.meta).toMatchObject(fields)
    expect(back.stamps).toEqual(input.stamps)
    expect(back.images.map((image) => image.kind)).toEqual(['beside', 'beside'])
  })
})
