import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { storyAccess } from '#renderer/editor/extensions/story-access/story-access.ts'
import { useChecks } from '#renderer/features/checks/checks-store.ts'
import { followChecks, type KnownContext } from '#renderer/features/checks/follow-checks.ts'
import type { MetaHandle } from '#renderer/state/meta-handle.ts'
import { EMPTY_META } from '#shared/article/meta.ts'
import { EMPTY_DESK_FILE } from '#shared/workflow/checks/desk-file.ts'
import type { Instant } from '#shared/article/ids.ts'
import { head, paragraph } from '../../editor/binding/bound-view.ts'
import { openEditor } from '../../editor/open-editor.ts'

const CONTEXT: KnownContext = {
  zone: 'UTC',
  published: null,
  legal: 'not-needed',
  openSuggestions: 0,
  openThreads: 0,
  sameAddress: [],
  deskFile: EMPTY_DESK_FILE,
}
const meta = { get: () => EMPTY_META, subscribe: () => () => undefined } as unknown as MetaHandle

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
  while (idle.length > 0) for (const run of idle.splice(0)) run()
}
const doubles = () =>
  useChecks.getState().results?.open.flatMap(({ rule, excerpt }) => (rule === 'double-word' ? [excerpt] : []))

function follow(...texts: string[]) {
  const opened = openEditor(...head('', 'Head', ''), ...texts.map((text) => paragraph(text)))
  const checks = followChecks(storyAccess(opened.editor), meta)
  return { opened, checks, stop: checks.start() }
}

test('CK3: nothing is checked on a key, all of it when typing rests', () => {
  const { opened, checks, stop } = follow('The council met')
  checks.setContext(CONTEXT, [])
  rest()
  expect(doubles()).toEqual([])
  opened.caretAfter('The').type(' the')
  expect(idle).toHaveLength(0)
  expect(doubles()).toEqual([])
  rest()
  expect(doubles()).toEqual(['The the council met'])
  stop()
  expect(useChecks.getState().results).toBeNull()
})

test('CK3: what is asked for at once knows the last key', () => {
  const { opened, checks, stop } = follow('The council met')
  checks.setContext(CONTEXT, [])
  opened.caretAfter('The').type(' the')
  expect(checks.now().map(({ rule }) => rule)).toContain('double-word')
  stop()
})

test('CK4: what is waived is not open', () => {
  const { checks, stop } = follow('The the council met')
  checks.setContext(CONTEXT, [])
  const found = checks.now().find(({ rule }) => rule === 'double-word')
  if (found === undefined) throw new Error('nothing found')
  const { id, rule, sentence, excerpt } = found
  checks.setContext(CONTEXT, [
    { finding: id, rule, sentence, excerpt, who: 'Ada', why: 'a band', at: 0 as Instant },
  ])
  rest()
  expect(doubles()).toEqual([])
  expect(useChecks.getState().results?.waived.map(({ waiver }) => waiver.why)).toEqual(['a band'])
  stop()
})

test('without what main knows nothing is said', () => {
  const { stop } = follow('The the council met')
  rest()
  expect(useChecks.getState().results).toBeNull()
  stop()
})
