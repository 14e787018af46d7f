import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type DraftReplica, openDraftReplica } from '#renderer/editor/draft-replica.ts'
import { contentOf, metaOf } from '#shared/draft/draft-doc.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { DraftAccess } from '#shared/ipc/groups/drafts.ts'
import { createFakeDrafts, createFakeTimers } from './fake-drafts.ts'
import { runs } from '#tests/support/runs.ts'

const diskFull: Outcome = { type: 'DiskFull', detail: 'no space' }

async function openFake(access?: DraftAccess, isSaved?: boolean) {
  const fake = createFakeDrafts(access, isSaved)
  const timers = createFakeTimers()
  const opened = await openDraftReplica(fake.articleId, fake.desktop, timers.start)
  if (!opened.ok) throw new Error(opened.error.type)
  return { fake, timers, replica: opened.value }
}
const type = (replica: DraftReplica, words: string) => {
  const content = contentOf(replica.doc)
  content.insert(content.length, [new Y.XmlText(words)])
}
const missingIn = (stored: Y.Doc, shown: Y.Doc): boolean =>
  // An update that adds nothing encodes no structs; its delete set may repeat what is known, so compare states.
  !equalBytes(Y.encodeStateVector(merged(stored, shown)), Y.encodeStateVector(stored)) ||
  contentOf(merged(stored, shown)).toString() !== contentOf(stored).toString()
function merged(a: Y.Doc, b: Y.Doc): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(a))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(b))
  return doc
}
const equalBytes = (a: Uint8Array, b: Uint8Array) =>
  Y.decodeStateVector(a).size === Y.decodeStateVector(b).size &&
  [...Y.decodeStateVector(a)].every(([client, clock]) => Y.decodeStateVector(b).get(client) === clock)

test('DR6: an edit is posted in the same turn, with no timer', async () => {
  const { fake, timers, replica } = await openFake()
  type(replica, 'a')
  expect(fake.waiting).toHaveLength(1)
  expect(timers.waits()).toEqual([])
  expect(replica.saveState()).toEqual({ state: 'saving', pending: 1 })
})

test('DR6: while a push is in flight later edits travel together in the next one', async () => {
  const { fake, replica } = await openFake()
  for (const letter of 'abc') type(replica, letter)
  expect(fake.waiting).toHaveLength(1)
  await fake.waiting[0]?.ack()
  expect(fake.waiting).toHaveLength(1)
  expect(replica.saveState()).toEqual({ state: 'saving', pending: 2 })
  await fake.waiting[0]?.ack()
  expect(replica.saveState().state).toBe('saved')
  expect(contentOf(fake.stored).toString()).toBe('abc')
})

test('DR4: a failed push is kept, said aloud and tried again with growing pauses up to five seconds', async () => {
  const { fake, timers, replica } = await openFake()
  type(replica, 'a')
  const pauses: number[] = []
  for (let attempt = 1; attempt <= 7; attempt += 1) {
    await fake.waiting[0]?.fail(diskFull)
    expect(replica.saveState()).toEqual({ state: 'failed', outcome: diskFull, pending: 1, attempts: attempt })
    pauses.push(...timers.waits())
    timers.runAll()
  }
  expect(pauses).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000])
  await fake.waiting[0]?.ack()
  expect(replica.saveState().state).toBe('saved')
  expect(contentOf(fake.stored).toString()).toBe('a')
})

test('DR4: typing goes on while saving fails, without hammering the library', async () => {
  const { fake, replica } = await openFake()
  type(replica, 'a')
  await fake.waiting[0]?.fail(diskFull)
  type(replica, 'b')
  type(replica, 'c')
  expect(fake.waiting).toHaveLength(0)
  expect(replica.saveState()).toMatchObject({ state: 'failed', pending: 3 })
  replica.retry()
  await fake.waiting[0]?.ack()
  expect(contentOf(fake.stored).toString()).toBe('abc')
})

test('DR4: a broken bridge loses nothing', async () => {
  const { fake, replica } = await openFake()
  type(replica, 'a')
  await fake.waiting[0]?.reject()
  expect(replica.saveState()).toMatchObject({ state: 'failed', outcome: { type: 'Defect' } })
  replica.retry()
  await fake.waiting[0]?.ack()
  expect(replica.saveState().state).toBe('saved')
})

test('DR7: what main sends is shown and never echoed', async () => {
  const { fake, replica } = await openFake()
  const tell = fake.editElsewhere((doc) => contentOf(doc).insert(0, [new Y.XmlText('elsewhere')]))
  tell()
  expect(contentOf(replica.doc).toString()).toBe('elsewhere')
  expect(fake.waiting).toHaveLength(0)
})

test('what is committed between opening and its answer is not missed', async () => {
  const fake = createFakeDrafts()
  const opening = openDraftReplica(fake.articleId, fake.desktop)
  fake.editElsewhere((doc) => metaOf(doc).set('slugline', 'early'))()
  const opened = await opening
  expect(opened.ok && metaOf(opened.value.doc).get('slugline')).toBe('early')
})

test('R11: a draft that the disk refused is not called saved by the window that opens it next', async () => {
  const { fake, replica } = await openFake(undefined, false)
  expect(replica.saveState().state).toBe('saving')
  expect(replica.hasUnsaved()).toBe(true)
  await fake.waiting[0]?.fail(diskFull)
  expect(replica.saveState()).toMatchObject({ state: 'failed', outcome: diskFull })
  replica.retry()
  await fake.waiting[0]?.ack()
  expect(replica.saveState().state).toBe('saved')
})

