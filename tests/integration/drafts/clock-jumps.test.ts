// C8: a clock that jumps changes stamps, never order: not of what was written, not of history, not of the desk's events.
import { describe, expect, it } from 'vitest'
import { headText } from '#shared/article/plain-text.ts'
import { openTestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

const HOUR_MS = 3_600_000
const TEN_YEARS_MS = 10 * 365 * 24 * HOUR_MS
const JUMPS: readonly [name: string, ms: number][] = [
  ['back an hour', -HOUR_MS],
  ['forward ten years', TEN_YEARS_MS],
  ['back to 1970', -Date.UTC(2027, 5, 1) + 1_000],
]

describe('C8: a clock that jumps', () => {
  it.each(JUMPS)(
    '%s: words, revisions and status keep their order, and nothing is lost',
    async (_name, ms) => {
      using test = openTestCore()
      const articleId = test.create()
      const window = await openWindow(test, articleId, 1)
      const write = (text: string, seq: number) => {
        window.type('headline', text)
        expect(window.push()).toMatchObject({ ok: true, value: { seq } })
      }
      write('one ', 2)
      test.clock.jump(ms)
      write('two ', 3)
      test.clock.advance(10 * 60_000)
      const { act } = test.core.handlers.library
      valueOf(await act({ articleId, verb: 'file' }, { windowId: 1 }))
      test.clock.jump(-ms)
      write('three ', 4)
      valueOf(await act({ articleId, verb: 'ready' }, { windowId: 1 }))
      test.clock.advance(10 * 60_000)
      test.core.windowClosed(1)
      expect(test.core.drafts.openIds()).toEqual([])
      test.crash()
      expect(headText(valueOf(test.core.articleOf(articleId)).article.content, 'headline')).toBe(
        'three two one ',
      )
      const history = valueOf(test.library.store.revisions.list(articleId))
      expect(history.map(({ number }) => number)).toEqual(history.map((_, index) => history.length - index))
      expect(history[0]?.label === 'ready' || history[0]?.kind === 'idle').toBe(true)
      expect(valueOf(test.library.store.workflow.status(articleId))).toBe('ready')
      expect(valueOf(test.library.store.articles.behind())).toEqual([])
      expect(valueOf(await test.library.store.verify()).faults).toEqual([])
    },
  )

  it('set back while somebody writes without a pause: the desk still follows within two seconds', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'a')
    window.push()
    test.clock.jump(-HOUR_MS)
    // The row is read again at most two seconds after a change that never pauses (materialise-scheduler.ts).
    for (let n = 0; n < 30; n += 1) {
      window.type('headline', 'b')
      window.push()
      test.clock.advance(100)
    }
    expect(valueOf(test.library.store.articles.get(articleId)).headline.length).toBeGreaterThan(5)
  })
})
