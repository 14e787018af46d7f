// R11: the saved mark is true. Whatever the disk, the clock and the process do, what was acknowledged is in the log, and what was
// not is still with its writer and arrives in the end.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { article } from '#tests/support/builders.ts'
import { articleFrom, replay } from '#tests/support/draft-laws.ts'
import { createFailingDisk, FULL } from '#tests/support/failing-store.ts'
import { openTestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { openWindow, type WindowOnDraft } from '#tests/support/window-on-draft.ts'
import { runs } from '#tests/support/runs.ts'

/** Milliseconds. A second or two on an idle machine; a busy one must not turn a law into a coin. */
const PATIENCE_MS = 60_000

const anyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      by: fc.constantFrom(0, 1),
      text: fc.string({ minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('push' as const), by: fc.constantFrom(0, 1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('break' as const), isAmbiguous: fc.boolean() }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'heal' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.constantFrom(100, 500, 3_000, 400_000),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'crash' as const }) },
)

it('R11, DR2, DR4: nothing acknowledged is ever missing, nothing written is ever lost', {
  timeout: PATIENCE_MS,
}, async () => {
  const { disk, wrapStore } = createFailingDisk()
  using test = openTestCore({ wrapStore })
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 30 }), async (steps) => {
      disk.fails = null
      disk.writesAnyway = false
      const articleId = valueOf(test.core.importArticle(article(), NO_STAMPS, ''))
      const windows = [await openWindow(test, articleId, 1), await openWindow(test, articleId, 2)] as const
      const acknowledged = [Y.encodeStateAsUpdate(windows[0].doc)]

      const push = (window: WindowOnDraft, windowId: number): boolean => {
        const shown = Y.encodeStateAsUpdate(window.doc)
        let pushed = window.push()
        if (!pushed.ok && pushed.error.type === 'DraftNotOpen')
          pushed = window.push(valueOf(test.core.drafts.open(articleId, windowId)).state)
        if (pushed.ok) acknowledged.push(shown)
        return pushed.ok
      }
      const expectAcknowledgedStored = (): void => {
        const stored = replay(valueOf(test.library.store.updates.read(articleId)).updates)
        const before = Y.encodeStateAsUpdate(stored)
        for (const update of acknowledged) Y.applyUpdate(stored, update)
        expect(Y.encodeStateVectorFromUpdate(before)).toEqual(Y.encodeStateVector(stored))
      }

      for (const step of steps) {
        switch (step.kind) {
          case 'write':
            windows[step.by].type('paragraph', step.text)
            break
          case 'push':
            push(windows[step.by], step.by + 1)
            break
          case 'break':
            disk.fails = step.isAmbiguous ? { type: 'StorageFailed', detail: 'fsync' } : FULL
            disk.writesAnyway = step.isAmbiguous
            break
          case 'heal':
            disk.fails = null
            disk.writesAnyway = false
            break
          case 'wait':
            test.clock.advance(step.ms)
            break
          case 'crash':
            test.crash()
        }
        if (step.kind === 'push' || step.kind === 'crash') expectAcknowledgedStored()
      }

      disk.fails = null
      disk.writesAnyway = false
      expect([push(windows[0], 1), push(windows[1], 2)]).toEqual([true, true])
      for (const window of windows) window.receive()
      const truth = articleFrom(replay(valueOf(test.library.store.updates.read(articleId)).updates))
      expect(valueOf(test.core.articleOf(articleId)).article).toEqual(truth)
      for (const update of acknowledged)
        expect(
          articleFrom(replay([...windows.map((window) => Y.encodeStateAsUpdate(window.doc)), update])),
        ).toEqual(truth)
      test.core.windowClosed(1)
      test.core.windowClosed(2)
      expect(test.core.drafts.openIds()).toEqual([])
    }),
    { numRuns: runs(25) },
  )
  expect(valueOf(await test.library.store.verify()).faults).toEqual([])
})
