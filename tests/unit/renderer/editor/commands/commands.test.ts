import { expect, test } from 'vitest'
import { block, head, paragraph } from '../binding/bound-view.ts'
import { openEditor } from '../open-editor.ts'

const item = (...content: Parameters<typeof block>[1][]) => block('listItem', ...content)
const body = ({ shown }: ReturnType<typeof openEditor>) =>
  /standfirst\("Standfirst"\), (.*)\)$/.exec(shown())?.[1]

test('a mark goes on all of a mixed selection first, and then off again', () => {
  const opened = openEditor(...head(), paragraph('One two'))
  opened.selectWords('One').run('format.strong')
  opened.selectWords('One two')
  expect(opened.isActive('format.strong')).toBe(false)
  opened.run('format.strong')
  expect(body(opened)).toBe('paragraph(strong("One two"))')
  expect(opened.isActive('format.strong')).toBe(true)
  opened.run('format.strong')
  expect(body(opened)).toBe('paragraph("One two")')
})

test('superscript and subscript exclude each other, and neither is doubled', () => {
  const opened = openEditor(...head(), paragraph('x2'))
  opened.selectWords('2').run('format.superscript')
  opened.run('format.subscript')
  expect(body(opened)).toBe('paragraph("x", subscript("2"))')
})

test('a headline takes emphasis but not strong', () => {
  const opened = openEditor(...head(), paragraph('One'))
  opened.selectWords('Headline')
  expect(opened.can('format.strong')).toBe(false)
  expect(opened.can('format.emphasis')).toBe(true)
})

test('clearing takes looks away and leaves links and languages', () => {
  const opened = openEditor(...head(), paragraph('One'))
  opened.selectWords('One').run('format.strong')
  opened.run('format.code')
  const { editor, view } = opened
  const lang = editor.schema.mark('languageRun', { lang: 'ko' })
  view.dispatch(editor.state.tr.addMark(editor.state.selection.from, editor.state.selection.to, lang))
  opened.run('format.clear')
  expect(body(opened)).toBe('paragraph(languageRun("One"))')
})

test('headings toggle, and head fields never become one', () => {
  const opened = openEditor(...head(), paragraph('One'))
  opened.caretAfter('One').run('format.heading-3')
  expect(opened.isActive('format.heading-3')).toBe(true)
  opened.run('format.heading-3')
  expect(body(opened)).toBe('paragraph("One")')
  opened.caretAfter('Headline')
  expect(opened.can('format.heading-2')).toBe(false)
  expect(opened.can('format.bullet-list')).toBe(false)
  expect(opened.can('insert.block-quote')).toBe(false)
})

test('a list is made, changed in kind, nested, un-nested and left', () => {
  const opened = openEditor(...head(), paragraph('One'), paragraph('Two'))
  opened.selectWords('One', 'Two').run('format.bullet-list')
  expect(body(opened)).toBe('bulletList(listItem(paragraph("One")), listItem(paragraph("Two")))')
  opened.run('format.ordered-list')
  expect(opened.isActive('format.ordered-list')).toBe(true)
  opened.caretAfter('Two').press('Tab')
  expect(body(opened)).toBe(
    'orderedList(listItem(paragraph("One"), orderedList(listItem(paragraph("Two")))))',
  )
  opened.press('Enter', 'Enter')
  expect(body(opened)).toBe(
    'orderedList(listItem(paragraph("One"), orderedList(listItem(paragraph("Two")))), listItem(paragraph))',
  )
  opened.press('Enter').type('out')
  expect(body(opened)).toBe(
    'orderedList(listItem(paragraph("One"), orderedList(listItem(paragraph("Two"))))), paragraph("out")',
  )
  opened.caretAfter('Two').press('Shift+Tab')
  expect(body(opened)).toContain('orderedList(listItem(paragraph("One")), listItem(paragraph("Two")))')
})

test('Backspace at the start of an item takes it out of the list before joining', () => {
  const opened = openEditor(...head(), block('bulletList', item(paragraph('One')), item(paragraph('Two'))))
  opened.caretBefore('Two').press('Backspace')
  expect(body(opened)).toBe('bulletList(listItem(paragraph("One"))), paragraph("Two")')
})

test('Tab outside of a list is left to the window', () => {
  const opened = openEditor(...head(), paragraph('One'))
  opened.caretAfter('One')
  const event = new KeyboardEvent('keydown', { key: 'Tab' })
  expect(opened.view.someProp('handleKeyDown', (handle) => handle(opened.view, event)) ?? false).toBe(false)
})

test('a quote is made with a source line, left with Enter, and dissolved with its words kept', () => {
  const opened = openEditor(...head(), paragraph('Said'))
  opened.caretAfter('Said').run('insert.block-quote')
  expect(body(opened)).toBe('blockQuote(paragraph("Said"), quoteSource)')
  opened.press('Enter', 'Enter').type('on')
  expect(body(opened)).toBe('blockQuote(paragraph("Said"), quoteSource), paragraph("on")')
  opened
    .caretAfter('Said')
    .select(opened.editor.state.selection.from + 2)
    .type('Jo')
  opened.press('Enter').type('and ')
  expect(body(opened)).toContain('quoteSource("Jo")), paragraph("and ')
  opened.caretAfter('Said').run('insert.block-quote')
  expect(body(opened)).toContain('paragraph("Said"), paragraph("Jo")')
})

test('Backspace in an empty source line removes it', () => {
  const opened = openEditor(...head(), block('blockQuote', paragraph('Said'), block('quoteSource')))
  opened
    .caretAfter('Said')
    .select(opened.editor.state.selection.from + 2)
    .press('Backspace')
  expect(body(opened)).toBe('blockQuote(paragraph("Said"))')
})

test('a pull quote repeats the selected words after their block', () => {
  const opened = openEditor(...head(), paragraph('One two three'), paragraph('Four'))
  opened.selectWords('two').run('insert.pull-quote')
  expect(body(opened)).toBe(
    'paragraph("One two three"), pullQuote(paragraph("two"), quoteSource), paragraph("Four")',
  )
})

test('a rule takes the place of an empty paragraph, else stands after the block; nothing comes between head fields', () => {
  const empty = openEditor(...head(), paragraph(''))
  empty.select(empty.editor.state.doc.content.size - 1).run('insert.rule')
  expect(body(empty)).toBe('horizontalRule, paragraph')
  const inHead = openEditor(...head(), paragraph('One'))
  inHead.caretAfter('Head').run('insert.rule')
  expect(body(inHead)).toBe('horizontalRule, paragraph("One")')
})

test('the down key makes a paragraph below a last block that cannot be written on', () => {
  const opened = openEditor(...head(), block('blockQuote', paragraph('Said')))
  opened.caretAfter('Said')
  opened.view.endOfTextblock = () => true // there is no layout here; the browser answers this
  opened.press('ArrowDown').type('x')
  expect(body(opened)).toBe('blockQuote(paragraph("Said")), paragraph("x")')
})
