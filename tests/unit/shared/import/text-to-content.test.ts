import { expect, test } from 'vitest'
import { textToContent } from '#shared/import/text-to-content.ts'
import { checkGrammar, outline } from '#tests/support/outline.ts'

const shape = (text: string): string => {
  const content = textToContent(text)
  checkGrammar(content)
  return outline(content)
}

test('blank lines part paragraphs, single line ends become breaks', () => {
  expect(shape('a\r\nb\r\n\r\n\r\nc')).toBe('paragraph: a⏎b\nparagraph: c')
})
test('lines broken by a program are joined', () => {
  expect(
    shape(
      'The council voted on Tuesday to close the last of the city’s\nferry piers, a decision that residents of the outer islands\nhad fought for years.',
    ),
  ).toBe(
    'paragraph: The council voted on Tuesday to close the last of the city’s ferry piers, a decision that residents of the outer islands had fought for years.',
  )
})
test('sentences that happen to be equally long are not joined', () => {
  expect(
    shape(
      'The harbour board voted on Friday to close the last of the ferry piers.\nFerries have crossed since 1871.',
    ),
  ).toContain('piers.⏎Ferries')
})
test('long lines are paragraphs of their own', () => {
  const long = `${'word '.repeat(40)}end.`
  expect(shape(`${long}\n${long}`).split('\n')).toHaveLength(2)
})
test('indented first lines begin paragraphs, as wires send them', () => {
  expect(shape('  one starts here\nand goes on\n  two starts here')).toBe(
    'paragraph: one starts here⏎and goes on\nparagraph: two starts here',
  )
})
test('bullets and counting numbers are lists; a lone dash is a dash', () => {
  expect(shape('• a\n• b\n  more\n\n3. c\n4. d\n\n- e')).toBe(
    'bulletList\n  listItem\n    paragraph: a\n  listItem\n    paragraph: b more\norderedList start=3\n  listItem\n    paragraph: c\n  listItem\n    paragraph: d\nparagraph: - e',
  )
})
test('nothing is text, and no text is lost to control characters', () => {
  expect(shape(' \n\t\n')).toBe('')
  expect(shape('a\u0000b')).toBe('paragraph: ab')
})
