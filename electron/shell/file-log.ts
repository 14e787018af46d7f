// A rotating log of names, durations and outcome tags, one JSON object a line. Never text, never names of sources: the
// Log port takes scalars only, and nobody passes it content (P4).
import fs from 'node:fs'
import path from 'node:path'
import type { Log } from '#core/ports.ts'

/** Bytes of one file; with its two predecessors that is a few days of writing. */
const MAX_FILE_BYTES = 1024 * 1024
const KEPT_FILES = 3
/** Lines wait this long to be written together, in ms: a busy writer causes some twenty a second. */
const FLUSH_MS = 1_000

export interface FileLog {
  readonly log: Log
  flush(): void
}

/** A log that cannot be written must not stop anyone from writing an article: it falls silent, on stderr once. */
export function createFileLog(folder: string, now: () => number = Date.now): FileLog {
  const file = path.join(folder, 'stet.log')
  let lines: string[] = []
  let timer: NodeJS.Timeout | null = null
  let isBroken = false

  const flush = () => {
    if (timer) clearTimeout(timer)
    timer = null
    if (lines.length === 0 || isBroken) return
    const text = lines.join('')
    lines = []
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
      rotateIfFull(file)
      fs.appendFileSync(file, text, { mode: 0o600 })
    } catch (error) {
      isBroken = true
      process.stderr.write(`stet: the log cannot be written (${String(error)})\n`)
    }
  }

  return {
    flush,
    log: (level, event, facts = {}) => {
      lines.push(`${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...facts })}\n`)
      if (level === 'error') flush()
      else timer ??= setTimeout(flush, FLUSH_MS).unref()
    },
  }
}

function rotateIfFull(file: string): void {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (!stat || stat.size < MAX_FILE_BYTES) return
  for (let i = KEPT_FILES - 1; i >= 1; i--) {
    const from = i === 1 ? file : `${file}.${i - 1}`
    if (fs.existsSync(from)) fs.renameSync(from, `${file}.${i}`)
  }
}
