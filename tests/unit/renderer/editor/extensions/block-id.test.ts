import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newBlockId } from '#renderer/editor/extensions/block-id/block-id.ts'
import { contentOf } from '#shared/draft/draft-doc.ts'
import { block, connect, draftOf, head, paragraph } from '../binding/bound-view.ts'
import { openEditor, openEditorOn } from '../open-editor.ts'

const idsOf = ({ editor }: ReturnType<typeof openEditor>) =>
  editor.state.doc.content.content.flatMap((child) =>
    'blockId' in child.attrs ? [child.attrs['blockId']] : [],
  )

test('an id is ten characters that the grammar takes, and no two are alike', () => {
  const ids = Array.from({ length: 2_000 }, newBlockId)
  for (const id of ids) expect(id).toMatch(/^[0-9a-z]{10}$/)
  expect(new Set(ids).size).toBe(ids.length)
})

test('splitting a block leaves its id with the first half', () => {
  const opened = openEditor(...head(), paragraph('One two', 'a'))
  opened.caretAfter('One').press('Enter')
  const [first, second] = idsOf(opened)
  expect(first).toBe('a')
  expect(second).toMatch(/^[0-9a-z]{10}$/)
})

test('Enter at the start of a block puts a new one before it: the words keep their id', () => {
  const opened = openEditor(...head(), paragraph('One', 'a'))
  opened.caretBefore('One').press('Enter')
  expect(idsOf(opened)).toEqual([expect.stringMatching(/^[0-9a-z]{10}$/), 'a'])
})

test('changing the kind of a block keeps its id', () => {
  const opened = openEditor(...head(), paragraph('One', 'a'))
  opened.caretAfter('One').run('format.heading-2')
  expect(opened.shown()).toContain('heading("One")')
  expect(idsOf(opened)).toEqual(['a'])
})

test('a copy gets an id of its own, a moved block keeps its id', () => {
  const opened = openEditor(...head(), paragraph('One', 'a'), paragraph('Two', 'b'))
  const { editor, view } = opened
  view.dispatch(editor.state.tr.insert(editor.state.doc.content.size, editor.state.doc.child(3)))
  expect(idsOf(opened).slice(0, 2)).toEqual(['a', 'b'])
  expect(idsOf(opened)[2]).not.toBe('a')
  const moved = editor.state.doc.child(4)
  const at = editor.state.doc.resolve(0).posAtIndex(4, 0)
  view.dispatch(
    editor.state.tr
      .delete(at, at + moved.nodeSize)
      .insert(editor.state.doc.resolve(0).posAtIndex(3, 0), moved),
  )
  expect(idsOf(opened).slice(0, 2)).toEqual(['b', 'a'])
})

test('opening a draft changes nothing; the first key in an unnamed block names it; plain typing appends nothing more', () => {
  const draft = draftOf(...head(), paragraph('unnamed'))
  const before = Y.encodeStateAsUpdate(draft)
  const opened = openEditorOn(draft)
  expect(Y.encodeStateAsUpdate(draft)).toEqual(before)
  const appended: number[] = []
  opened.editor.on('transaction', (event) => appended.push(event.appendedTransactions.length))
  opened.caretAfter('unnamed').type('xyz')
  expect(appended).toEqual([0, 1, 0, 0])
  expect(idsOf(opened)).toEqual([expect.stringMatching(/^[0-9a-z]{10}$/)])
})

test('what comes from elsewhere is never named here', () => {
  const opened = openEditor(...head(), paragraph('One', 'a'))
  const { other, exchange } = connect(opened.draft)
  const added = new Y.XmlElement('paragraph')
  contentOf(other).insert(4, [added])
  exchange()
  expect(idsOf(opened)).toEqual(['a', null])
  expect((contentOf(other).get(4) as Y.XmlElement).getAttribute('blockId')).toBeUndefined()
})

test('a block in a list that is lifted out keeps its id only where it is the only one', () => {
  const opened = openEditor(
    ...head(),
    block('bulletList', block('listItem', paragraph('One', 'a'))),
    paragraph('Two', 'a'),
  )
  opened.caretAfter('One').run('format.bullet-list')
  const ids = idsOf(opened)
  expect(new Set(ids).size).toBe(ids.length)
})
