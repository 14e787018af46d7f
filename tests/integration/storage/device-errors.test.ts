import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articleIdSchema } from '#shared/article/ids.ts'
import { openTestLibrary, valueOf } from '#tests/support/open-test-library.ts'
import { buildChild, type ChildProgram, startChild } from './child.ts'
import { canCompile, compileShim, SKIP_COMPILE } from './shim.ts'

let home = ''
let program: ChildProgram
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'stet-device-'))
  program = await buildChild()
}, 30_000)
afterAll(() => {
  program[Symbol.dispose]()
  rmSync(home, { recursive: true, force: true })
})

describe.skipIf(!canCompile)(`R5, R6: a device that fails for a while${SKIP_COMPILE}`, () => {
  it('each failing append is said to fail, the same process goes on when the device heals, nothing is lost or doubled', async () => {
    using library = openTestLibrary()
    library.store.close()
    const failing = join(home, 'failing')
    const child = startChild(program, 'endure', library.path, {
      env: { LD_PRELOAD: compileShim(home), STET_CRASH_DIR: library.path, STET_FAIL_WHILE: failing },
    })
    await child.fact(20)
    for (const round of [1, 2]) {
      writeFileSync(failing, '')
      await waitFor(
        () => child.facts.filter((fact) => fact['failed'] === 'StorageFailed').length >= round * 5,
      )
      rmSync(failing)
      const healed = child.facts.length
      await child.fact(healed + 20)
    }
    expect(await child.exited).toBe(0)
    expect(child.facts.at(-1)).toEqual({ done: true })
    const acknowledged = child.facts.flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    const store = library.reopen()
    const draft = valueOf(store.updates.read(articleIdSchema.parse(child.facts[0]?.['articleId'])))
    expect(draft.updates.map((bytes) => Buffer.from(bytes).toString())).toEqual(acknowledged)
    expect(valueOf(await store.verify()).faults).toEqual([])

    async function waitFor(isSo: () => boolean): Promise<void> {
      while (!isSo()) await child.fact(child.facts.length)
    }
  })
})
