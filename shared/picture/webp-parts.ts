// Walks a WebP: picture, transparency, animation and colour stay, with the header flags put right; EXIF and XMP go.
// A rotation goes with them: Chromium ignores it in WebP (tried: 130 and 156), so the picture looks as it did in Stet.
import { ok, type Result } from '../ipc/result.ts'
import { joinBytes, latin1At, latin1Bytes, uint16At, uint24LittleAt, uint32At, uint32Bytes } from './bytes.ts'
import { reduceIccProfile } from './icc-profile.ts'
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

/** "RIFF", size, "WEBP". */
const FILE_HEADER_BYTES = 12
const CHUNK_HEADER_BYTES = 8
/** Position, size, duration and flags before the chunks of an animation frame. */
const FRAME_HEADER_BYTES = 16
const FLAG_PROFILE = 0x20
const FLAG_ALPHA = 0x10
const FLAG_ANIMATION = 0x02

interface Chunk {
  readonly name: string
  readonly data: Uint8Array
}
interface Walk {
  readonly chunks: readonly Chunk[]
  readonly end: number
}

export function readWebpSize(bytes: Uint8Array): Result<PixelSize, PictureOutcome> {
  if (bytes.length < FILE_HEADER_BYTES + CHUNK_HEADER_BYTES) return cutShort()
  const name = latin1At(bytes, FILE_HEADER_BYTES, 4)
  const data = bytes.subarray(FILE_HEADER_BYTES + CHUNK_HEADER_BYTES)
  if (name !== 'VP8X') return readBitstreamSize({ name, data })
  if (data.length < 10) return cutShort()
  return ok({ width: uint24LittleAt(data, 4) + 1, height: uint24LittleAt(data, 7) + 1 })
}

export function readWebpParts(bytes: Uint8Array): Result<PictureParts, PictureOutcome> {
  const size = readWebpSize(bytes)
  if (!size.ok) return size
  const end = FILE_HEADER_BYTES - 4 + uint32At(bytes, 4, 'little')
  // Some writers count the padding byte of the last chunk without writing it.
  if (end > bytes.length + 1) return cutShort()
  const walk = walkChunks(bytes, FILE_HEADER_BYTES, Math.min(end, bytes.length))
  if (!walk.ok) return walk
  const { chunks } = walk.value
  const picture = chunks[0]?.name === 'VP8X' ? keepExtended(chunks, size.value) : keepSimple(chunks)
  if (!picture.ok) return picture

  const kept = picture.value
  const embedded = chunks.filter((chunk) => !knownChunks.includes(chunk.name)).map(toEmbedded)
  if (end < bytes.length) embedded.push({ kind: 'trailing', bytes: bytes.subarray(end) })
  const length = kept.reduce((total, part) => total + part.length, 4)
  return ok({
    mime: 'image/webp',
    ...size.value,
    kept: [latin1Bytes('RIFF'), uint32Bytes(length, 'little'), latin1Bytes('WEBP'), ...kept],
    embedded,
  })
}

const knownChunks: readonly string[] = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']

function walkChunks(bytes: Uint8Array, from: number, end: number): Result<Walk, PictureOutcome> {
  const chunks: Chunk[] = []
  let at = from
  while (at < end) {
    if (at + CHUNK_HEADER_BYTES > end) return cutShort()
    const length = uint32At(bytes, at + 4, 'little')
    const dataAt = at + CHUNK_HEADER_BYTES
    if (dataAt + length > end) return cutShort()
    chunks.push({ name: latin1At(bytes, at, 4), data: bytes.subarray(dataAt, dataAt + length) })
    at = dataAt + length + (length % 2)
  }
  return ok({ chunks, end })
}

function keepSimple(chunks: readonly Chunk[]): Result<readonly Uint8Array[], PictureOutcome> {
  const [picture] = chunks
  return picture ? ok(encodeChunk(picture)) : damaged('The WebP has no picture data.')
}

function keepExtended(
  chunks: readonly Chunk[],
  canvas: PixelSize,
): Result<readonly Uint8Array[], PictureOutcome> {
  const [header] = chunks
  const flags = header?.data[0] ?? 0
  if (header?.data.length !== 10) return damaged('The header of the WebP has the wrong length.')
  const isAnimated = (flags & FLAG_ANIMATION) !== 0
  const picture = isAnimated ? keepFrames(chunks, canvas) : keepStill(chunks, canvas)
  if (!picture.ok) return picture
  const profile = chunks.find(({ name }) => name === 'ICCP')
  const reduced = profile && reduceIccProfile(profile.data)
  const keptFlags = (reduced ? FLAG_PROFILE : 0) | (flags & FLAG_ALPHA) | (isAnimated ? FLAG_ANIMATION : 0)
  const newHeader = joinBytes([Uint8Array.of(keptFlags, 0, 0, 0), header.data.subarray(4)])
  return ok([
    ...encodeChunk({ name: 'VP8X', data: newHeader }),
    ...(reduced ? encodeChunk({ name: 'ICCP', data: reduced }) : []),
    ...picture.value,
  ])
}

