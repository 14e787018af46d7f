// What a walk through a picture file finds: the bytes that decoding needs, and everything else, named.
import { err, type Result } from '../ipc/result.ts'
import type { Outcome } from '../errors/outcome.ts'

export type PictureMime = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'
export type PictureOutcome = Outcome<'PictureTooLarge' | 'PictureUnsupported' | 'PictureDamaged'>

/** Something carried along that showing the picture does not need. Bytes are the payload without its envelope. */
export interface EmbeddedData {
  readonly kind: 'exif' | 'xmp' | 'iptc' | 'comment' | 'thumbnail' | 'trailing' | 'other'
  readonly bytes: Uint8Array
}

export interface PictureParts {
  readonly mime: PictureMime
  /** As shown: swapped when the kept orientation turns the picture on its side. */
  readonly width: number
  readonly height: number
  /** The stripped file, in order. */
  readonly kept: readonly Uint8Array[]
  readonly embedded: readonly EmbeddedData[]
}

/** Stored size in pixels, before any orientation. */
export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** What the pure layer borrows from its host: zlib streams, bounded. */
export interface Zlib {
  /** Null when the stream is damaged or inflates to more than `maxBytes`. */
  inflate(bytes: Uint8Array, maxBytes: number): Uint8Array | null
  deflate(bytes: Uint8Array): Uint8Array
}

/**
 * Frames of one animation. A 30-second clip at 50 frames a second has 1,500; a file of 50 MiB could name millions of empty
 * ones and keep a decoder busy for minutes.
 */
export const MAX_PICTURE_FRAMES = 2_000

/** Bytes of one compressed note (colour profile, embedded caption block) once inflated. Press colour profiles reach 3 MB. */
export const MAX_INFLATED_BYTES = 4 * 1024 * 1024

export const damaged = (detail: string): Result<never, Outcome<'PictureDamaged'>> =>
  err({ type: 'PictureDamaged', detail })

export const cutShort = (): Result<never, Outcome<'PictureDamaged'>> =>
  damaged('The file ends in the middle of the picture. Copy it again from where it came from.')

export const unsupported = (detail: string): Result<never, Outcome<'PictureUnsupported'>> =>
  err({ type: 'PictureUnsupported', detail })

export const tooLarge = (detail: string): Result<never, Outcome<'PictureTooLarge'>> =>
  err({ type: 'PictureTooLarge', detail })
