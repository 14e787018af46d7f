// One window that changes its article all the time while somebody types: the real session, replica, core and library.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDraftReplica } from '#renderer/editor/draft-replica.ts'
import { createDraftSession } from '#renderer/state/draft-session.ts'
import { createMetaHandle } from '#renderer/state/meta-handle.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { contentOf } from '#shared/draft/draft-doc.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { article } from '#tests/support/builders.ts'
import { articleFrom, replay } from '#tests/support/draft-laws.ts'
import { openTestCore, type TestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'

const CHANGES = 150
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

/** Answers come a turn later, as from another process. */
function desktopOn({ core }: TestCore) {
  const listeners = new Set<unknown>()
  const later = async <T>(run: () => T): Promise<T> => {
    await nextTurn()
    return run()
  }
  const drafts = {
    open: ({ articleId }: { articleId: ArticleId }) => later(() => core.drafts.open(articleId, 1)),
    push: ({ articleId, update }: { articleId: ArticleId; update: Uint8Array }) =>
      later(() => core.drafts.push(articleId, update, 1)),
    close: ({ articleId }: { articleId: ArticleId }) => later(() => core.drafts.close(articleId, 1)),
    onChanged: (listener: unknown) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const app = { onLibraryState: () => () => undefined }
  return { desktop: { drafts, app } as unknown as DesktopApi, listeners }
}

function typeInto(doc: Y.Doc, words: string): void {
  const last = contentOf(doc).toArray().at(-1) as Y.XmlElement
  const text = last.get(0) as Y.XmlText
  text.insert(text.length, words)
}

test('DR5: opening and closing as fast as one can click while typing loses no word and leaves no session', async () => {
  using core = openTestCore()
  const make = () => valueOf(core.core.importArticle(article({ body: ['start'] }), NO_STAMPS, ''))
  const [a, b, c] = [make(), make(), make()]
  const order = [a, b, c]
  const { desktop, listeners } = desktopOn(core)
  const session = createDraftSession(desktop, async () => ({ openDraftReplica, createMetaHandle }))
  const typed = new Map(order.map((articleId) => [articleId, 'start']))
  for (let n = 0; n < CHANGES; n += 1) {
    const showing = session.show(order[n % 3] ?? a)
    if (n % 5 === 0) void session.show(order[(n + 1) % 3] ?? a)
    if (n % 4 !== 0) await showing
    for (let turn = 0; turn < n % 7; turn += 1) await nextTurn()
    const state = session.state()
    if (state.kind !== 'open') continue
    const words = ` ${n}`
    typeInto(state.replica.doc, words)
    typed.set(state.articleId, `${typed.get(state.articleId)}${words}`)
  }
  expect([...typed.values()].every((words) => words.length > 'start'.length)).toBe(true)
  expect(await session.show(null)).toBe(true)
  for (let turn = 0; turn < 20; turn += 1) await nextTurn()
  expect(core.core.drafts.openIds()).toEqual([])
  expect(listeners.size).toBe(0)
  for (const [articleId, words] of typed) {
    const { updates } = valueOf(core.library.store.updates.read(articleId))
    expect(JSON.stringify(articleFrom(replay(updates)))).toContain(`"text":"${words}"`)
  }
})
