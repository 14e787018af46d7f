import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFindSession } from '#renderer/editor/find-replace/find-session.ts'
import { block, connect, head, paragraph, text } from '../binding/bound-view.ts'
import { openEditor } from '../open-editor.ts'

beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', (run: () => void) => {
    queueMicrotask(run)
    return 1
  })
  vi.stubGlobal('cancelIdleCallback', () => {})
})
afterEach(() => void vi.unstubAllGlobals())

const anyCase = { isCaseSensitive: false, isWholeWord: false, isAccentSensitive: false }
const open = () =>
  openEditor(
    ...head('Cat', 'Cats', 'A cat'),
    paragraph('One cat'),
    block('figure', block('caption', 'Cat in a hat'), block('credit', 'Kim')),
    block('bulletList', block('listItem', block('paragraph', text('concat', 'strong')))),
  )

test('it looks through headline, standfirst, body, captions and lists, in order', async () => {
  const { editor } = open()
  const session = createFindSession(editor)
  session.search({ text: 'cat', ...anyCase })
  await Promise.resolve()
  expect(session.state()).toEqual({ count: 6, current: 0, isSearching: false })
})

test('it starts from the caret, steps around the ends, and leaves the match selected', async () => {
  const { editor, caretBefore } = open()
  caretBefore('One')
  const session = createFindSession(editor)
  session.search({ text: 'cat', ...anyCase })
  await Promise.resolve()
  expect(session.state().current).toBe(3)
  session.step(1)
  expect(session.state().current).toBe(3)
  for (let index = 0; index < 3; index += 1) session.step(1)
  expect(session.state().current).toBe(0)
  session.step(-1)
  expect(session.state().current).toBe(5)
  session.close()
  const { from, to } = editor.state.selection
  expect(editor.state.doc.textBetween(from, to)).toBe('cat')
})

test('replacing goes on to the next; replacing all is one undo step and keeps marks', async () => {
  const opened = open()
  opened.select(1)
  const session = createFindSession(opened.editor)
  session.search({ text: 'cat', ...anyCase })
  session.replace('dog')
  expect(session.state()).toMatchObject({ count: 5, current: 0 })
  expect(session.replaceAll('dog')).toBe(5)
  expect(opened.shown()).toContain('kicker("dog"), headline("dogs"), standfirst("A dog")')
  expect(opened.shown()).toContain('strong("condog")')
  expect(session.state().count).toBe(0)
  opened.run('edit.undo')
  expect(opened.shown()).toContain('kicker("dog"), headline("Cats"), standfirst("A cat")')
  session.close()
})

test('a replacement that holds what is looked for does not loop', () => {
  const opened = open()
  const session = createFindSession(opened.editor)
  session.search({ text: 'cat', ...anyCase })
  expect(session.replaceAll('cat cat')).toBe(6)
  expect(session.state().count).toBe(12)
})

test('it keeps up with edits from here and elsewhere', async () => {
  const opened = open()
  const { exchange } = connect(opened.draft)
  const session = createFindSession(opened.editor)
  session.search({ text: 'cat', ...anyCase })
  await Promise.resolve()
  opened.caretAfter('One').type(' cat')
  await Promise.resolve()
  expect(session.state().count).toBe(7)
  exchange()
})
