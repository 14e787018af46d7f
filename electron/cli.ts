// Composition root of the `stet` command: plain Node, no Electron, no display; the same core as the window.
import { readFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { runCli } from './cli/run-cli.ts'
import { systemClock } from './core/system-clock.ts'

// `stet list | head -1`: a reader that has seen enough is no failure, and nothing more is to be said to it.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort())

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  cwd: process.cwd(),
  home: homedir(),
  env: process.env,
  personName: process.env['STET_AUTHOR'] ?? personName(),
  clock: systemClock,
  version: version(),
  signal: interrupted.signal,
})

function personName(): string {
  try {
    return userInfo().username
  } catch {
    return '' // a user id without an entry in the system's list of users has no name
  }
}

/** From the package this file is built into. */
function version(): string {
  for (let folder = import.meta.dirname, up = 0; up < 4; folder = dirname(folder), up++) {
    try {
      const { name, version: found } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        name?: unknown
        version?: unknown
      }
      if (name === 'stet' && typeof found === 'string') return found
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error // no such file here: one folder up
    }
  }
  return 'unknown'
}
