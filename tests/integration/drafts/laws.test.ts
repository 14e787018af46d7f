// The laws of drafts through the real core and the real log: any script of two windows, compactions and crashes in between.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compactDraft } from '#core/drafts/compaction.ts'
import { seedDraft } from '#shared/article/seed.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { articleFrom, replay } from '#tests/support/draft-laws.ts'
import { anyScript, applyEdit, createReplica, type Replica } from '#tests/support/edit-script.ts'
import { openTestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { runs } from '#tests/support/runs.ts'

/** Milliseconds. A second or two on an idle machine; a busy one must not turn a law into a coin. */
const PATIENCE_MS = 60_000

const anyInterruption = fc.oneof(
  { weight: 16, arbitrary: fc.constant('none') },
  { weight: 2, arbitrary: fc.constantFrom('compact', 'pause') },
  { weight: 1, arbitrary: fc.constant('crash') },
)

it('DR1, DR2, DR11: after any script the log, both windows and the live draft say the same', {
  timeout: PATIENCE_MS,
}, async () => {
  using test = openTestCore()
  await fc.assert(
    fc.asyncProperty(
      anyScript,
      fc.array(anyInterruption, { maxLength: 40 }),
      async (script, interruptions) => {
        const articleId = valueOf(test.core.importArticle(script.start, NO_STAMPS, ''))
        const read = () => valueOf(test.core.articleOf(articleId)).article
        expect(read()).toEqual(script.start)
        const states = [1, 2].map((windowId) => test.core.drafts.open(articleId, windowId))
        const [a, b] = states.map((opened) => createReplica(valueOf(opened).state)) as [Replica, Replica]
        const writers = [a, b] as const
        let told = test.events.length
        const deliver = (): void => {
          for (const event of test.events.slice(told))
            if (event.event === 'drafts.changed')
              writers[(event.to?.only ?? 0) - 1]?.receive((event.payload as { update: Uint8Array }).update)
          told = test.events.length
        }
        const meet = (by: 0 | 1): void => {
          const unsent = writers[by].takeUnsent()
          if (unsent !== null) valueOf(test.core.drafts.push(articleId, unsent, by + 1))
          deliver()
        }
        for (const [index, edit] of script.edits.entries()) {
          if (edit.kind === 'meet') meet(edit.by)
          else applyEdit(writers[edit.by].doc, edit)
          const interruption = interruptions[index]
          if (interruption === 'pause') test.clock.advance(2_500)
          if (interruption === 'compact') compactDraft(test.library.store, articleId)
          if (interruption === 'crash') {
            test.crash()
            for (const windowId of [1, 2])
              writers[windowId - 1]?.receive(valueOf(test.core.drafts.open(articleId, windowId)).state)
          }
        }
        meet(0)
        meet(1)
        const truth = canonicalJson(read())
        for (const writer of writers)
          expect(canonicalJson(articleFrom(writer.doc)), 'every window').toBe(truth)
        const stored = valueOf(test.library.store.updates.read(articleId))
        expect(canonicalJson(articleFrom(replay(stored.updates))), 'log replay = live').toBe(truth)
        expect(canonicalJson(articleFrom(replay([seedDraft(read())]))), 'seed -> materialise').toBe(truth)
        test.core.windowClosed(1)
        test.core.windowClosed(2)
        expect(test.core.drafts.openIds()).toEqual([])
      },
    ),
    { numRuns: runs(20) },
  )
  expect(valueOf(await test.library.store.verify()).faults).toEqual([])
})
