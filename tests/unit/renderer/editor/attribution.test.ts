// AT5 in the real editor: whatever is done to the blocks, the words stay their author's.
import { afterEach, expect, test } from 'vitest'
import { article, paragraph, withAttrs } from '#tests/support/builders.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { openEditorOn } from './open-editor.ts'

const open: { destroy(): void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.destroy()
})

function room() {
  const start = article({
    body: ['First of all.', 'Second thoughts.', 'Third time lucky.'].map((words, index) =>
      withAttrs({ blockId: `b${index}` }, paragraph(words)),
    ),
  })
  const newsroom = openNewsroom(start, { author: 'Ann', origin: 'window' })
  const bob = newsroom.desk('Bob')
  const editor = openEditorOn(bob.doc)
  open.push(editor)
  return { newsroom, bob, editor }
}

const BLOCK_COMMANDS = [
  'insert.block-quote',
  'insert.stash',
  'format.strong',
  'format.heading-2',
  'format.bullet-list',
  'format.ordered-list',
] as const

test('Enter, Backspace and undo of both', async () => {
  const { newsroom, bob, editor } = room()
  editor.caretBefore('of all').press('Enter')
  bob.meet()
  expect(await newsroom.told()).toContain('of all.: Ann')
  editor.caretBefore('Second').press('Backspace')
  bob.meet()
  editor.run('edit.undo')
  editor.run('edit.undo')
  bob.meet()
  expect(await newsroom.told()).toEqual([
    'Ministry answers: Ann',
    'First of all.: Ann',
    'Second thoughts.: Ann',
    'Third time lucky.: Ann',
  ])
})

test.each(BLOCK_COMMANDS)('%s, and back again', async (id) => {
  const { newsroom, bob, editor } = room()
  editor.selectWords('Second', 'Third')
  expect(editor.run(id)).toBe(true)
  bob.meet()
  const told = await newsroom.told()
  expect(told.filter((run) => run.includes('Bob'))).toEqual([])
  for (const words of ['Second thoughts.: Ann', 'Third time lucky.: Ann']) expect(told).toContain(words)
  editor.run('edit.undo')
  bob.meet()
  expect((await newsroom.told()).filter((run) => run.includes('Bob'))).toEqual([])
  expect(editor.broken).toEqual([])
})
