import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { editorActions } from '#renderer/editor/editor-extensions.ts'
import { createActionStates } from '#renderer/editor/toolbar/action-states.ts'
import { newArticleId } from '#shared/article/ids.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { head, paragraph } from '../binding/bound-view.ts'
import { openEditor } from '../open-editor.ts'

let frames: (() => void)[] = []
beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
  vi.stubGlobal('cancelAnimationFrame', () => {})
})
afterEach(() => void vi.unstubAllGlobals())
const frame = () => {
  for (const run of frames.splice(0)) run()
}

const actions = editorActions({
  articleId: newArticleId(),
  desktop: {} as DesktopApi,
  isSmartTypographyOn: () => false,
  language: () => 'en',
})

test('typing along works nothing out; coming to another place does, once a frame', () => {
  const opened = openEditor(...head(), paragraph('One'))
  const states = createActionStates(opened.editor, actions)
  let told = 0
  states.subscribe(() => {
    told += 1
  })
  opened.caretAfter('One').type('x') // the first edit makes undo possible
  frame()
  told = 0
  opened.type('abc')
  expect(frames).toHaveLength(0)
  opened.caretAfter('Head')
  opened.caretAfter('Stand')
  expect(frames).toHaveLength(1)
  frame()
  expect(told).toBe(1)
  expect(states.get().kind).toBe('Standfirst')
  expect(states.get().enabled.has('format.bullet-list')).toBe(false)
})

test('a mark put on the selection shows at once', () => {
  const opened = openEditor(...head(), paragraph('One'))
  const states = createActionStates(opened.editor, actions)
  states.subscribe(() => {})
  opened.selectWords('One').run('format.strong')
  frame()
  expect(states.get().active.has('format.strong')).toBe(true)
})
