// A picture with everything taken out that showing it does not need. Lossless and deterministic: the coded picture data is
// copied, never re-encoded, so the same file always becomes the same bytes, and stripping twice changes nothing.
import { exhaustive } from '../errors/exhaustive.ts'
import { ok, type Result } from '../ipc/result.ts'
import { joinBytes } from './bytes.ts'
import { readGifParts } from './gif-parts.ts'
import { readJpegParts } from './jpeg-parts.ts'
import { nameRemoved, type RemovedWord } from './name-removed.ts'
import { checkPictureSize, readPictureHeader } from './picture-header.ts'
import type { PictureMime, PictureOutcome, PictureParts, Zlib } from './picture-parts.ts'
import { readPngParts } from './png-parts.ts'
import { readWebpParts } from './webp-parts.ts'
import { type PictureCredit, readPictureCredit } from './read-picture-credit.ts'

export interface StrippedPicture {
  readonly bytes: Uint8Array
  readonly mime: PictureMime
  /** As shown, after any rotation. */
  readonly width: number
  readonly height: number
  readonly removed: readonly RemovedWord[]
  /** Read from what was removed. */
  readonly credit: PictureCredit
}

/** Checks the header, walks the file once, and answers the clean picture with what was found on the way. */
export function stripPicture(bytes: Uint8Array, zlib: Zlib): Result<StrippedPicture, PictureOutcome> {
  const header = readPictureHeader(bytes)
  if (!header.ok) return header
  const parts = readParts(header.value.mime, bytes, zlib)
  if (!parts.ok) return parts
  const { mime, width, height, kept, embedded } = parts.value
  // A GIF frame may widen the picture beyond what its header said.
  const size = checkPictureSize({ width, height })
  if (!size.ok) return size
  return ok({
    bytes: joinBytes(kept),
    mime,
    width,
    height,
    removed: nameRemoved(embedded),
    credit: readPictureCredit(embedded),
  })
}

function readParts(mime: PictureMime, bytes: Uint8Array, zlib: Zlib): Result<PictureParts, PictureOutcome> {
  switch (mime) {
    case 'image/jpeg':
      return readJpegParts(bytes)
    case 'image/png':
      return readPngParts(bytes, zlib)
    case 'image/webp':
      return readWebpParts(bytes)
    case 'image/gif':
      return readGifParts(bytes)
    default:
      return exhaustive(mime)
  }
}
