import { describe, expect, it } from 'vitest'
import type { Clock } from '#core/ports.ts'
import { newArticleId } from '#shared/article/ids.ts'
import { EVERYTHING } from '#shared/library/article-summary.ts'
import { openTestLibrary, stillClock, valueOf } from '#tests/support/open-test-library.ts'
import { projectionRow, updateRow } from './rows.ts'

/** A clock whose waiting tasks run when the test says so. */
function handClock() {
  const waiting = new Set<() => void>()
  const clock: Clock = {
    ...stillClock,
    after: (_ms, task) => {
      waiting.add(task)
      return () => waiting.delete(task)
    },
  }
  const tick = () => {
    const due = [...waiting]
    waiting.clear()
    for (const task of due) task()
  }
  return { clock, waiting, tick }
}

describe('upkeep of the search index', () => {
  it('waits for quiet, merges step by step until nothing is left, and changes no answer', () => {
    const { clock, waiting, tick } = handClock()
    using library = openTestLibrary({ clock })
    const { articles } = library.store
    for (let n = 0; n < 12; n += 1) {
      const articleId = newArticleId()
      valueOf(articles.create(updateRow(articleId, `${n}`)))
      valueOf(articles.project(projectionRow(articleId, { body: `harbour lights ${n}` })))
    }
    expect(waiting.size).toBe(1)
    let steps = 0
    for (; waiting.size > 0 && steps < 100; steps += 1) tick()
    expect(steps).toBeGreaterThan(0)
    expect(steps).toBeLessThan(100)
    expect(valueOf(articles.list({ ...EVERYTHING, text: 'lights' })).total).toBe(12)
  })

  it('nothing is left waiting once the library is closed', () => {
    const { clock, waiting, tick } = handClock()
    using library = openTestLibrary({ clock })
    const articleId = newArticleId()
    valueOf(library.store.articles.create(updateRow(articleId, 'a')))
    valueOf(library.store.articles.project(projectionRow(articleId, { body: 'harbour' })))
    library.store.close()
    expect(waiting.size).toBe(0)
    tick()
  })
})
