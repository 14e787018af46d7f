// The built `stet` command, beside the window.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { root } from './electron-program.ts'

export interface StetAnswer {
  readonly exit: number | null
  readonly json: Record<string, unknown>
  readonly err: string
}

export function stetCommand(library: string, ...args: readonly string[]): StetAnswer {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'out/main/cli.js'), ...args, '--library', library, '--json'],
    { encoding: 'utf8' },
  )
  return { exit: status, json: JSON.parse(stdout || '{}') as Record<string, unknown>, err: stderr }
}
