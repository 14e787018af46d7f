// Runs the `stet` command in this process, in a folder of its own, with real libraries and files.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runCli } from '../../electron/cli/run-cli.ts'
import { createFakeClock } from './fake-clock.ts'

export interface StetRun {
  readonly exit: number
  readonly out: string
  readonly err: string
  /** What --json printed. */
  readonly json: Record<string, unknown>
}
export interface TestDesk {
  readonly folder: string
  readonly library: string
  stet(...argv: string[]): Promise<StetRun>
  write(name: string, content: string | Uint8Array): string
  read(name: string): string
  /** Passes time, as between two commands. */
  later(ms: number): void
  [Symbol.dispose](): void
}

export function openTestDesk(env: Record<string, string> = {}): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), 'stet-cli-'))
  const library = join(folder, 'Desk.stet')
  const clock = createFakeClock()
  return {
    folder,
    library,
    async stet(...argv) {
      let out = ''
      let errors = ''
      const exit = await runCli(argv, {
        out: (text) => void (out += text),
        err: (text) => void (errors += text),
        cwd: folder,
        home: folder,
        env: { STET_LIBRARY: library, ...env },
        personName: 'A. Writer',
        clock,
        version: '0.0.0-test',
        signal: new AbortController().signal,
      })
      const json = argv.includes('--json') && out !== '' ? (JSON.parse(out) as Record<string, unknown>) : {}
      return { exit, out, err: errors, json }
    },
    write(name, content) {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return path
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    later: (ms) => clock.advance(ms),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
