import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCounts, countBlock, countRange, NO_COUNTS } from '#renderer/editor/counts/block-counts.ts'
import type { NodeJson } from '#shared/article/article.ts'
import { measureArticle } from '#shared/article/plain-text.ts'
import { block, head, paragraph, schema } from '../binding/bound-view.ts'

const docOf = (...content: NodeJson[]) => schema.nodeFromJSON({ type: 'doc', content })
const total = (doc: ReturnType<typeof docOf>) =>
  doc.content.content.map(countBlock).reduce(addCounts, NO_COUNTS)

const words = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '한', '漢', '😀', "'", '-', '1', ',') })
const anyBlock: fc.Arbitrary<NodeJson> = fc.oneof(
  words.map((text) => paragraph(text)),
  words.map((text) => block('blockQuote', paragraph(text), block('quoteSource', 'Jo Park'))),
  words.map((text) => block('pullQuote', paragraph(text))),
  words.map((text) =>
    block('stash', paragraph(text), block('bulletList', block('listItem', paragraph(text)))),
  ),
  words.map((text) => block('figure', block('caption', 'caption words'), block('credit', `by ${text}`))),
  words.map((text) =>
    block(
      'tableBlock',
      block('tableCaption', 'cap'),
      block('table', block('tableRow', block('tableCell', paragraph(text)))),
    ),
  ),
  words.map((text) => block('factBox', block('factTitle', 'Title'), paragraph(text))),
  words.map((text) => block('paragraph', text === '' ? 'x' : text, { type: 'hardBreak' }, 'end')),
)

test('counting block by block gives what measuring the article gives', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 6 }), (blocks) => {
      const doc = docOf(...head('Kick', 'Head', 'Stand'), ...blocks)
      const { words: count, characters } = measureArticle(doc.toJSON() as NodeJson)
      expect(total(doc)).toEqual({ words: count, characters })
    }),
  )
})

test('a selection counts what is selected, furniture included', () => {
  const doc = docOf(...head('', 'Two words', ''), paragraph('One two three'))
  expect(countRange(doc, 0, doc.content.size)).toEqual({ words: 5, characters: 22 })
  const start = doc.content.size - 14
  expect(countRange(doc, start + 4, start + 10).words).toBe(2)
})
