import { expect, test } from 'vitest'
import { inlineText } from '#shared/article/plain-text.ts'
import { storyAccess } from '#renderer/editor/extensions/story-access/story-access.ts'
import type { NodeJson } from '#shared/article/article.ts'
import { node } from '#tests/support/builders.ts'
import { head, paragraph } from '../binding/bound-view.ts'
import { openEditor } from '../open-editor.ts'

const always = () => false

function story() {
  const opened = openEditor(
    ...head('', 'Head', 'Below'),
    paragraph('One two three'),
    node(
      'bulletList',
      node('listItem', node('paragraph', 'First')),
      node('listItem', node('paragraph', 'Second item')),
    ),
  )
  return { opened, access: storyAccess(opened.editor) }
}

/** Every text of a story with its place. */
function* texts(at: NodeJson, path: number[] = []): Iterable<{ path: number[]; text: string }> {
  const children = at.content ?? []
  if (children.some((child) => child.text !== undefined)) yield { path, text: inlineText(at) }
  else for (const [index, child] of children.entries()) yield* texts(child, [...path, index])
}

test('CK3: blocks that did not change are the same objects after a key', () => {
  const { opened, access } = story()
  const before = access.content(always)?.content ?? []
  opened.caretAfter('two').type('!')
  const after = access.content(always)?.content ?? []
  const changed = after.flatMap((block, index) => (block === before[index] ? [] : [index]))
  expect(changed).toEqual([3])
  expect(inlineText(after[3] ?? { type: '' })).toBe('One two! three')
})

test('CK3: content is converted in slices', () => {
  const { access } = story()
  expect(access.content(() => true)).toBeNull()
  expect(access.content(always)).not.toBeNull()
})

test('every text of the story is selected by its place', () => {
  const { opened, access } = story()
  const content = access.content(always)
  if (content === null) throw new Error('nothing is there')
  const found = [...texts(content)]
  expect(found.length).toBe(5)
  for (const { path, text } of found) {
    const [block = 0, ...rest] = path
    access.reveal({ block, path: rest, words: { from: 1, to: text.length } })
    const { doc, selection } = opened.editor.state
    expect(doc.textBetween(selection.from, selection.to)).toBe(text.slice(1))
  }
})

test('words are replaced as one undo step of their own', () => {
  const { opened, access } = story()
  opened.caretAfter('three').type('!')
  access.replace({ block: 3, path: [], words: { from: 3, to: 7 } }, '')
  expect(opened.shown()).toContain('One three!')
  opened.press('Control+z')
  expect(opened.shown()).toContain('One two three!')
})

test('a place that is gone changes nothing', () => {
  const { opened, access } = story()
  const before = opened.shown()
  access.replace({ block: 3, path: [], words: { from: 3, to: 99 } }, 'x')
  access.replace({ block: 9, path: [0], words: { from: 0, to: 1 } }, 'x')
  access.reveal({ block: 9, path: [] })
  expect(opened.shown()).toBe(before)
})