function keepStill(
  chunks: readonly Chunk[],
  canvas: PixelSize,
): Result<readonly Uint8Array[], PictureOutcome> {
  const picture = chunks.find(isBitstream)
  const size = picture && readBitstreamSize(picture)
  if (!picture || !size) return damaged('The WebP has no picture data.')
  if (!size.ok) return size
  // A canvas smaller than the picture behind it would pass the size check and then decode into a bomb.
  if (!isSame(size.value, canvas)) return damaged('The WebP says two different sizes.')
  const alpha = picture.name === 'VP8 ' ? chunks.find(({ name }) => name === 'ALPH') : undefined
  return ok([...(alpha ? encodeChunk(alpha) : []), ...encodeChunk(picture)])
}

function keepFrames(
  chunks: readonly Chunk[],
  canvas: PixelSize,
): Result<readonly Uint8Array[], PictureOutcome> {
  const control = chunks.find(({ name }) => name === 'ANIM')
  const frames = chunks.filter(({ name }) => name === 'ANMF')
  if (control?.data.length !== 6 || frames.length === 0)
    return damaged('The animation of the WebP has no frames.')
  if (frames.length > MAX_PICTURE_FRAMES) {
    return tooLarge(
      `The animation has more than ${MAX_PICTURE_FRAMES} frames. Export a shorter one and add that.`,
    )
  }
  const kept = [...encodeChunk(control)]
  for (const frame of frames) {
    const stripped = keepFrame(frame, canvas)
    if (!stripped.ok) return stripped
    kept.push(...encodeChunk({ name: 'ANMF', data: stripped.value }))
  }
  return ok(kept)
}

function keepFrame({ data }: Chunk, canvas: PixelSize): Result<Uint8Array, PictureOutcome> {
  if (data.length < FRAME_HEADER_BYTES) return cutShort()
  const size = { width: uint24LittleAt(data, 6) + 1, height: uint24LittleAt(data, 9) + 1 }
  const right = uint24LittleAt(data, 0) * 2 + size.width
  const bottom = uint24LittleAt(data, 3) * 2 + size.height
  if (right > canvas.width || bottom > canvas.height) return damaged('A frame of the WebP lies outside it.')
  const walk = walkChunks(data, FRAME_HEADER_BYTES, data.length)
  if (!walk.ok) return walk
  const picture = keepStill(walk.value.chunks, size)
  return picture.ok ? ok(joinBytes([data.subarray(0, FRAME_HEADER_BYTES), ...picture.value])) : picture
}

function isBitstream({ name }: Chunk): boolean {
  return name === 'VP8 ' || name === 'VP8L'
}

function isSame(a: PixelSize, b: PixelSize): boolean {
  return a.width === b.width && a.height === b.height
}

function readBitstreamSize({ name, data }: Chunk): Result<PixelSize, PictureOutcome> {
  if (data.length < 10) return cutShort()
  if (name === 'VP8L' && data[0] === 0x2f) {
    const packed = uint32At(data, 1, 'little')
    return ok({ width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 })
  }
  // A key frame has its lowest bit clear and this start code.
  const isKeyFrame = ((data[0] ?? 1) & 1) === 0 && data[3] === 0x9d && data[4] === 0x01 && data[5] === 0x2a
  if (name === 'VP8 ' && isKeyFrame) {
    return ok({ width: uint16At(data, 6, 'little') & 0x3fff, height: uint16At(data, 8, 'little') & 0x3fff })
  }
  return damaged('The picture data of the WebP does not start properly.')
}

function toEmbedded({ name, data }: Chunk): EmbeddedData {
  if (name === 'EXIF') return { kind: 'exif', bytes: data }
  return name === 'XMP ' ? { kind: 'xmp', bytes: data } : { kind: 'other', bytes: data }
}

function encodeChunk({ name, data }: Chunk): readonly Uint8Array[] {
  const padding = data.length % 2 === 1 ? [new Uint8Array(1)] : []
  return [latin1Bytes(name), uint32Bytes(data.length, 'little'), data, ...padding]
}
