import { splitBlock } from '@tiptap/pm/commands'
import { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { asOwnUndoStep, createDraftBinding } from '#renderer/editor/binding/draft-binding.ts'
import { fragmentToNodes } from '#renderer/editor/binding/element-to-node.ts'
import { contentOf } from '#shared/draft/draft-doc.ts'
import { bindView, block, connect, draftOf, findText, head, paragraph, schema } from './bound-view.ts'
import { runs } from '#tests/support/runs.ts'

const storedIn = (doc: Y.Doc) =>
  schema.topNodeType.create(null, fragmentToNodes(contentOf(doc), schema, new Map())).toJSON()

test('the caret stays with its words when the same paragraph is edited elsewhere', () => {
  const here = bindView(draftOf(paragraph('first', 'a'), paragraph('hello world', 'b')))
  const { other, exchange } = connect(here.doc)
  here.select(findText(here.view, ' world'))
  ;((contentOf(other).get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'REMOTE ')
  exchange()
  expect(here.view.state.selection.from).toBe(findText(here.view, ' world'))
})

test('an edit elsewhere keeps every block that it does not touch, by identity', () => {
  const here = bindView(
    draftOf(...head(), paragraph('one', 'a'), paragraph('two', 'b'), paragraph('three', 'c')),
  )
  const { other, exchange } = connect(here.doc)
  const before = here.view.state.doc
  ;((contentOf(other).get(4) as Y.XmlElement).get(0) as Y.XmlText).insert(3, '!')
  exchange()
  const after = here.view.state.doc
  expect(after.child(4).textContent).toBe('two!')
  for (const index of [0, 1, 2, 3, 5]) expect(after.child(index)).toBe(before.child(index))
})

test('undo takes back what was typed here, never what came from elsewhere, and puts the caret back', () => {
  const here = bindView(draftOf(paragraph('one', 'a'), paragraph('two', 'b')))
  const { other, exchange } = connect(here.doc)
  here.select(findText(here.view, 'one') + 3)
  here.insert(' mine')
  ;((contentOf(other).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Remote ')
  exchange()
  here.select(findText(here.view, 'two'))
  expect(here.binding.undo()).toBe(true)
  expect(here.view.state.doc.textContent).toBe('Remote onetwo')
  expect(here.view.state.selection.from).toBe(findText(here.view, 'one') + 3)
  expect(here.binding.redo()).toBe(true)
  expect(here.view.state.doc.textContent).toBe('Remote one minetwo')
  expect(here.view.state.selection.from).toBe(findText(here.view, 'two'))
  expect(here.binding.redo()).toBe(false)
})

test('undo of a deletion selects again what was selected', () => {
  const here = bindView(
    draftOf(paragraph('first', 'a'), paragraph('hello world', 'b'), paragraph('third', 'c')),
  )
  const before = here.view.state.doc
  here.select(2, 26)
  here.view.dispatch(here.view.state.tr.deleteSelection())
  here.binding.undo()
  expect(here.view.state.doc.eq(before)).toBe(true)
  expect([here.view.state.selection.from, here.view.state.selection.to]).toEqual([2, 26])
})

test('undoing a paragraph that somebody else has written in leaves their words', () => {
  const here = bindView(draftOf(paragraph('one', 'a')))
  const { other, exchange } = connect(here.doc)
  here.view.dispatch(here.view.state.tr.insert(5, schema.node('paragraph', null, schema.text('mine'))))
  exchange()
  ;((contentOf(other).get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(4, ' theirs')
  exchange()
  here.binding.undo()
  expect(here.view.state.doc.textContent).toBe('one theirs')
})

test('a transaction marked as an own step is undone alone', () => {
  const here = bindView(draftOf(paragraph('', 'a')))
  here.insert('a', 1)
  here.view.dispatch(asOwnUndoStep(here.view.state.tr.insertText('b', 2)))
  here.insert('c', 3)
  here.binding.undo()
  expect(here.view.state.doc.textContent).toBe('ab')
  here.binding.undo()
  expect(here.view.state.doc.textContent).toBe('a')
})

test('DR8: content that the grammar does not know stops the binding and is left in the draft', () => {
  const here = bindView(draftOf(paragraph('one', 'a')))
  const { other, exchange } = connect(here.doc)
  contentOf(other).insert(0, [new Y.XmlElement('hologram')])
  exchange()
  expect(here.broken).toHaveLength(1)
  here.insert('typed after', 1)
  expect(contentOf(here.doc).toString()).toBe('<hologram></hologram><paragraph blockId="a">one</paragraph>')
  const unknown = draftOf(paragraph('one'))
  contentOf(unknown).insert(0, [new Y.XmlElement('hologram')])
  expect(() => createDraftBinding(contentOf(unknown), schema, () => {})).toThrow('hologram')
})

test('what came between building the document and showing it is never taken back', async () => {
  const doc = draftOf(paragraph('one', 'a'))
  const binding = createDraftBinding(contentOf(doc), schema, () => {})
  const { other, exchange } = connect(doc)
  contentOf(other).insert(1, [new Y.XmlElement('paragraph')])
  ;(contentOf(other).get(1) as Y.XmlElement).insert(0, [new Y.XmlText('theirs')])
  exchange()
  const place = document.createElement('div')
  const state = EditorState.create({ doc: binding.initialDoc, plugins: [binding.plugin] })
  const view = new EditorView(place, { state })
  // As the editor does at once: it puts the caret where it was.
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 2)))
  await Promise.resolve()
  expect(contentOf(doc).toString()).toContain('theirs')
  expect(view.state.doc.textContent).toBe('onetheirs')
  view.dispatch(view.state.tr.insertText('mine', 1))
  expect(storedIn(doc)).toEqual(view.state.doc.toJSON())
  view.destroy()
  binding.stop()
})

test('an edit that cannot be written stops the binding and is told: nothing shown passes for saved', () => {
  const here = bindView(draftOf(paragraph('one', 'a')))
  contentOf(here.doc).insert = () => {
    throw new Error('Yjs refuses')
  }
  here.view.dispatch(here.view.state.tr.insert(0, schema.node('paragraph')))
  expect(here.broken).toHaveLength(1)
  here.insert('typed after', 1)
  expect(contentOf(here.doc).toString()).not.toContain('typed after')
})

type Edit =
  | { do: 'type'; at: number; words: string }
  | { do: 'delete'; at: number; length: number }
  | { do: 'split' | 'duplicate' | 'remove' | 'move' | 'list'; at: number }
  | { do: 'mark'; at: number; length: number }
  | { do: 'undo' | 'redo' | 'exchange' }

const at = fc.nat(60)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      at,
      words: fc.constantFrom('a', 'aa', 'ab ', '😀', 'x'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('delete' as const), at, length: fc.integer({ min: 1, max: 20 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'split' as const,
        'duplicate' as const,
        'remove' as const,
        'move' as const,
        'list' as const,
      ),
      at,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('mark' as const), at, length: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'exchange' as const }) },
)

const splitsPair = (doc: Node, at: number) =>
  /[\uD800-\uDBFF]$/.test(doc.textBetween(Math.max(0, at - 1), at))

function apply(bound: ReturnType<typeof bindView>, one: Edit): void {
  const { view } = bound
  if (one.do === 'undo') bound.binding.undo()
  if (one.do === 'redo') bound.binding.redo()
  if (!('at' in one)) return
  const { doc, tr } = view.state
  const near = TextSelection.near(doc.resolve(Math.min(one.at, doc.content.size)))
  if (near instanceof TextSelection) view.dispatch(tr.setSelection(near))
  const { $from, from } = view.state.selection
  const to = Math.min(from + ('length' in one ? one.length : 0), doc.content.size)
  if (splitsPair(doc, from) || splitsPair(doc, to)) return // no key or command puts an end inside of a character
  const index = $from.index(0)
  const start = $from.posAtIndex(index, 0)
  const child = doc.maybeChild(index)
  if (one.do === 'type') view.dispatch(view.state.tr.insertText(one.words))
  else if (one.do === 'delete') view.dispatch(view.state.tr.deleteRange(from, to))
  else if (one.do === 'mark') view.dispatch(view.state.tr.addMark(from, to, schema.mark('strong')))
  else if (one.do === 'split') splitBlock(view.state, view.dispatch)
  else if (child && one.do === 'duplicate') view.dispatch(view.state.tr.insert(start, child))
  else if (child && one.do === 'remove') view.dispatch(view.state.tr.delete(start, start + child.nodeSize))
  else if (child && one.do === 'move')
    view.dispatch(view.state.tr.delete(start, start + child.nodeSize).insert(0, child))
  else if (child?.type.name === 'paragraph' && one.do === 'list')
    view.dispatch(
      view.state.tr.replaceWith(
        start,
        start + child.nodeSize,
        schema.node('bulletList', null, schema.node('listItem', null, child)),
      ),
    )
}

test('what is shown is what is stored, in both windows, through any edits, undos and exchanges', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), edit), { maxLength: 30 }), (edits) => {
      const here = bindView(
        draftOf(
          ...head('', 'aaa'),
          paragraph('aaaa', 'a'),
          block('bulletList', block('listItem', paragraph('aab'), paragraph('b'))),
          paragraph('', 'b'),
        ),
      )
      const { other, exchange } = connect(here.doc)
      const there = bindView(other)
      for (const [isHere, one] of edits) {
        if (one.do === 'exchange') exchange()
        else apply(isHere ? here : there, one)
        for (const bound of [here, there]) {
          expect(bound.view.state.doc.toJSON()).toEqual(storedIn(bound.doc))
          bound.view.state.doc.check()
          Node.fromJSON(schema, bound.view.state.doc.toJSON()).check()
        }
      }
      exchange()
      exchange()
      expect(there.view.state.doc.toJSON()).toEqual(here.view.state.doc.toJSON())
      expect(here.broken).toEqual([])
      here.destroy()
      there.destroy()
    }),
    { numRuns: runs(60) },
  )
})

test('the history outlives the view: what was typed before a look at a revision can still be undone', () => {
  const doc = draftOf(paragraph('one', 'a'))
  const first = bindView(doc)
  first.insert(' more', 4)
  first.destroy()
  const second = bindView(doc)
  expect(second.binding.canUndo()).toBe(true)
  second.binding.undo()
  expect(second.view.state.doc.textContent).toBe('one')
})

test('letters typed inside of a run full of pictographs are stored as shown', () => {
  const here = bindView(draftOf(block('paragraph', 'plain ', 'z😀b')))
  for (const [after, letters] of [
    ['plain', 'er'],
    ['z', '😁'],
    ['😁', '😀'],
    ['b', '.'],
  ] as const) {
    here.select(findText(here.view, after) + after.length)
    here.insert(letters)
    expect(storedIn(here.doc)).toEqual(here.view.state.doc.toJSON())
  }
  expect(here.view.state.doc.textContent).toBe('plainer z😁😀😀b.')
})
