import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createUpdateRecorder, type RecordedUpdate } from '#core/drafts/update-recorder.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { toInstant } from '#shared/article/ids.ts'
import { TEST_START } from '#tests/support/fake-clock.ts'
import { FULL } from '#tests/support/failing-store.ts'

const TEST_NOW = toInstant(TEST_START)

function recording() {
  const doc = new Y.Doc()
  const rows: RecordedUpdate[] = []
  const order: string[] = []
  const state: { fails: StorageOutcome | null } = { fails: null }
  const failures: StorageOutcome[] = []
  const recorder = createUpdateRecorder(doc, {
    write(update) {
      if (state.fails !== null) return err(state.fails)
      rows.push(update)
      order.push(`row ${rows.length}`)
      return ok({ seq: rows.length, at: TEST_NOW, isNew: true })
    },
    onAppended: (_, appended) => void order.push(`told ${appended.seq}`),
    onFailed: (outcome) => void failures.push(outcome),
  })
  doc.on('update', () => order.push('later listener'))
  return { doc, rows, order, state, failures, recorder }
}
const sync = { source: 'sync' } as const
const write = (doc: Y.Doc, text: string, origin: unknown = sync) =>
  doc.transact(() => doc.getText('t').insert(0, text), origin)

describe('the recorder', () => {
  it('DR3: has the row committed before any other listener hears of the update', () => {
    const { doc, order } = recording()
    write(doc, 'a')
    expect(order).toEqual(['row 1', 'told 1', 'later listener'])
  })

  it('DR3: records every origin', () => {
    const { doc, rows } = recording()
    for (const source of ['sync', 'upgrade', 'restore', 'import', 'create'] as const)
      write(doc, 'x', { source })
    write(doc, 'x', { source: 'window', windowId: 3 })
    expect(rows.map((row) => row.origin.source)).toEqual([
      'sync',
      'upgrade',
      'restore',
      'import',
      'create',
      'window',
    ])
  })

  it('DR7: a transaction without an origin is a bug', () => {
    const { doc } = recording()
    expect(() => doc.getText('t').insert(0, 'x')).toThrow(/DR7/)
  })

  it('leaves no row for a held change that is not appended', () => {
    const { doc, rows, recorder } = recording()
    recorder.hold(sync, () => write(doc, 'a'))
    expect(rows).toEqual([])
    expect(recorder.hasWaiting).toBe(true)
    expect(recorder.append()).toEqual(ok(null))
    expect(rows).toHaveLength(1)
  })

  it('DR4: keeps what the disk refused, byte for byte, in order', () => {
    const { doc, rows, state, failures, recorder } = recording()
    state.fails = FULL
    write(doc, 'a')
    write(doc, 'b')
    expect(failures).toEqual([FULL, FULL])
    expect(recorder.append()).toEqual(err(FULL))
    state.fails = null
    expect(recorder.append()).toEqual(ok(null))
    const replayed = new Y.Doc()
    for (const row of rows) Y.applyUpdate(replayed, row.bytes)
    expect(replayed.getText('t').toString()).toBe('ba')
    expect(recorder.hasWaiting).toBe(false)
  })

  it('records the tidying of Yjs under the change that caused it, marked as such', () => {
    const { doc, rows, recorder } = recording()
    write(doc, 'words')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const embolden = (text: Y.Text) => text.format(0, 5, { strong: {} })
    doc.transact(() => embolden(doc.getText('t')), sync)
    embolden(other.getText('t'))
    rows.length = 0
    recorder.hold(sync, () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), sync))
    recorder.append()
    expect(rows.every((row) => row.origin === sync)).toBe(true)
    expect(rows.some((row) => row.isTidying)).toBe(true)
  })

  it('is silent once stopped', () => {
    const { doc, rows, recorder } = recording()
    recorder.stop()
    doc.getText('t').insert(0, 'x')
    expect(rows).toEqual([])
  })
})
