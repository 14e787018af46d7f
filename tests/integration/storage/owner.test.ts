import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLibrary } from '#core/storage/open-library.ts'
import { articleIdSchema, newArticleId } from '#shared/article/ids.ts'
import { openTestLibrary, stillClock, type TestLibrary, valueOf } from '#tests/support/open-test-library.ts'
import { runs } from '#tests/support/runs.ts'
import { buildChild, type ChildProgram, startChild } from './child.ts'
import { updateRow } from './rows.ts'
import { fingerprint } from './tamper.ts'

const writing = { mode: 'read-write', clock: stillClock } as const
const reading = { mode: 'read-only', clock: stillClock } as const

let program: ChildProgram
beforeAll(async () => {
  program = await buildChild()
}, 30_000)
afterAll(() => program[Symbol.dispose]())

describe('one owner', () => {
  it('C2: a library open elsewhere is refused with its owner named, and free at once after the owner is killed', async () => {
    using library = openTestLibrary()
    library.store.close()
    const owner = startChild(program, 'hold', library.path)
    expect(await owner.fact(0)).toEqual({ type: 'opened', isReadOnly: false })
    for (const options of [writing, reading])
      expect(openLibrary(library.path, options)).toMatchObject({
        ok: false,
        error: { type: 'LibraryBusy', owner: expect.stringContaining(`process ${owner.process.pid} on `) },
      })
    await owner.kill()
    expect(library.reopen().isReadOnly).toBe(false)
  })

  it('C3: a second attempt within the owning process does not drop its lock', async () => {
    using library = openTestLibrary()
    expect(openLibrary(library.path, writing)).toMatchObject({ error: { type: 'LibraryBusy' } })
    const other = startChild(program, 'hold', library.path)
    expect(await other.fact(0)).toMatchObject({ type: 'LibraryBusy' })
    await other.exited
  })

  it('two readers may look at a library at rest together, and nobody may write meanwhile', async () => {
    using library = openTestLibrary()
    library.store.close()
    const mine = valueOf(openLibrary(library.path, reading))
    const other = startChild(program, 'read', library.path)
    expect(await other.fact(1)).toEqual({ drafts: [] })
    await other.exited
    const writer = startChild(program, 'hold', library.path)
    expect(await writer.fact(0)).toMatchObject({ type: 'LibraryBusy' })
    await writer.exited
    mine.close()
    library.reopen()
  })
})

describe('R1: kill -9', () => {
  /** Each a little later in its life than the one before. */
  const KILLS = runs(6)

  it('nothing that was acknowledged is lost, and the library is whole, killed again and again in mid-write', async () => {
    using library = openTestLibrary()
    library.store.close()
    const acknowledged = new Map<string, string[]>()
    for (let run = 0; run < KILLS; run += 1) {
      const writer = startChild(program, 'write', library.path)
      await writer.fact(1 + run * 5)
      await writer.kill()
      for (const { articleId, text } of writer.facts) {
        const id = String(articleId)
        acknowledged.set(id, [...(acknowledged.get(id) ?? []), String(text)])
      }
    }
    const store = library.reopen()
    for (const [id, texts] of acknowledged) {
      const { updates } = valueOf(store.updates.read(articleIdSchema.parse(id)))
      expect(updates.map((bytes) => Buffer.from(bytes).toString()).slice(0, texts.length)).toEqual(texts)
    }
    expect(acknowledged.size).toBe(KILLS)
    expect(valueOf(await store.verify()).faults).toEqual([])
  })
})

describe('D9: a library that was cut short', () => {
  let original: TestLibrary
  let written: string[]
  beforeAll(async () => {
    original = openTestLibrary()
    original.store.close()
    const writer = startChild(program, 'write', original.path)
    await writer.fact(12)
    await writer.kill()
    written = writer.facts.map(({ text }) => String(text))
  })
  afterAll(() => original[Symbol.dispose]())

  /** A copy of its own for each test. */
  function cutShort(): TestLibrary {
    const library = openTestLibrary()
    library.store.close()
    rmSync(library.path, { recursive: true })
    cpSync(original.path, library.path, { recursive: true })
    return library
  }

  it('is read from a private copy without changing a byte of it', () => {
    using library = cutShort()
    const before = fingerprint(library.path)
    const store = valueOf(openLibrary(library.path, reading))
    const [id = newArticleId()] = valueOf(store.articles.ids())
    const { updates } = valueOf(store.updates.read(id))
    expect(updates.map((bytes) => Buffer.from(bytes).toString()).slice(0, written.length)).toEqual(written)
    store.close()
    expect(fingerprint(library.path)).toBe(before)
  })

  it.each([
    ['is missing', (wal: string) => unlinkSync(wal)],
    ['is empty', (wal: string) => writeFileSync(wal, '')],
    ['is cut off', (wal: string) => writeFileSync(wal, readFileSync(wal).subarray(0, 5_000))],
    ['holds something else', (wal: string) => writeFileSync(wal, 'x'.repeat(50_000))],
  ])('refuses to go on when its -wal %s, and changes nothing', (_name, hurt) => {
    using library = cutShort()
    hurt(join(library.path, 'library.db-wal'))
    const before = fingerprint(library.path)
    for (const options of [writing, reading])
      expect(openLibrary(library.path, options)).toMatchObject({
        ok: false,
        error: { type: 'LibraryCorrupt', detail: expect.stringContaining('what was saved last is missing') },
      })
    expect(fingerprint(library.path)).toBe(before)
  })
})

describe('R9: the library moves away while it is open', () => {
  it.each([
    ['its file is deleted', (path: string) => unlinkSync(join(path, 'library.db'))],
    ['its -wal is deleted', (path: string) => unlinkSync(join(path, 'library.db-wal'))],
    ['its folder is renamed', (path: string) => renameSync(path, `${path}-elsewhere`)],
    ['its folder is deleted', (path: string) => rmSync(path, { recursive: true })],
    [
      'a copy takes its place',
      (path: string) => {
        cpSync(path, `${path}-copy`, { recursive: true })
        renameSync(path, `${path}-elsewhere`)
        renameSync(`${path}-copy`, path)
      },
    ],
    [
      'another file takes its place',
      (path: string) => {
        renameSync(join(path, 'library.db'), join(path, 'old.db'))
        mkdirSync(join(path, 'library.db'))
      },
    ],
  ])('%s: noticed at once, and nothing is acknowledged any more', (_name, move) => {
    using library = openTestLibrary()
    const articleId = newArticleId()
    valueOf(library.store.articles.create(updateRow(articleId, 'a')))
    expect(library.store.checkInPlace().ok).toBe(true)
    move(library.path)
    const gone = { ok: false, error: { type: 'LibraryGone', path: library.path } }
    expect(library.store.checkInPlace()).toEqual(gone)
    expect(library.store.updates.append(updateRow(articleId, 'b'))).toEqual(gone)
    expect(library.store.desk.saveSections(['News'])).toEqual(gone)
  })
})
