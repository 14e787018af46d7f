// Two windows on one article, with the real binding and the real replica in each and the real core and library between them.
// Answers and events travel late, but in order within one window, as they do between processes.
import { splitBlock } from '@tiptap/pm/commands'
import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDraftReplica } from '#renderer/editor/draft-replica.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { DesktopApi, PayloadOf } from '#shared/ipc/desktop-api.ts'
import { articleFrom, replay } from '#tests/support/draft-laws.ts'
import { article } from '#tests/support/builders.ts'
import { createFailingDisk, FULL } from '#tests/support/failing-store.ts'
import { openTestCore, type TestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { bindView, findText } from './binding/bound-view.ts'
import { runs } from '#tests/support/runs.ts'

type Changed = PayloadOf<'drafts', 'changed'>

/** The wire between one window and main. */
function wireTo(test: TestCore, windowId: number) {
  const listeners = new Set<(payload: Changed) => void>()
  const toMain: (() => void)[] = []
  const toWindow: (() => void)[] = []
  let seen = test.events.length
  /** Queues what main has told this window, in its order. */
  const collect = () => {
    for (const { event, to, payload } of test.events.slice(seen))
      if (event === 'drafts.changed' && to?.only === windowId)
        toWindow.push(() => listeners.forEach((listener) => listener(payload as Changed)))
    seen = test.events.length
  }
  const call = <T>(run: () => T): Promise<T> =>
    new Promise((resolve) => {
      toMain.push(() => {
        for (const wire of wires) wire.collect()
        const answer = run()
        for (const wire of wires) wire.collect()
        toWindow.push(() => resolve(answer))
      })
    })
  const wires: { collect(): void }[] = []
  const drafts = {
    open: ({ articleId }: { articleId: ArticleId }) => call(() => test.core.drafts.open(articleId, windowId)),
    push: ({ articleId, update }: { articleId: ArticleId; update: Uint8Array }) =>
      call(() => test.core.drafts.push(articleId, update, windowId)),
    close: ({ articleId }: { articleId: ArticleId }) =>
      call(() => test.core.drafts.close(articleId, windowId)),
    onChanged: (listener: (payload: Changed) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as DesktopApi['drafts']
  return {
    wires,
    collect,
    desktop: { drafts },
    isIdle: () => toMain.length === 0 && toWindow.length === 0,
    async reachMain() {
      toMain.shift()?.()
      await Promise.resolve()
    },
    async reachWindow() {
      toWindow.shift()?.()
      for (let turn = 0; turn < 4; turn += 1) await Promise.resolve()
    },
  }
}

type Wire = ReturnType<typeof wireTo>

async function openTwo(test: TestCore, articleId: ArticleId) {
  const wires = [wireTo(test, 1), wireTo(test, 2)] as const
  for (const wire of wires) wire.wires.push(...wires)
  const open = async (wire: Wire) => {
    const opening = openDraftReplica(articleId, wire.desktop, () => () => undefined)
    await wire.reachMain()
    await wire.reachWindow()
    const replica = valueOf(await opening)
    return { wire, replica, ...bindView(replica.doc) }
  }
  return [await open(wires[0]), await open(wires[1])] as const
}
type Window = Awaited<ReturnType<typeof openTwo>>[0]

const step = fc.record({
  by: fc.constantFrom(0 as const, 1 as const),
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('type' as const) },
    { weight: 2, arbitrary: fc.constantFrom('erase' as const, 'split' as const, 'join' as const) },
    { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const, 'own step' as const) },
    { weight: 8, arbitrary: fc.constantFrom('reach main' as const, 'reach window' as const) },
    { weight: 1, arbitrary: fc.constantFrom('full' as const, 'heal' as const) },
  ),
  words: fc.constantFrom('a', 'bc', 'a ', '😀'),
  at: fc.nat(12),
})

