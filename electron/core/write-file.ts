// EX4: a file appears under its final name only when it is complete.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'

/** Temp file in the same folder, write, fsync, rename, fsync folder (RELIABILITY 5.8). What stood there before stays until then. */
export function writeFileWhole(path: string, bytes: Uint8Array): Result<null, Outcome<'WriteFailed'>> {
  const temporary = join(
    dirname(path),
    `.${basename(path)}.${globalThis.crypto.randomUUID().slice(0, 8)}.partial`,
  )
  try {
    writeAndSync(temporary, bytes)
    renameSync(temporary, path)
    syncFolder(dirname(path))
    return ok(null)
  } catch (error) {
    if (!isSystemError(error)) throw error
    rmSync(temporary, { force: true })
    return err({ type: 'WriteFailed', fileName: basename(path), detail: error.message })
  }
}

function writeAndSync(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    for (let written = 0; written < bytes.byteLength; ) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return // folders cannot be opened there, and NTFS journals the rename itself
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const isSystemError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && 'syscall' in error
