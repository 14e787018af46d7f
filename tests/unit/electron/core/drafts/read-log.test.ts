import { expect, test } from 'vitest'
import { type LogSource, readLog } from '#core/drafts/read-log.ts'
import { newArticleId, toInstant } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'

/** A log of so many rows, and how many were asked for at a time. */
function logOf(rows: number) {
  const asked: number[] = []
  const source: LogSource = {
    updates: {
      history(_, after, limit) {
        asked.push(limit)
        const from = after?.seq ?? 0
        const to = Math.min(rows, from + limit)
        const page = Array.from({ length: to - from }, (_one, index) => ({
          seq: from + index + 1,
          bytes: new Uint8Array(),
          origin: 'window' as const,
          author: '',
          at: toInstant(0),
        }))
        return ok({
          rows: page,
          place: { seq: to, chain: new Uint8Array() },
          isEnd: to - from < limit,
          schemaVersion: 1,
        })
      },
    },
  }
  return { source, asked }
}
const reading = (upTo: number | null, signal = new AbortController().signal) => ({
  after: null,
  upTo,
  signal,
})

test('hands on every row once, in order, up to the one asked for', async () => {
  for (const [rows, upTo, reached] of [
    [0, null, 0],
    [1_000, null, 1_000],
    [1_203, null, 1_203],
    [1_203, 700, 700],
    [1_203, 500, 500],
    [3, 99, 3],
  ] as const) {
    const taken: number[] = []
    const read = await readLog(logOf(rows).source, newArticleId(), reading(upTo), (page) =>
      ok(taken.push(...page.map(({ seq }) => seq))),
    )
    expect(read).toEqual(ok({ seq: reached, schemaVersion: 1 }))
    expect(taken).toEqual(Array.from({ length: reached }, (_, index) => index + 1))
  }
})

test('never asks for more rows than a turn has room for, and gives up between two turns', async () => {
  const { source, asked } = logOf(5_000)
  const leaving = new AbortController()
  const read = await readLog(source, newArticleId(), reading(null, leaving.signal), () => {
    setImmediate(() => leaving.abort())
    return ok(null)
  })
  expect(read).toEqual(err({ type: 'Cancelled' }))
  expect(Math.max(...asked)).toBeLessThanOrEqual(500)
  expect(asked.length).toBeLessThan(4)
})

test('stops at the first page that is refused', async () => {
  const { source, asked } = logOf(5_000)
  const damaged = err({ type: 'DraftDamaged' as const, detail: 'x' })
  expect(await readLog(source, newArticleId(), reading(null), () => damaged)).toEqual(damaged)
  expect(asked).toHaveLength(1)
})
