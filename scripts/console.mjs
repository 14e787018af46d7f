// How every script speaks: one line per step, a sign of life on long ones, one sentence and the mend on failure.
import { spawn } from 'node:child_process'
import process from 'node:process'

/** A sign of life this often where the terminal cannot rewrite its line (a log file, CI), in ms. */
const LOG_TICK_MS = 10_000
/** And this often on a terminal, in ms. */
const TERMINAL_TICK_MS = 500
/** Last lines of a failed command that are worth showing. */
const SHOWN_LINES = 30

/** A failure with words for a person: what is wrong, and what to do about it. */
export class Failure extends Error {
  constructor(sentence, mend = '') {
    super(sentence)
    this.mend = mend
  }
}

export const say = (line) => process.stderr.write(`stet: ${line}\n`)

/** Runs a script's main function; a Failure becomes its two lines, anything else is a bug and keeps its stack. */
export async function runScript(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    process.stderr.write(`stet: ${error.message}\n`)
    if (error.mend) process.stderr.write(`      ${error.mend}\n`)
    process.exitCode = 1
  }
}

/** Runs a command without its chatter; shows how long it has been going, and its last lines if it fails. */
export async function runQuietly(label, command, args, options = {}) {
  const startedAt = Date.now()
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`
  const isTerminal = process.stderr.isTTY
  if (!isTerminal) say(`${label} …`)
  const tick = () =>
    isTerminal ? process.stderr.write(`\rstet: ${label} … ${seconds()} `) : say(`${label} … ${seconds()}`)
  const timer = setInterval(tick, isTerminal ? TERMINAL_TICK_MS : LOG_TICK_MS)
  const lines = []
  try {
    const code = await new Promise((resolve) => {
      const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
      const keep = (chunk) => {
        lines.push(...chunk.toString().split('\n'))
        lines.splice(0, Math.max(0, lines.length - SHOWN_LINES * 2))
      }
      child.stdout.on('data', keep)
      child.stderr.on('data', keep)
      child.on('error', (error) => {
        lines.push(error.message)
        resolve(-1)
      })
      child.on('close', (status) => resolve(status ?? -1))
    })
    if (isTerminal) process.stderr.write('\r\x1b[K')
    if (code === 0) say(`${label}: done in ${seconds()}`)
    return { code, output: lines.filter((line) => line.trim()).slice(-SHOWN_LINES) }
  } finally {
    clearInterval(timer)
  }
}
