// The command as it is installed: one start of the built file, when there is one.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'

const BUILT = resolve(import.meta.dirname, '../../../out/main/cli.js')

describe.skipIf(!existsSync(BUILT))('the built command', () => {
  const run = (script: string, folder: string) =>
    spawnSync('bash', ['-c', script], {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, STET: `${process.execPath} ${BUILT}`, STET_LIBRARY: join(folder, 'L.stet') },
    })
  test('runs under plain Node, and a reader that stops early is no failure', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-built-'))
    try {
      writeFileSync(join(folder, 'a.md'), `# Title of it\n\n${'Many words. '.repeat(20_000)}`)
      const closed = run('$STET export a.md --to txt | head -c 10; echo " ${PIPESTATUS[0]}"', folder)
      expect([closed.stdout, closed.stderr]).toEqual(['Title of i 0\n', ''])
      const busy = run('$STET import a.md && $STET verify && $STET nonsense; echo $?', folder)
      expect(busy.stdout).toMatch(/Title of it[^]*no faults\.\n2\n$/)
      expect(busy.stderr).toBe('stet: There is no command “nonsense”; “stet --help” lists them.\n')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 30_000)
})
