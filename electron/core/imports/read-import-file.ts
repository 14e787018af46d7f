// Reads a file that somebody chose to import: an ordinary file, weighed before a byte of it is read.
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MAX_IMPORT_BYTES } from '#shared/article/limits.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'

export type ReadOutcome = Outcome<'ImportTooLarge' | 'ImportUnreadable'>

export async function readImportFile(
  path: string,
  limitBytes: number = MAX_IMPORT_BYTES,
): Promise<Result<Uint8Array, ReadOutcome>> {
  const fileName = basename(path)
  const unreadable = (detail: string): Result<never, ReadOutcome> =>
    err({ type: 'ImportUnreadable', fileName, detail })
  let file: FileHandle | null = null
  try {
    const found = await stat(path)
    if (found.isDirectory()) return unreadable('it is a folder, not a file')
    // Opening a pipe would wait for ever for somebody to write into it.
    if (!found.isFile()) return unreadable('it is not an ordinary file')
    if (found.size > limitBytes) return err({ type: 'ImportTooLarge', fileName, limitBytes })
    if (found.size === 0) return unreadable('it is empty')
    file = await open(path, 'r')
    const bytes = await readAll(file, limitBytes)
    if (bytes === null) return err({ type: 'ImportTooLarge', fileName, limitBytes })
    return bytes.length === 0 ? unreadable('it is empty') : ok(bytes)
  } catch (error) {
    return unreadable(reasonOf(error))
  } finally {
    await file?.close()
  }
}

/** Everything, or null when the file grew past the ceiling while it was read. */
async function readAll(file: FileHandle, limitBytes: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = []
  let total = 0
  for await (const piece of file.createReadStream({ end: limitBytes, autoClose: false })) {
    const bytes = piece as Uint8Array
    pieces.push(bytes)
    total += bytes.length
    if (total > limitBytes) return null
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/** The system's reason by its code; its own sentence would repeat the path. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) throw error
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file'
    case 'EACCES':
    case 'EPERM':
      return 'you are not allowed to read it'
    case 'ENAMETOOLONG':
      return 'its name is too long'
    case 'ELOOP':
      return 'it is a link to itself'
    default:
      return `the system refused to read it (${String(error.code)})`
  }
}
