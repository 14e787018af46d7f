import { expect, test } from 'vitest'
import { head, paragraph } from '../binding/bound-view.ts'
import { openEditor } from '../open-editor.ts'

type Opened = ReturnType<typeof openEditor>

/** Puts the page's caret where the state has it, or elsewhere. */
function pageCaret({ view }: Opened, at = view.state.selection.from) {
  const { node, offset } = view.domAtPos(at, -1)
  document.getSelection()?.collapse(node, offset)
}
const pressKey = ({ view }: Opened, character: string) =>
  view.someProp('handleKeyPress', (handle) =>
    handle(view, { charCode: character.charCodeAt(0) } as KeyboardEvent),
  ) === true

test('a letter typed at the caret goes into the document without the browser', () => {
  const opened = openEditor(...head(), paragraph('One two')).caretAfter('One')
  pageCaret(opened)
  expect(pressKey(opened, 's')).toBe(true)
  expect(opened.view.dom.lastElementChild?.textContent).toBe('Ones two')
  opened.destroy()
})

test('a letter right behind an arrow key is left to the browser, whose caret is ahead', () => {
  const opened = openEditor(...head(), paragraph('One two')).caretAfter('One')
  pageCaret(opened, opened.view.state.selection.from + 1)
  expect(pressKey(opened, 's')).toBe(false)
  expect(opened.shown()).toContain('One two')
  opened.destroy()
})

test('a selection, a control key and half a character are left to the browser', () => {
  const opened = openEditor(...head(), paragraph('One two')).caretAfter('One')
  pageCaret(opened)
  expect(pressKey(opened, '\r')).toBe(false)
  expect(pressKey(opened, '📰')).toBe(false)
  opened.selectWords('two')
  pageCaret(opened)
  expect(pressKey(opened, 's')).toBe(false)
  opened.destroy()
})

test('rules of typing see what is typed', () => {
  const opened = openEditor(...head(), paragraph('-')).caretAfter('-')
  pageCaret(opened)
  expect(pressKey(opened, ' ')).toBe(true)
  expect(opened.shown()).toContain('bulletList')
  opened.destroy()
})
