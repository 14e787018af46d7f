import { expect, test } from 'vitest'
import { head, paragraph } from '../binding/bound-view.ts'
import { openEditor } from '../open-editor.ts'

const typed = (words: string) => {
  const opened = openEditor(...head(), paragraph('', 'a'))
  opened.select(opened.editor.state.doc.content.size - 1)
  opened.type(words)
  return opened
}
const body = ({ shown }: ReturnType<typeof openEditor>) =>
  /standfirst\("Standfirst"\), (.*)\)$/.exec(shown())?.[1]

test.each([
  ['# A', 'heading("A")'],
  ['## A', 'heading("A")'],
  ['#### A', 'heading("A")'],
  ['- A', 'bulletList(listItem(paragraph("A")))'],
  ['* A', 'bulletList(listItem(paragraph("A")))'],
  ['3. A', 'orderedList(listItem(paragraph("A")))'],
  ['> A', 'blockQuote(paragraph("A"), quoteSource)'],
  ['---A', 'horizontalRule, paragraph("A")'],
  ['A - B', 'paragraph("A - B")'],
  ['##### A', 'paragraph("##### A")'],
])('"%s" becomes %s', (words, expected) => {
  expect(body(typed(words))).toBe(expected)
})

test('levels and starts are kept, one hash counts as two', () => {
  expect(typed('# A').editor.state.doc.lastChild?.attrs['level']).toBe(2)
  expect(typed('### A').editor.state.doc.lastChild?.attrs['level']).toBe(3)
  expect(typed('3. A').editor.state.doc.lastChild?.attrs['start']).toBe(3)
})

test('one undo, or Backspace right after it, gives back the characters that were typed', () => {
  const undone = typed('- ')
  undone.run('edit.undo')
  expect(body(undone)).toBe('paragraph("- ")')
  const backspaced = typed('## ')
  backspaced.press('Backspace')
  expect(body(backspaced)).toBe('paragraph("## ")')
  backspaced.type('x')
  expect(body(backspaced)).toBe('paragraph("## x")')
})

test('the block keeps its id', () => {
  expect(typed('## A').editor.state.doc.lastChild?.attrs['blockId']).toBe('a')
})

test('a head field takes the characters as they are', () => {
  const opened = openEditor(...head('', '', ''), paragraph(''))
  opened.select(3)
  opened.type('## ')
  expect(opened.shown()).toContain('headline("## ")')
})
