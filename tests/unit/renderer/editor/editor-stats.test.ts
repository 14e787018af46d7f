import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followStats, useEditorStats } from '#renderer/editor/editor-stats.ts'
import { renderHook } from '@testing-library/react'
import { head, paragraph } from './binding/bound-view.ts'
import { openEditor } from './open-editor.ts'

let idle: (() => void)[] = []
beforeEach(() => {
  idle = []
  vi.useFakeTimers()
  vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run))
  vi.stubGlobal('cancelIdleCallback', () => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const rest = () => {
  vi.advanceTimersByTime(600)
  for (const run of idle.splice(0)) run()
}
const shown = () => renderHook(() => useEditorStats((stats) => stats)).result.current

test('lengths are counted when typing rests, never on a key', () => {
  const opened = openEditor(...head('', 'Head', ''), paragraph('One two'))
  const stop = followStats(opened.editor)
  rest()
  expect(shown()).toMatchObject({
    words: 2,
    characters: 7,
    readingMinutes: 1,
    headlineCharacters: 4,
    selection: null,
  })
  opened.caretAfter('two').type(' three')
  expect(idle).toHaveLength(0)
  expect(shown()).toMatchObject({ words: 2 })
  rest()
  expect(shown()).toMatchObject({ words: 3, characters: 13 })
  opened.selectWords('One two')
  rest()
  expect(shown()?.selection).toEqual({ words: 2, characters: 7, readingMinutes: 1 })
  stop()
  expect(shown()).toBeNull()
})

test('somebody who never rests sees lengths all the same', () => {
  const opened = openEditor(...head(), paragraph('One'))
  const stop = followStats(opened.editor)
  rest()
  opened.caretAfter('One')
  for (let key = 0; key < 25; key += 1) {
    opened.type(' a')
    vi.advanceTimersByTime(100)
  }
  expect(idle.length).toBeGreaterThan(0)
  stop()
})
