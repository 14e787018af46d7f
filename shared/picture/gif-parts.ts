// Walks a GIF block by block: frames, their timing and the loop count stay; comments and application data go.
import { ok, type Result } from '../ipc/result.ts'
import { joinBytes, latin1At, spells, uint16At } from './bytes.ts'
import {
  cutShort,
  damaged,
  type EmbeddedData,
  MAX_PICTURE_FRAMES,
  type PictureOutcome,
  type PictureParts,
  type PixelSize,
  tooLarge,
} from './picture-parts.ts'

/** Signature and logical screen. */
const SCREEN_BYTES = 13
const IMAGE_HEADER_BYTES = 10
const TRAILER = Uint8Array.of(0x3b)
/** 1, then 255 down to 0, then the empty sub-block. */
const XMP_RAMP_BYTES = 258
const LOOP_NAMES: readonly string[] = ['NETSCAPE2.0', 'ANIMEXTS1.0']

export function readGifSize(bytes: Uint8Array): Result<PixelSize, PictureOutcome> {
  if (bytes.length < SCREEN_BYTES) return cutShort()
  return ok({ width: uint16At(bytes, 6, 'little'), height: uint16At(bytes, 8, 'little') })
}

export function readGifParts(bytes: Uint8Array): Result<PictureParts, PictureOutcome> {
  const screen = readGifSize(bytes)
  if (!screen.ok) return screen
  let at = SCREEN_BYTES + colourTableBytes(bytes[10] ?? 0)
  if (at > bytes.length) return cutShort()
  const kept: Uint8Array[] = [bytes.subarray(0, at)]
  const embedded: EmbeddedData[] = []
  let { width, height } = screen.value
  let frames = 0
  for (;;) {
    const introducer = bytes[at]
    if (introducer === undefined) return cutShort()
    if (introducer === 0x3b) break
    const end =
      introducer === 0x2c ? imageEnd(bytes, at) : introducer === 0x21 ? subBlocksEnd(bytes, at + 2) : null
    if (end === null) return damaged('The GIF has a block no decoder knows.')
    if (end === -1) return cutShort()
    if (introducer === 0x2c) {
      frames += 1
      // Decoders widen the screen to hold a frame that sticks out.
      width = Math.max(width, uint16At(bytes, at + 1, 'little') + uint16At(bytes, at + 5, 'little'))
      height = Math.max(height, uint16At(bytes, at + 3, 'little') + uint16At(bytes, at + 7, 'little'))
      kept.push(bytes.subarray(at, end))
    } else {
      const extension = readExtension(bytes.subarray(at, end))
      if (extension.kept) kept.push(extension.kept)
      if (extension.embedded) embedded.push(extension.embedded)
    }
    at = end
  }
  if (frames === 0) return damaged('The GIF has no picture in it.')
  if (frames > MAX_PICTURE_FRAMES) {
    return tooLarge(
      `The animation has more than ${MAX_PICTURE_FRAMES} frames. Export a shorter one and add that.`,
    )
  }
  if (at + 1 < bytes.length) embedded.push({ kind: 'trailing', bytes: bytes.subarray(at + 1) })
  return ok({ mime: 'image/gif', width, height, kept: [...kept, TRAILER], embedded })
}

/** Bytes of the colour table that these flags announce. */
function colourTableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0
}

/** Where the image block starting here ends, or -1 when the file ends first. */
function imageEnd(bytes: Uint8Array, at: number): number {
  if (at + IMAGE_HEADER_BYTES > bytes.length) return -1
  const codeSizeAt = at + IMAGE_HEADER_BYTES + colourTableBytes(bytes[at + 9] ?? 0)
  return subBlocksEnd(bytes, codeSizeAt + 1)
}

/** The place after the empty sub-block that closes a chain, or -1 when the file ends first. */
function subBlocksEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const size = bytes[at] ?? 0
    at += 1 + size
    if (size === 0) return at
  }
  return -1
}

interface Extension {
  readonly kept: Uint8Array | null
  readonly embedded: EmbeddedData | null
}

function readExtension(block: Uint8Array): Extension {
  const label = block[1]
  const removed = (kind: EmbeddedData['kind'], bytes: Uint8Array): Extension => ({
    kept: null,
    embedded: { kind, bytes },
  })
  // Timing and transparency of the next frame: exactly one sub-block of four bytes.
  if (label === 0xf9) return { kept: block.length === 8 && block[2] === 4 ? block : null, embedded: null }
  if (label === 0xfe) return removed('comment', joinSubBlocks(block, 2))
  if (label !== 0xff || block[2] !== 11) return removed('other', block)
  const name = latin1At(block, 3, 11)
  // The loop count: three bytes, the first of which is 1.
  const isLoop = LOOP_NAMES.includes(name) && block[14] === 3 && block[15] === 1 && block.length >= 19
  if (isLoop) return { kept: joinBytes([block.subarray(0, 18), new Uint8Array(1)]), embedded: null }
  if (spells(block, 3, 'XMP DataXMP')) return removed('xmp', xmpText(block))
  return removed('other', block)
}

/** XMP in GIF is not cut into sub-blocks: its text follows the name directly, then a ramp of bytes that ends the chain. */
function xmpText(block: Uint8Array): Uint8Array {
  const rampAt = block.length - XMP_RAMP_BYTES
  return block.subarray(14, rampAt > 14 && block[rampAt] === 1 ? rampAt : block.length)
}

function joinSubBlocks(block: Uint8Array, from: number): Uint8Array {
  const pieces: Uint8Array[] = []
  for (let at = from; at < block.length; ) {
    const size = block[at] ?? 0
    pieces.push(block.subarray(at + 1, at + 1 + size))
    at += 1 + size
  }
  return joinBytes(pieces)
}
