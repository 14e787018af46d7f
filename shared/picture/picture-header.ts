// Format and true size from a picture's first bytes, before anything decodes it. Ceilings are enforced here (RELIABILITY S10).
import { MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS, MAX_PICTURE_SIDE } from '../article/limits.ts'
import { exhaustive } from '../errors/exhaustive.ts'
import { ok, type Result } from '../ipc/result.ts'
import { readGifSize } from './gif-parts.ts'
import { readJpegSize } from './jpeg-parts.ts'
import { recogniseFormat } from './picture-format.ts'
import {
  damaged,
  type PictureMime,
  type PictureOutcome,
  type PixelSize,
  tooLarge,
  unsupported,
} from './picture-parts.ts'
import { readPngSize } from './png-parts.ts'
import { readWebpSize } from './webp-parts.ts'

export interface PictureHeader extends PixelSize {
  readonly mime: PictureMime
}

/** Bytes in a mebibyte, for sentences. */
const MEBIBYTE = 1024 * 1024

/** Refuses by bytes alone: what a caller asks before it reads a file. */
export function checkPictureBytes(byteLength: number): Result<null, PictureOutcome> {
  if (byteLength <= MAX_PICTURE_BYTES) return ok(null)
  return tooLarge(
    `The file has ${Math.ceil(byteLength / MEBIBYTE)} MB; Stet takes pictures of up to ${MAX_PICTURE_BYTES / MEBIBYTE} MB. Export a smaller copy and add that.`,
  )
}

/** Stored width and height and the format, or the reason why this picture is refused. */
export function readPictureHeader(bytes: Uint8Array): Result<PictureHeader, PictureOutcome> {
  const weighed = checkPictureBytes(bytes.length)
  if (!weighed.ok) return weighed
  const format = recogniseFormat(bytes)
  switch (format.kind) {
    case 'foreign':
      return unsupported(
        `This is a ${format.name} file, which not every browser can show. Save it as JPEG or PNG and add that.`,
      )
    case 'unknown':
      return unsupported('This is not a picture Stet knows. Save it as JPEG, PNG, WebP or GIF and add that.')
    case 'supported': {
      const size = readSize(format.mime, bytes)
      const checked = size.ok ? checkPictureSize(size.value) : size
      return checked.ok ? ok({ mime: format.mime, ...checked.value }) : checked
    }
    default:
      return exhaustive(format)
  }
}

function readSize(mime: PictureMime, bytes: Uint8Array): Result<PixelSize, PictureOutcome> {
  switch (mime) {
    case 'image/jpeg':
      return readJpegSize(bytes)
    case 'image/png':
      return readPngSize(bytes)
    case 'image/webp':
      return readWebpSize(bytes)
    case 'image/gif':
      return readGifSize(bytes)
    default:
      return exhaustive(mime)
  }
}

/** Refuses sizes that no decoder should be asked to make room for. */
export function checkPictureSize({ width, height }: PixelSize): Result<PixelSize, PictureOutcome> {
  if (width < 1 || height < 1) return damaged('The picture says it has no width or no height.')
  if (Math.max(width, height) > MAX_PICTURE_SIDE) {
    return tooLarge(
      `The picture is ${width} x ${height} pixels; Stet takes up to ${MAX_PICTURE_SIDE} on a side. Export a smaller copy and add that.`,
    )
  }
  if (width * height > MAX_PICTURE_PIXELS) {
    return tooLarge(
      `The picture is ${width} x ${height} pixels, ${Math.ceil((width * height) / 1e6)} megapixels; Stet takes up to ${MAX_PICTURE_PIXELS / 1e6}. Export a smaller copy and add that.`,
    )
  }
  return ok({ width, height })
}
