// D3: bytes that are no honest update. The live draft is unchanged for every rejected one, and nothing rejected is stored.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { contentOf } from '#shared/draft/draft-doc.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { openTestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'
import { runs } from '#tests/support/runs.ts'

describe('UpdateRejected', () => {
  it('answers bytes that cannot be decoded', async () => {
    using test = openTestCore()
    const articleId = test.create()
    await openWindow(test, articleId, 1)
    const before = valueOf(test.library.store.updates.read(articleId))
    for (const bytes of [
      new Uint8Array(),
      new Uint8Array([255, 255, 255, 255, 1]),
      new TextEncoder().encode('<html>'),
    ])
      expect(test.core.drafts.push(articleId, bytes, 1)).toMatchObject({ error: { type: 'UpdateRejected' } })
    expect(valueOf(test.library.store.updates.read(articleId))).toEqual(before)
  })

  it('answers an update that builds on changes nobody sent, and takes it once they are there', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    const updates: Uint8Array[] = []
    window.doc.on('update', (update: Uint8Array) => updates.push(update))
    window.type('headline', 'a')
    window.type('headline', 'b')
    const [first, second] = updates as [Uint8Array, Uint8Array]
    const push = (update: Uint8Array) => test.core.drafts.push(articleId, update, 1)
    expect(push(second)).toMatchObject({ ok: false, error: { type: 'UpdateRejected' } })
    expect(valueOf(test.library.store.updates.read(articleId)).seq).toBe(1)
    expect(push(first).ok).toBe(true)
    expect(push(second).ok).toBe(true)
    const stored = valueOf(test.core.articleOf(articleId)).article
    expect(stored.content.content?.[1]?.content?.[0]?.text).toBe('ba')
  })

  it('answers a delete of what does not exist', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const stranger = new Y.Doc()
    contentOf(stranger).insert(0, [new Y.XmlElement('paragraph')])
    contentOf(stranger).delete(0, 1)
    const onlyDeletes = Y.encodeStateAsUpdate(stranger, Y.encodeStateVector(stranger))
    await openWindow(test, articleId, 1)
    expect(test.core.drafts.push(articleId, onlyDeletes, 1)).toMatchObject({
      error: { type: 'UpdateRejected' },
    })
  })

  it('never damages the draft: mutated updates, honest writing in between', {
    timeout: 60_000,
  }, async () => {
    using test = openTestCore()
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    const sent: Uint8Array[] = []
    window.doc.on('update', (update: Uint8Array) => sent.push(update))
    for (let n = 0; n < 12; n++) {
      window.type(n % 2 === 0 ? 'paragraph' : 'headline', `word ${n} `)
      expect(window.push().ok).toBe(true)
    }
    const content = (): string => canonicalJson(valueOf(test.core.drafts.readingOf(articleId)).asStored())
    const seq = (): number => valueOf(test.library.store.updates.read(articleId)).seq
    const mutation = fc.record({
      of: fc.nat(11),
      at: fc.nat(400),
      kind: fc.constantFrom('flip', 'cut', 'zero', 'splice', 'garbage'),
      value: fc.nat(255),
    })
    fc.assert(
      fc.property(mutation, ({ of, at, kind, value }) => {
        const before = { content: content(), seq: seq() }
        const pushed = test.core.drafts.push(articleId, mutate(sent[of] as Uint8Array, at, kind, value), 1)
        if (!pushed.ok) {
          expect(pushed.error.type).toBe('UpdateRejected')
          expect({ content: content(), seq: seq() }).toEqual(before)
        }
      }),
      // Two runs of 20,000 were made when this was written, without a failure.
      { numRuns: runs(120) },
    )
    window.type('headline', 'still writing ')
    expect(window.push().ok).toBe(true)
    test.crash()
    expect(test.core.drafts.readingOf(articleId).ok).toBe(true)
  })
})

function mutate(update: Uint8Array, at: number, kind: string, value: number): Uint8Array {
  const bytes = Uint8Array.from(update)
  const index = at % Math.max(1, bytes.length)
  switch (kind) {
    case 'flip':
      bytes[index] = (bytes[index] ?? 0) ^ (1 << (value % 8))
      return bytes
    case 'cut':
      return bytes.slice(0, index)
    case 'zero':
      return bytes.fill(0, index, index + (value % 8))
    case 'splice':
      return Uint8Array.from([...bytes.slice(0, index), value, ...bytes.slice(index)])
    default:
      return bytes.map((byte, place) => (place >= index ? (byte * 31 + value) & 255 : byte))
  }
}
