// Reads a picture a person chose: weighed before a byte of it is read, and never more than the ceiling.
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { MAX_PICTURE_BYTES } from '#shared/article/limits.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { checkPictureBytes } from '#shared/picture/picture-header.ts'
import type { PictureOutcome } from '#shared/picture/picture-parts.ts'
import { type NewPicture, nameFile } from './add-picture.ts'

export async function readPictureFile(
  filePath: string,
): Promise<Result<NewPicture, PictureOutcome | Outcome<'ImportUnreadable'>>> {
  const fileName = path.basename(filePath)
  const unreadable = (detail: string) => err({ type: 'ImportUnreadable', fileName, detail } as const)
  try {
    const found = await stat(filePath)
    // Opening a pipe would wait for ever for somebody to write into it.
    if (!found.isFile()) return unreadable('It is not an ordinary file.')
    const weighed = checkPictureBytes(found.size)
    if (!weighed.ok) return err(nameFile(weighed.error, fileName))
    const bytes = await readUpTo(filePath, MAX_PICTURE_BYTES + 1)
    return ok({ bytes, fileName })
  } catch (error) {
    return unreadable(reasonOf(error))
  }
}

/** A file may grow between weighing and reading; one byte more than allowed is enough to be refused later. */
async function readUpTo(filePath: string, maxBytes: number): Promise<Uint8Array> {
  const file = await open(filePath)
  try {
    const pieces: Uint8Array[] = []
    let room = maxBytes
    for await (const piece of file.createReadStream({ end: maxBytes - 1, autoClose: false })) {
      const bytes = piece as Uint8Array
      pieces.push(bytes)
      room -= bytes.length
      if (room <= 0) break
    }
    return new Uint8Array(Buffer.concat(pieces))
  } finally {
    await file.close()
  }
}

/** The system's reason by its code: its own sentence would repeat the path. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  switch (code) {
    case 'ENOENT':
      return 'It is no longer there.'
    case 'EACCES':
    case 'EPERM':
      return 'You are not allowed to read it.'
    case null:
      throw error
    default:
      return `The system refused to read it (${code}).`
  }
}
