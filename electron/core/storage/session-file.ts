// The hint file beside the database: who has the library open, and the newest update it holds. It names an owner for
// the sentence "already open" and reveals a lost -wal or an older copy; it is trusted for nothing else.
import { closeSync, constants, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Instant } from '#shared/article/ids.ts'
import { FILE_MODE, SESSION_FILE } from './library-format.ts'

const sessionSchema = z.object({
  pid: z.number().int(),
  host: z.string().max(255),
  openedAt: z.number(),
  state: z.enum(['open', 'closed']),
  /** Number of the newest update that was acknowledged. */
  newestUpdate: z.number().int(),
})
export type Session = Readonly<z.infer<typeof sessionSchema>>

/** Written in place at this size after every commit: within one page, so a killed process never leaves half of it. */
const RECORD_BYTES = 512

export interface SessionMark {
  acknowledge(newestUpdate: number): void
  close(): void
}

/** Null when there is none or it cannot be read: a hint that is missing proves nothing. */
export function readSession(folder: string): Session | null {
  try {
    return sessionSchema.parse(JSON.parse(readFileSync(join(folder, SESSION_FILE), 'utf8')))
  } catch {
    return null
  }
}

export function openSessionMark(folder: string, openedAt: Instant, newest: number): SessionMark {
  // Without truncating: on a full disk the old record can still be written over.
  const file = openSync(join(folder, SESSION_FILE), constants.O_RDWR | constants.O_CREAT, FILE_MODE)
  let session: Session = { pid: process.pid, host: hostname(), openedAt, state: 'open', newestUpdate: newest }
  const write = (next: Session) => {
    session = next
    try {
      writeSync(file, JSON.stringify(next).padEnd(RECORD_BYTES), 0)
    } catch {
      // A hint that cannot be written must not turn a committed update into a failure
    }
  }
  write(session)
  fsyncSync(file)
  return {
    acknowledge: (newestUpdate) => write({ ...session, newestUpdate }),
    close: () => {
      write({ ...session, state: 'closed' })
      closeSync(file)
    },
  }
}

export function describeOwner(folder: string): string {
  const session = readSession(folder)
  if (session === null || session.state === 'closed') return 'another program'
  return `process ${session.pid} on ${session.host}`
}

/** Makes a rename or a new file in a folder survive a power cut. Windows has no such call and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
