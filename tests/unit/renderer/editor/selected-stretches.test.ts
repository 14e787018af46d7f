import { TextSelection } from '@tiptap/pm/state'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { selectedStretches } from '#renderer/editor/selected-stretches.ts'
import { articleGrammar } from '#shared/schema/article-schema.ts'
import { node, paragraph, text } from '#tests/support/builders.ts'

const doc = articleGrammar().nodeFromJSON(
  node(
    'doc',
    node('headline', 'Head'),
    paragraph('One ', text('two', 'strong'), { type: 'hardBreak' }, 'three'),
    node('bulletList', node('listItem', paragraph('apples')), node('listItem', paragraph('pears'))),
  ),
)
const placeOf = (words: string): number => {
  let found = -1
  doc.descendants((child, pos) => {
    const at = child.text?.indexOf(words) ?? -1
    if (at >= 0) found = pos + at
  })
  return found
}
const selected = (from: number, to = from) =>
  selectedStretches(EditorState.create({ doc, selection: TextSelection.create(doc, from, to) }))

test('a selection is named by text block and offsets, a line break counting one', () => {
  expect(selected(placeOf('two'), placeOf('three') + 2)).toEqual([
    { path: [1], from: 4, to: 10, text: 'two\nth' },
  ])
})

test('a selection over several blocks is a stretch of each, at any depth', () => {
  expect(selected(placeOf('three'), placeOf('pears') + 3)).toEqual([
    { path: [1], from: 8, to: 13, text: 'three' },
    { path: [2, 0, 0], from: 0, to: 6, text: 'apples' },
    { path: [2, 1, 0], from: 0, to: 3, text: 'pea' },
  ])
})

test('without a selection it is the block the caret is in', () => {
  expect(selected(placeOf('Head') + 2)).toEqual([{ path: [0], from: 0, to: 4, text: 'Head' }])
})