function edit(window: Window, kind: string, words: string, at: number): void {
  const { view, binding } = window
  // All in the last paragraph, and never inside of a character, where no caret can be.
  const { lastChild, content } = view.state.doc
  const start = content.size - (lastChild?.nodeSize ?? 0) + 1
  const text = lastChild?.textContent ?? ''
  const whole = (offset: number) => (/[\uD800-\uDBFF]$/.test(text.slice(0, offset)) ? offset + 1 : offset)
  const caret = TextSelection.create(view.state.doc, start + whole(Math.min(at, text.length)))
  if (kind === 'type') view.dispatch(view.state.tr.setSelection(caret).insertText(words))
  if (kind === 'split') {
    view.dispatch(view.state.tr.setSelection(caret))
    splitBlock(view.state, view.dispatch)
  }
  if (kind === 'erase') view.dispatch(view.state.tr.delete(start, start + whole(Math.min(2, text.length))))
  if (kind === 'join' && view.state.doc.childCount > 4) view.dispatch(view.state.tr.join(start - 1))
  if (kind === 'undo') binding.undo()
  if (kind === 'redo') binding.redo()
}

test('R11: two windows that write at the same place, with undo, late answers and a full disk end as the log says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const { disk, wrapStore } = createFailingDisk()
      using core = openTestCore({ wrapStore })
      const articleId = valueOf(core.core.importArticle(article({ body: ['word'] }), NO_STAMPS, ''))
      const windows = await openTwo(core, articleId)
      for (const { by, kind, words, at } of steps) {
        const window = windows[by]
        if (kind === 'reach main') await window.wire.reachMain()
        else if (kind === 'reach window') await window.wire.reachWindow()
        else if (kind === 'full') disk.fails = FULL
        else if (kind === 'heal') disk.fails = null
        else edit(window, kind, words, at)
      }
      disk.fails = null
      core.clock.advance(5_000)
      for (let turn = 0; turn < 400; turn += 1) {
        for (const { wire, replica } of windows) {
          wire.collect()
          if (replica.saveState().state === 'failed') replica.retry()
          await wire.reachMain()
          await wire.reachWindow()
        }
        if (windows.every(({ wire, replica }) => wire.isIdle() && !replica.hasUnsaved())) break
      }
      const [here, there] = windows
      const log = articleFrom(replay(valueOf(core.library.store.updates.read(articleId)).updates))
      expect(here.replica.saveState().state).toBe('saved')
      expect(there.replica.saveState().state).toBe('saved')
      expect(there.view.state.doc.toJSON()).toEqual(here.view.state.doc.toJSON())
      expect(articleFrom(here.replica.doc)).toEqual(log)
      expect(articleFrom(there.replica.doc)).toEqual(log)
      expect(JSON.stringify(log)).toContain(here.view.state.doc.lastChild?.textContent ?? '')
      expect([here.broken, there.broken]).toEqual([[], []])
      for (const window of windows) window.destroy()
    }),
    { numRuns: runs(40) },
  )
})

test('undo in one window takes back its own words only, while the other writes into them', async () => {
  using core = openTestCore()
  const articleId = valueOf(core.core.importArticle(article({ body: ['start end'] }), NO_STAMPS, ''))
  const [here, there] = await openTwo(core, articleId)
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1)
      for (const { wire } of [here, there]) {
        wire.collect()
        await wire.reachMain()
        await wire.reachWindow()
      }
  }
  const type = (window: Window, before: string, words: string) =>
    window.view.dispatch(window.view.state.tr.insertText(words, findText(window.view, before)))
  type(here, 'end', 'mine ')
  type(there, 'end', 'theirs ')
  await settle()
  type(there, 'ine ', '-')
  await settle()
  here.binding.undo()
  await settle()
  const shown = here.view.state.doc.lastChild?.textContent ?? ''
  expect(there.view.state.doc.lastChild?.textContent).toBe(shown)
  expect(shown).toContain('theirs ')
  expect(shown).toContain('-')
  expect(shown).not.toContain('mine')
  expect(here.binding.redo()).toBe(true)
  await settle()
  expect(there.view.state.doc.toJSON()).toEqual(here.view.state.doc.toJSON())
  for (const window of [here, there]) window.destroy()
})
