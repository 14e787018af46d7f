// Pairs of versions for properties of the diff: an article and what an editor may have made of it, every kind of edit there is.
import fc from 'fast-check'
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { ArticleMeta, Person } from '#shared/article/meta.ts'
import { article, node, paragraph, text, withAttrs } from './builders.ts'

export interface RevisedArticle {
  readonly before: Article
  readonly after: Article
}

const WORDS = (
  'the council voted to close a river bridge after engineers found cracks in two piers and mayor said repairs would cost more than ' +
  'town collects in year while residents asked why no inspection had been made since flood that carried away market stalls 한국 ' +
  "שלום 東京 été café e\u0301te\u0301 👩‍👩‍👧 🇰🇷 10,000 U.S. didn’t can't"
).split(' ')
const PUNCTUATION = [', ', '. ', ' – ', ': ', ' “', '” ', '\u00a0', ' ', ' ', ' ', ' ', ' ', ' ']
const MARKS = ['strong', 'emphasis', 'code']

const sentence = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...PUNCTUATION)), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.flat().join('').trim())
const marked = sentence.chain((value) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant([text(value)]) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.nat(), fc.constantFrom(...MARKS), sentence).map(([at, mark, more]) => {
        const cut = cutAt(value, at)
        const link = { type: 'link', attrs: { href: `https://example.org/${at % 3}` } }
        return [
          text(value.slice(0, cut)),
          text(value.slice(cut), mark),
          text(` ${more} `, link),
          node('hardBreak'),
          text('end'),
        ].filter((one) => one.text !== '')
      }),
    },
  ),
)
const anyParagraph = marked.map((inline) => paragraph(...inline))
const anyList = fc
  .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(anyParagraph, { minLength: 1, maxLength: 4 }))
  .map(([type, items]) => node(type, ...items.map((item) => node('listItem', item))))
const anyTable = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.constantFrom(...WORDS), { minLength: rows * columns, maxLength: rows * columns })
      .map((cells) =>
        node(
          'tableBlock',
          node('tableCaption', 'Costs'),
          node(
            'table',
            ...Array.from({ length: rows }, (_row, row) =>
              node(
                'tableRow',
                ...cells
                  .slice(row * columns, (row + 1) * columns)
                  .map((cell) => node(row === 0 ? 'tableHeader' : 'tableCell', paragraph(cell))),
              ),
            ),
          ),
        ),
      ),
  )
const anyFigure = fc
  .tuple(fc.constantFrom('', 'a', 'b'), sentence, sentence)
  .map(([asset, alt, caption]) =>
    withAttrs(
      { assetId: asset === '' ? '' : asset.repeat(64), alt },
      node('figure', node('caption', caption), node('credit', 'A. Photographer')),
    ),
  )
const anyBlock: fc.Arbitrary<NodeJson> = fc.oneof(
  { weight: 8, arbitrary: anyParagraph },
  { weight: 1, arbitrary: sentence.map((value) => withAttrs({ level: 2 }, node('heading', value))) },
  { weight: 1, arbitrary: anyList },
  { weight: 1, arbitrary: anyTable },
  { weight: 1, arbitrary: anyFigure },
  {
    weight: 1,
    arbitrary: anyParagraph.map((one) => node('blockQuote', one, node('quoteSource', 'A. Source'))),
  },
  { weight: 1, arbitrary: anyParagraph.map((one) => node('factBox', node('factTitle', 'Facts'), one)) },
  { weight: 1, arbitrary: fc.constantFrom(node('horizontalRule'), paragraph()) },
)

type Revision =
  | { readonly kind: 'remove' | 'join' | 'other-kind' | 'to-list' | 'attribute'; readonly at: number }
  | { readonly kind: 'add'; readonly at: number; readonly block: NodeJson }
  | { readonly kind: 'move' | 'split' | 'row' | 'column'; readonly at: number; readonly to: number }
  | {
      readonly kind: 'words'
      readonly at: number
      readonly from: number
      readonly length: number
      readonly text: string
    }
  | { readonly kind: 'mark'; readonly at: number; readonly from: number; readonly mark: string }
  | { readonly kind: 'rename'; readonly at: number; readonly id: string }
  | { readonly kind: 'field'; readonly meta: Partial<ArticleMeta> }

