import { expect, test, vi } from 'vitest'
import { storyAccess } from '#renderer/editor/extensions/story-access/story-access.ts'
import { useChecks } from '#renderer/features/checks/checks-store.ts'
import { followChecks } from '#renderer/features/checks/follow-checks.ts'
import type { MetaHandle } from '#renderer/state/meta-handle.ts'
import { EMPTY_META } from '#shared/article/meta.ts'
import { fakeIdleCallbacks } from '#tests/support/idle-callbacks.ts'
import { QUIET_CONTEXT } from '#tests/support/quiet-context.ts'
import type { Instant } from '#shared/article/ids.ts'
import { head, paragraph } from '../../editor/binding/bound-view.ts'
import { openEditor } from '../../editor/open-editor.ts'

const meta = { get: () => EMPTY_META, subscribe: () => () => undefined } as unknown as MetaHandle

const idle = fakeIdleCallbacks()
const rest = () => {
  vi.advanceTimersByTime(600)
  while (idle.waiting > 0) idle.run()
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
  checks.setContext(QUIET_CONTEXT, [])
  rest()
  expect(doubles()).toEqual([])
  opened.caretAfter('The').type(' the')
  expect(idle.waiting).toBe(0)
  expect(doubles()).toEqual([])
  rest()
  expect(doubles()).toEqual(['The the council met'])
  stop()
  expect(useChecks.getState().results).toBeNull()
})

test('CK3: what is asked for at once knows the last key', () => {
  const { opened, checks, stop } = follow('The council met')
  checks.setContext(QUIET_CONTEXT, [])
  opened.caretAfter('The').type(' the')
  expect(checks.now().map(({ rule }) => rule)).toContain('double-word')
  stop()
})

test('CK4: what is waived is not open', () => {
  const { checks, stop } = follow('The the council met')
  checks.setContext(QUIET_CONTEXT, [])
  const found = checks.now().find(({ rule }) => rule === 'double-word')
  if (found === undefined) throw new Error('nothing found')
  const { id, rule, sentence, excerpt } = found
  checks.setContext(QUIET_CONTEXT, [
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
