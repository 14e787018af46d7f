import fc from 'fast-check'
import type { Nodes, Parents } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { exportMarkdown, markdownText } from '#core/exports/formats/markdown.ts'
import type { NodeJson } from '#shared/article/article.ts'
import { sampleArticle } from '#shared/library/sample-article.ts'
import { article, node, paragraph, text } from '#tests/support/builders.ts'
import { BREAK_OUT_STRINGS } from '#tests/support/break-out-strings.ts'
import { DESK_CANARY, exportInput, fullArticle, STASH_CANARY } from '#tests/support/full-article.ts'
import { decodeFile } from '#tests/support/parse-page.ts'
import { runs } from '#tests/support/runs.ts'

const split = (markdown: string): { fields: Record<string, unknown>; body: string } => {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(markdown) ?? []
  return { fields: parse(yaml) as Record<string, unknown>, body }
}
const treeOf = (body: string): Nodes =>
  fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
const bodyOf = (...blocks: NodeJson[]) =>
  split(markdownText(exportInput({ article: article({ body: blocks }) }))).body

test('same input, same bytes', () => {
  expect(exportMarkdown(exportInput())).toEqual(exportMarkdown(exportInput()))
})

test('the fields stand above the text under the agreed keys', () => {
  const { fields } = split(markdownText(exportInput()))
  expect(fields).toEqual({
    headline: 'The last ferry at Oyster Bend keeps its own time',
    standfirst: expect.stringContaining('For 140 years') as string,
    kicker: 'Waterways',
    slugline: 'ferry-oyster-bend',
    section: 'Valley',
    topics: ['Ferries', 'Oyster Bend', 'Transport'],
    byline: [
      { name: 'Han Seo-yun', role: 'valley reporter', url: 'https://post.example/people/han' },
      { name: 'Rosalind Ache' },
      { lead: '; pictures by', name: 'Ode Marchetti' },
    ],
    bylineTail: 'in Oyster Bend',
    dateline: { place: 'Oyster Bend', source: 'Valley Wire', zone: 'Asia/Seoul' },
    language: 'en-GB',
    storyType: 'background',
    searchHeadline: 'Oyster Bend ferry: what happens when the bridge opens',
    searchDescription: expect.any(String) as string,
    socialHeadline: 'Nobody has told the ferryman',
    readerNote: 'The ferry runs daily from first light.\n\nFares were correct when this was written.',
    published: '2022-03-04T17:35:00+09:00[Asia/Seoul]',
    updated: '2022-03-06T11:55:00+09:00[Asia/Seoul]',
  })
})

test('a dateline that does not run in and a chosen slug are said', () => {
  const full = fullArticle()
  const changed = {
    ...full,
    meta: { ...full.meta, datelineRunIn: false, urlSlug: 'ferry', direction: 'ltr' as const },
  }
  const { fields } = split(markdownText(exportInput({ article: changed })))
  expect(fields).toMatchObject({ slug: 'ferry', direction: 'ltr', dateline: { runIn: false } })
})

test('any text survives in a field', () => {
  // What no file of ours may hold is cleaned away, not kept.
  const forbidden = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u
  for (const vector of BREAK_OUT_STRINGS.filter((one) => !forbidden.test(one))) {
    const changed = article({ headline: vector, meta: { topics: [vector], deskNote: 'x' } })
    const { fields } = split(markdownText(exportInput({ article: changed })))
    expect([fields['headline'], fields['topics']]).toEqual([vector, [vector]])
  }
})

test('blocks keep their kind and order', () => {
  const tree = treeOf(split(markdownText(exportInput({ article: sampleArticle() }))).body) as Parents
  expect(tree.children.map((child) => child.type).join(' ')).toBe(
    'paragraph paragraph heading paragraph blockquote paragraph list paragraph blockquote heading paragraph paragraph table paragraph list blockquote thematicBreak paragraph paragraph paragraph',
  )
})

