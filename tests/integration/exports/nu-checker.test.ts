// Other people's judge over a handful of pages: the Nu HTML checker, in one run.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkerPages } from '#tests/support/checker-pages.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stet-checkers-'))
  for (const [name, files] of checkerPages())
    for (const [index, file] of files.entries()) {
      const target = path.join(folder, index === 0 ? `${name}.html` : file.name)
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, file.bytes)
    }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const JAR = path.resolve('node_modules/vnu-jar/build/dist/vnu.jar')
/** Java starts in a second or two; a machine shared by many needs longer. */
const CHECKER_MS = 60_000

test(
  'the Nu HTML checker finds no error in any of them',
  () => {
    const pages = checkerPages().map(([name]) => path.join(folder, `${name}.html`))
    const checked = spawnSync('java', ['-jar', JAR, '--errors-only', '--stdout', ...pages], {
      encoding: 'utf8',
    })
    if (checked.error !== undefined)
      return void process.stderr.write('skipped: no java for the Nu HTML checker\n')
    expect(checked.stdout + checked.stderr).toBe('')
    expect(checked.status).toBe(0)
  },
  CHECKER_MS,
)
