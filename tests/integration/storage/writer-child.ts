// A program of its own that owns a library until it is killed. Prints one line per fact; its parent reads them.
// Arguments: what to do, then the library.
import { writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { openLibrary } from '#core/storage/open-library.ts'
import { newArticleId } from '#shared/article/ids.ts'
import { stillClock } from '#tests/support/open-test-library.ts'
import { updateRow } from './rows.ts'

/** Enough for a device to fail and heal in between. */
const ENDURED_UPDATES = 200

const [, , task = '', path = ''] = process.argv
// Straight to the descriptor: what was printed has left this process, whatever happens to it next.
const say = (fact: unknown) => writeSync(1, `${JSON.stringify(fact)}\n`)

const opened = openLibrary(path, { mode: task === 'read' ? 'read-only' : 'read-write', clock: stillClock })
if (!opened.ok) {
  say(opened.error)
} else if (task === 'hold' || task === 'read') {
  say({ type: 'opened', isReadOnly: opened.value.isReadOnly })
  if (task === 'hold') setInterval(() => opened.value.checkInPlace(), 1_000)
  else {
    const ids = opened.value.articles.ids()
    const drafts = ids.ok ? ids.value.map((id) => opened.value.updates.read(id)) : []
    say({
      drafts: drafts.map((draft) =>
        draft.ok ? draft.value.updates.map((bytes) => Buffer.from(bytes).toString()) : draft.error,
      ),
    })
    opened.value.close()
  }
} else if (task === 'endure') {
  await endure(opened.value)
} else {
  const store = opened.value
  const articleId = newArticleId()
  const created = store.articles.create(updateRow(articleId, `${process.pid}:0`))
  if (!created.ok) throw new Error(JSON.stringify(created.error))
  say({ articleId, text: `${process.pid}:0` })
  for (let n = 1; ; n += 1) {
    const text = `${process.pid}:${n}`
    const answer = store.updates.append(updateRow(articleId, text))
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    say({ articleId, text })
  }
}

/** Goes on through a failing device as a session does: the same update again until it is acknowledged. */
async function endure(store: LibraryStore): Promise<void> {
  const articleId = newArticleId()
  store.articles.create(updateRow(articleId, 'update 1'))
  say({ articleId, text: 'update 1' })
  for (let n = 2; n <= ENDURED_UPDATES; ) {
    const answer = store.updates.append(updateRow(articleId, `update ${n}`))
    say(answer.ok ? { articleId, text: `update ${n}` } : { failed: answer.error.type })
    if (answer.ok) n += 1
    await setTimeout(1)
  }
  store.close()
  say({ done: true })
}