test('a figure is a picture whose title holds caption and credit on a line each', () => {
  const tree = treeOf(split(markdownText(exportInput())).body) as Parents
  expect(tree.children[0]).toMatchObject({
    children: [
      {
        type: 'image',
        alt: 'A flat ferry in the middle of a wide brown river, its cable slack',
        title: 'The ferry at noon. It carries nine cars or one hay cart.\nOde Marchetti / Valley Wire',
        url: 'the-last-ferry-at-oyster-bend-keeps-its-own-time-pictures/a1a1a1a1a1a1a1a1.png',
      },
    ],
  })
  expect(exportMarkdown(exportInput()).map((file) => file.name.split('/').at(-1))).toEqual([
    'the-last-ferry-at-oyster-bend-keeps-its-own-time.md',
    'a1a1a1a1a1a1a1a1.png',
    'b2b2b2b2b2b2b2b2.png',
  ])
})

test('a table without a header row gets an empty one, and spans leave empty cells', () => {
  const cell = (words: string) => node('tableCell', paragraph(words))
  const table = node(
    'tableBlock',
    node('table', node('tableRow', cell('a|b'), cell('c')), node('tableRow', cell('d'))),
  )
  expect(bodyOf(table)).toBe('\n|      |   |\n| ---- | - |\n| a\\|b | c |\n| d    |   |\n')
})

const RUN_MARKS = [
  [],
  ['strong'],
  ['emphasis'],
  ['strong', 'emphasis'],
  ['code'],
  ['link'],
  ['link', 'strong'],
]
const run = fc.record({
  value: fc.string({
    unit: fc.constantFrom(...Array.from('ab *_`[]()#>-+1.!<&;\\|~=:"\'é中')),
    minLength: 1,
    maxLength: 8,
  }),
  marks: fc.constantFrom(...RUN_MARKS),
})

test('inline text and marks that CommonMark knows come back as they were', () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
      const source = paragraph(
        ...runs.map(({ value, marks }) =>
          text(
            value,
            ...marks.map((type) =>
              type === 'link' ? { type, attrs: { href: 'https://a.example/' } } : type,
            ),
          ),
        ),
      )
      fc.pre(runs.some(({ value }) => value.trim() !== ''))
      const tree = treeOf(bodyOf(source)) as Parents
      expect(tree.children).toHaveLength(1)
      expect(charactersOf(tree.children[0] as Nodes)).toEqual(charactersOfRuns(source.content ?? []))
    }),
    { numRuns: runs(80) },
  )
})

/** Each character that is no white space, with its marks; spaces at the edge of a mark may move out of it. */
function charactersOf(tree: Nodes, marks: readonly string[] = []): string[] {
  if (tree.type === 'text') return spread(tree.value, marks)
  if (tree.type === 'inlineCode') return spread(tree.value, [...marks, 'code'])
  const own = tree.type === 'strong' || tree.type === 'emphasis' || tree.type === 'link' ? [tree.type] : []
  return 'children' in tree
    ? tree.children.flatMap((child) => charactersOf(child as Nodes, [...marks, ...own]))
    : []
}
const charactersOfRuns = (nodes: readonly NodeJson[]): string[] =>
  nodes.flatMap((one) =>
    spread(
      one.text ?? '',
      (one.marks ?? []).map((mark) => mark.type),
    ),
  )
const spread = (value: string, marks: readonly string[]): string[] =>
  Array.from(value.replace(/\s/g, '')).map((character) =>
    [character, ...[...new Set(marks)].sort()].join(' '),
  )

test('no text of a paragraph starts a block, a field or raw HTML', () => {
  for (const vector of BREAK_OUT_STRINGS) {
    const tree = treeOf(bodyOf(paragraph(`a${vector}b`))) as Parents
    expect([vector, tree.children.map((child) => child.type)]).toEqual([vector, ['paragraph']])
    const [only] = tree.children as Parents[]
    expect([vector, only?.children.map((child) => child.type)]).toEqual([vector, ['text']])
  }
})

test('stash and desk note are not in it', () => {
  const markdown = exportMarkdown(exportInput())
    .map((file, index) => file.name + (index === 0 ? decodeFile(file) : ''))
    .join('')
  for (const canary of [STASH_CANARY, DESK_CANARY, 'c3c3c3c3']) expect(markdown).not.toContain(canary)
})