const at = fc.nat(60)
const person = fc
  .tuple(fc.constantFrom('p1', 'p2', 'p3'), fc.nat(4), fc.constantFrom('A. Reporter', 'B. Writer'))
  .map(([id, rank, name]): Person => ({ id, rank, lead: '', name, role: '', profileUrl: '' }))
const anyMeta: fc.Arbitrary<Partial<ArticleMeta>> = fc.oneof(
  fc.record({ slugline: sentence }),
  fc.record({ deskNote: sentence, section: fc.constantFrom('World', 'Business') }),
  fc.record({
    topics: fc.uniqueArray(fc.constantFrom('courts', 'Seoul', 'bridges')).map((topics) => topics.sort()),
  }),
  fc.record({
    people: fc
      .uniqueArray(person, { selector: ({ id }) => id })
      .map((people) => people.sort((a, b) => a.rank - b.rank)),
  }),
  fc.record({ commissionedWords: fc.option(fc.nat(900)) }),
)
const anyRevision: fc.Arbitrary<Revision> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('remove', 'join', 'other-kind', 'to-list', 'attribute'),
      at,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const), at, block: anyBlock }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('move', 'split', 'row', 'column'), at, to: at }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('words' as const),
      at,
      from: at,
      length: fc.nat(20),
      text: fc.oneof(sentence, fc.constant('')),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('mark' as const),
      at,
      from: at,
      mark: fc.constantFrom(...MARKS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('rename' as const), at, id: fc.constantFrom('a1', 'b2', 'c3') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('field' as const), meta: anyMeta }) },
)

export const revisedArticle: fc.Arbitrary<RevisedArticle> = fc
  .tuple(
    fc.array(anyBlock, { minLength: 1, maxLength: 10 }),
    fc.array(anyRevision, { maxLength: 6 }),
    sentence,
  )
  .map(([body, revisions, headline]) => {
    const before = article({ headline, body })
    return { before, after: revise(before, revisions) }
  })

function revise(before: Article, revisions: readonly Revision[]): Article {
  let body = [...(before.content.content ?? [])]
  let meta = before.meta
  for (const revision of revisions) {
    if (revision.kind === 'field') meta = { ...meta, ...revision.meta }
    else body = revised(body, revision)
  }
  const canonical = article({ body: body.slice(3), meta })
  return {
    ...canonical,
    content: {
      ...canonical.content,
      content: [...body.slice(0, 3), ...(canonical.content.content ?? []).slice(3)],
    },
  }
}

