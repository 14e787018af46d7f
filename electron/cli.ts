// Entry of the `stet` command: plain Node, no Electron, the same core as the window.
import fs from 'node:fs'
import os from 'node:os'
import process from 'node:process'
import { systemClock } from '#core/system-clock.ts'
import { runCli } from './cli/run-cli.ts'

// A reader that stops early (`stet list | head`) ends the output, not the program.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? 0)
})

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(`${text}\n`),
    bytes: (bytes) => void process.stdout.write(bytes),
    err: (line) => void process.stderr.write(`${line}\n`),
    cwd: process.cwd(),
    home: os.homedir(),
    env: process.env,
  },
  systemClock,
  versionOf(new URL('../../package.json', import.meta.url)),
)

/** The manifest stands two folders above the built command, in a checkout as in a package. */
function versionOf(manifest: URL): string {
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string }
  return version
}