test('a push that comes back after letting go opens nothing again', async () => {
  const { fake, replica } = await openFake()
  type(replica, 'a')
  const [push] = fake.waiting
  replica.abandon()
  await push?.fail({ type: 'DraftNotOpen', articleId: fake.articleId })
  expect(fake.counts()).toEqual({ opens: 1, closes: 1 })
})

test('C8: the time of the last commit is what main says it is, also after its clock was set back', async () => {
  const { fake, replica } = await openFake()
  fake.setClock(900)
  type(replica, 'a')
  await fake.waiting[0]?.ack()
  expect(replica.saveState()).toEqual({ state: 'saved', at: 900 })
  fake.setClock(800)
  fake.editElsewhere((doc) => metaOf(doc).set('slugline', 'x'))()
  expect(replica.saveState()).toEqual({ state: 'saved', at: 800 })
})

test('a session that main lost is opened again and gets what it lacks', async () => {
  const { fake, replica } = await openFake()
  type(replica, 'a')
  await fake.waiting[0]?.fail({ type: 'DraftNotOpen', articleId: fake.articleId })
  await Promise.resolve()
  expect(fake.counts().opens).toBe(2)
  await fake.waiting[0]?.ack()
  expect(replica.saveState().state).toBe('saved')
})

test('a read-only draft refuses to be written to, loudly', async () => {
  const { fake, replica } = await openFake({
    mode: 'read-only',
    reason: 'UnknownContent',
    detail: 'x',
    content: { type: 'doc' },
  })
  expect(() => type(replica, 'a')).toThrow('read-only')
  expect(fake.waiting).toHaveLength(0)
})

test('flush answers true once all is committed and false when an attempt fails', async () => {
  const { fake, replica } = await openFake()
  expect(await replica.flush()).toBe(true)
  type(replica, 'a')
  type(replica, 'b')
  const flushed = replica.flush()
  await fake.waiting[0]?.ack()
  await fake.waiting[0]?.ack()
  expect(await flushed).toBe(true)
  type(replica, 'c')
  const refused = replica.flush()
  await fake.waiting[0]?.fail(diskFull)
  expect(await refused).toBe(false)
})

test('DR4: close stays open while something is unsaved, and abandon lets go', async () => {
  const { fake, replica } = await openFake()
  type(replica, 'a')
  const closing = replica.close()
  await fake.waiting[0]?.fail(diskFull)
  expect(await closing).toBe(false)
  expect(fake.counts().closes).toBe(0)
  expect(replica.hasUnsaved()).toBe(true)
  replica.abandon()
  expect(fake.counts().closes).toBe(1)
})

test('the save state is the same object until something changes', async () => {
  const { replica } = await openFake()
  expect(replica.saveState()).toBe(replica.saveState())
})

type Step =
  | { do: 'type'; words: string }
  | { do: 'delete' }
  | { do: 'ack' }
  | { do: 'fail'; isCommitted: boolean }
  | { do: 'reject' }
  | { do: 'lose session' }
  | { do: 'timers' }
  | { do: 'retry' }
  | { do: 'edit elsewhere'; words: string }
  | { do: 'tell'; which: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('type' as const), words: fc.string({ minLength: 1 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'delete' as const }) },
  { weight: 4, arbitrary: fc.constant({ do: 'ack' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fail' as const), isCommitted: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'reject' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'lose session' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'timers' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'retry' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit elsewhere' as const), words: fc.string() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tell' as const), which: fc.nat(5) }) },
)

test('R11: at no time does it say saved while the library is behind what is shown, and in the end all is saved', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { fake, timers, replica } = await openFake()
      const untold: (() => void)[] = []
      let wasTrue = true
      const check = () => {
        const { state } = replica.saveState()
        if (state === 'saved' && missingIn(fake.stored, replica.doc)) wasTrue = false
        if ((state === 'saved') !== !replica.hasUnsaved()) wasTrue = false
      }
      replica.subscribe(check)
      for (const one of steps) {
        if (one.do === 'type') type(replica, one.words)
        else if (one.do === 'delete' && contentOf(replica.doc).length > 0) contentOf(replica.doc).delete(0, 1)
        else if (one.do === 'ack') await fake.waiting[0]?.ack()
        else if (one.do === 'fail') await fake.waiting[0]?.fail(diskFull, one.isCommitted)
        else if (one.do === 'reject') await fake.waiting[0]?.reject()
        else if (one.do === 'lose session')
          await fake.waiting[0]?.fail({ type: 'DraftNotOpen', articleId: fake.articleId })
        else if (one.do === 'timers') timers.runAll()
        else if (one.do === 'retry') replica.retry()
        else if (one.do === 'edit elsewhere')
          untold.push(fake.editElsewhere((doc) => contentOf(doc).insert(0, [new Y.XmlText(one.words)])))
        else if (one.do === 'tell') untold.splice(one.which % Math.max(untold.length, 1), 1)[0]?.()
        await Promise.resolve()
        check()
      }
      for (const tell of untold) tell()
      for (let turn = 0; turn < 100 && replica.hasUnsaved(); turn += 1) {
        timers.runAll()
        await fake.waiting[0]?.ack()
        await Promise.resolve()
      }
      check()
      expect(wasTrue).toBe(true)
      expect(replica.saveState().state).toBe('saved')
      expect(contentOf(replica.doc).toString()).toBe(contentOf(fake.stored).toString())
    }),
    { numRuns: runs(200) },
  )
})
