import { execFileSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLibrary } from '#core/storage/open-library.ts'
import { newArticleId } from '#shared/article/ids.ts'
import { openTestLibrary, stillClock, valueOf } from '#tests/support/open-test-library.ts'
import { buildChild, type ChildProgram, startChild } from './child.ts'
import { canMount, SKIP_MOUNT } from './mount.ts'
import { updateRow } from './rows.ts'
import { fingerprint } from './tamper.ts'

const writing = { mode: 'read-write', clock: stillClock } as const
const isRoot = process.getuid?.() === 0
/** "nobody" on Debian; any number that is not ours would do. */
const SOMEBODY_ELSE = 65_534

let program: ChildProgram
beforeAll(async () => {
  program = await buildChild()
}, 30_000)
afterAll(() => program[Symbol.dispose]())

/** Runs `work` while the library is on a disk that cannot be written. */
function onReadOnlyDisk<T>(library: string, work: () => T): T {
  execFileSync('mount', ['--bind', library, library])
  try {
    execFileSync('mount', ['-o', 'remount,ro,bind', library])
    return work()
  } finally {
    execFileSync('umount', ['--lazy', library])
  }
}

describe('R8: a library that cannot be written opens for reading and says why', () => {
  it.skipIf(!canMount)(`on a disk that cannot be written${SKIP_MOUNT}`, () => {
    using library = openTestLibrary()
    const articleId = newArticleId()
    valueOf(library.store.articles.create(updateRow(articleId, 'a')))
    library.store.close()
    onReadOnlyDisk(library.path, () => {
      const store = valueOf(openLibrary(library.path, writing))
      expect(store.isReadOnly).toBe(true)
      expect(valueOf(store.updates.read(articleId)).seq).toBe(1)
      expect(store.updates.append(updateRow(articleId, 'b'))).toMatchObject({
        ok: false,
        error: { type: 'LibraryReadOnly', detail: 'it is on a disk that cannot be written' },
      })
      store.close()
    })
  })

  it.skipIf(!canMount)(`cut short, then put on a disk that cannot be written${SKIP_MOUNT}`, async () => {
    using library = openTestLibrary()
    library.store.close()
    const writer = startChild(program, 'write', library.path)
    await writer.fact(8)
    await writer.kill()
    const before = fingerprint(library.path)
    onReadOnlyDisk(library.path, () => {
      const store = valueOf(openLibrary(library.path, writing))
      expect(store.isReadOnly).toBe(true)
      const [id = newArticleId()] = valueOf(store.articles.ids())
      expect(valueOf(store.updates.read(id)).seq).toBeGreaterThanOrEqual(writer.facts.length)
      store.close()
    })
    expect(fingerprint(library.path)).toBe(before)
  })

  it.skipIf(!isRoot)(`belonging to another user${isRoot ? '' : ' (skipped: needs root)'}`, () => {
    using library = openTestLibrary()
    library.store.close()
    chownSync(join(library.path, 'library.db'), SOMEBODY_ELSE, SOMEBODY_ELSE)
    const store = valueOf(openLibrary(library.path, writing))
    expect(store.isReadOnly).toBe(true)
    expect(store.desk.saveSections([])).toMatchObject({
      error: { type: 'LibraryReadOnly', detail: 'it belongs to another user of this computer' },
    })
    store.close()
  })

  it.skipIf(!isRoot)(
    `refused by the file system to a person without the right${isRoot ? '' : ' (skipped: needs root)'}`,
    async () => {
      using library = openTestLibrary()
      library.store.close()
      execFileSync('chmod', ['-R', 'a-w', library.path])
      // Root without its powers: the rights of the files count again.
      const child = startChild(program, 'read', library.path, {
        command: ['setpriv', '--bounding-set=-all', '--inh-caps=-all'],
      })
      expect(await child.fact(0)).toEqual({ type: 'opened', isReadOnly: true })
      expect(await child.fact(1)).toEqual({ drafts: [] })
      await child.exited
    },
  )
})
