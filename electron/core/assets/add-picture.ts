// Takes a picture into the library: header checked before anything decodes it, caption and credit read, then stripped of
// everything personal, and stored under the hash of what is left.
import { createHash } from 'node:crypto'
import type { LibraryStore } from '../storage/library-store.ts'
import { assetIdSchema } from '#shared/article/ids.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import type { Picture } from '#shared/ipc/groups/assets.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import type { PictureOutcome } from '#shared/picture/picture-parts.ts'
import { stripPicture } from '#shared/picture/strip-picture.ts'
import { pictureZlib } from './picture-zlib.ts'

export interface NewPicture {
  readonly bytes: Uint8Array
  /** As the person knows it, for sentences only; '' when it came from the clipboard. */
  readonly fileName: string
}

/** The picture as stored. Nothing is stored when it is refused. */
export function addPicture(
  assets: Pick<LibraryStore['assets'], 'put'>,
  { bytes, fileName }: NewPicture,
): Result<Picture, PictureOutcome | StorageOutcome> {
  const stripped = stripPicture(bytes, pictureZlib)
  if (!stripped.ok) return err(nameFile(stripped.error, fileName))
  const { mime, width, height, removed, credit } = stripped.value
  const assetId = assetIdSchema.parse(createHash('sha256').update(stripped.value.bytes).digest('hex'))
  const byteLength = stripped.value.bytes.length
  const stored = assets.put({ assetId, mime, width, height, byteLength }, stripped.value.bytes)
  if (!stored.ok) return stored
  return ok({ assetId, mime, width, height, ...credit, stripped: [...removed] })
}

/** Several pictures may be on their way at once: the sentence says which one it is about. */
export function nameFile<O extends PictureOutcome>(outcome: O, fileName: string): O {
  return fileName === '' ? outcome : { ...outcome, detail: `${fileName}: ${outcome.detail}` }
}