/** The body with one edit; an edit that cannot be made where it falls changes nothing. */
function revised(body: NodeJson[], revision: Exclude<Revision, { kind: 'field' }>): NodeJson[] {
  const index = 3 + (revision.at % Math.max(1, body.length - 3))
  const block = body[index]
  if (block === undefined) return revision.kind === 'add' ? [...body, revision.block] : body
  const put = (...blocks: NodeJson[]): NodeJson[] => [
    ...body.slice(0, index),
    ...blocks,
    ...body.slice(index + 1),
  ]
  switch (revision.kind) {
    case 'remove':
      return put()
    case 'add':
      return put(block, revision.block)
    case 'move': {
      const without = put()
      without.splice(3 + (revision.to % Math.max(1, without.length - 2)), 0, block)
      return without
    }
    case 'join': {
      const next = body[index + 1]
      if (block.type !== 'paragraph' || next?.type !== 'paragraph') return body
      const joined = { ...block, content: [...(block.content ?? []), text(' '), ...(next.content ?? [])] }
      return [...body.slice(0, index), joined, ...body.slice(index + 2)]
    }
    case 'split': {
      const first = block.content?.[0]
      if (block.type !== 'paragraph' || first?.text === undefined) return body
      const cut = cutAt(first.text, revision.to)
      const [head, tail] = [first.text.slice(0, cut), first.text.slice(cut)]
      const part = (inline: NodeJson[]): NodeJson => paragraph(...inline.filter((one) => one.text !== ''))
      return put(
        part([{ ...first, text: head }]),
        part([{ ...first, text: tail }, ...(block.content ?? []).slice(1)]),
      )
    }
    case 'other-kind':
      if (block.type === 'paragraph') return put(withAttrs({ level: 3 }, { ...block, type: 'heading' }))
      return block.type === 'bulletList' ? put({ ...block, type: 'orderedList', attrs: { start: 2 } }) : body
    case 'to-list':
      if (block.type === 'paragraph') return put(node('bulletList', node('listItem', block)))
      if (block.type !== 'bulletList') return body
      return put(...(block.content ?? []).flatMap((item) => item.content ?? []))
    case 'attribute':
      if (block.type === 'heading') return put({ ...block, attrs: { ...block.attrs, level: 4 } })
      if (block.type === 'orderedList') return put({ ...block, attrs: { ...block.attrs, start: 7 } })
      if (block.type === 'figure' && revision.at % 2 === 0)
        return put({ ...block, attrs: { ...block.attrs, assetId: 'c'.repeat(64), width: 40 } })
      return block.type === 'figure'
        ? put({ ...block, attrs: { ...block.attrs, alt: `Seen ${revision.at}` } })
        : body
    case 'words':
      return put(
        withText(block, revision.at, (value) => {
          const from = cutAt(value, revision.from)
          return (
            value.slice(0, from) +
            revision.text +
            value.slice(cutAt(value, Math.min(value.length, from + revision.length)))
          )
        }),
      )
    case 'mark': {
      const first = block.content?.[0]
      if (block.type !== 'paragraph' || first?.text === undefined) return body
      const cut = cutAt(first.text, revision.from)
      const parts = [{ ...first, text: first.text.slice(0, cut) }, text(first.text.slice(cut), revision.mark)]
      return put({
        ...block,
        content: [...parts.filter((one) => one.text !== ''), ...(block.content ?? []).slice(1)],
      })
    }
    case 'row':
    case 'column':
      return block.type === 'tableBlock' ? put(withTable(block, revision.kind, revision.to)) : body
    case 'rename':
      return 'blockId' in (block.attrs ?? {}) || block.type === 'paragraph'
        ? put({ ...block, attrs: { ...block.attrs, blockId: revision.id } })
        : body
  }
}

/** Takes a row or column of a table out, or sets one in. */
function withTable(block: NodeJson, line: 'row' | 'column', at: number): NodeJson {
  const changed = (nodes: readonly NodeJson[], another: NodeJson): NodeJson[] => {
    const index = at % (nodes.length + 1)
    const isIn = at % 2 === 0 || nodes.length < 2
    return isIn
      ? [...nodes.slice(0, index), another, ...nodes.slice(index)]
      : nodes.filter((_node, n) => n !== index % nodes.length)
  }
  const cell = node('tableCell', paragraph('set in'))
  const content = (block.content ?? []).map((child) => {
    if (child.type !== 'table') return child
    const rows = child.content ?? []
    const width = rows[0]?.content?.length ?? 1
    if (line === 'row')
      return {
        ...child,
        content: changed(rows, node('tableRow', ...Array.from({ length: width }, () => cell))),
      }
    return { ...child, content: rows.map((row) => ({ ...row, content: changed(row.content ?? [], cell) })) }
  })
  return { ...block, content }
}

/** Changes the nth text below a node. */
function withText(block: NodeJson, nth: number, change: (value: string) => string): NodeJson {
  const count = countTexts(block)
  let left = count === 0 ? -1 : nth % count
  const visit = (one: NodeJson): NodeJson | null => {
    if (one.text !== undefined) {
      if (left-- !== 0) return one
      const changed = change(one.text)
      return changed === '' ? null : { ...one, text: changed }
    }
    return one.content === undefined
      ? one
      : { ...one, content: one.content.map(visit).filter((child) => child !== null) }
  }
  return visit(block) ?? block
}
const countTexts = (one: NodeJson): number =>
  one.text === undefined ? (one.content ?? []).reduce((sum, child) => sum + countTexts(child), 0) : 1

/** An offset within a text that cuts no character in two. */
function cutAt(value: string, wanted: number): number {
  const offset = wanted % (value.length + 1)
  return /[\udc00-\udfff]/.test(value[offset] ?? '') ? offset - 1 : offset
}
