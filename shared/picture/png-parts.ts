// Walks a PNG: chunks that decoding and colour need are kept with their checksums verified; everything else is handed over
// by name. Animation frames stay: stripping promises the same picture, and an animated one must not silently stand still.
import { ok, type Result } from '../ipc/result.ts'
import { joinBytes, latin1At, latin1Bytes, spells, uint32At, uint32Bytes } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { type Orientation, orientationExif, readExif, turnsOnSide } from './exif.ts'
import { reduceIccProfile } from './icc-profile.ts'
import {
  cutShort,
  damaged,
  type EmbeddedData,
  MAX_INFLATED_BYTES,
  MAX_PICTURE_FRAMES,
  type PictureOutcome,
  type PictureParts,
  type PixelSize,
  tooLarge,
  unsupported,
  type Zlib,
} from './picture-parts.ts'
import { pngNote } from './png-note.ts'

const SIGNATURE_BYTES = 8
/** Length, name and checksum around each chunk's data. */
const ENVELOPE_BYTES = 12
const IHDR_BYTES = 13

/** Lengths that the chunks kept as they are may have; anything longer could hide words. */
const colourChunks: Readonly<Record<string, (length: number) => boolean>> = {
  gAMA: (length) => length === 4,
  cHRM: (length) => length === 32,
  sRGB: (length) => length === 1,
  cICP: (length) => length === 4,
  sBIT: (length) => length >= 1 && length <= 4,
  tRNS: (length) => length >= 1 && length <= 256,
}
const pictureChunks: readonly string[] = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'acTL', 'fcTL', 'fdAT']
/** Chunks that say nothing about anybody: dropped without a word. */
const harmlessChunks: readonly string[] = ['pHYs', 'bKGD', 'hIST', 'sPLT', 'tIME']
/** Bit depths that each colour type may have. */
const depthsByColourType: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

interface Chunk {
  readonly name: string
  readonly data: Uint8Array
  /** Length, name, data and checksum as they stand in the file. */
  readonly whole: Uint8Array
}

export function readPngSize(bytes: Uint8Array): Result<PixelSize, PictureOutcome> {
  if (bytes.length < SIGNATURE_BYTES + ENVELOPE_BYTES + IHDR_BYTES) return cutShort()
  if (spells(bytes, 12, 'CgBI')) {
    return unsupported(
      'This PNG is in a form only iPhone apps read. Save it as an ordinary PNG and add that.',
    )
  }
  if (uint32At(bytes, 8) !== IHDR_BYTES || !spells(bytes, 12, 'IHDR'))
    return damaged('The PNG has no header.')
  const depth = bytes[24] ?? 0
  const colourType = bytes[25] ?? 0
  const hasKnownMethods = bytes[26] === 0 && bytes[27] === 0 && (bytes[28] ?? 0) <= 1
  if (!hasKnownMethods || !depthsByColourType[colourType]?.includes(depth)) {
    return damaged('The header of the PNG does not make sense.')
  }
  return ok({ width: uint32At(bytes, 16), height: uint32At(bytes, 20) })
}

export function readPngParts(bytes: Uint8Array, zlib: Zlib): Result<PictureParts, PictureOutcome> {
  const size = readPngSize(bytes)
  if (!size.ok) return size
  const walk = walkChunks(bytes)
  if (!walk.ok) return walk
  const { chunks, end } = walk.value
  const fault = faultOf(chunks, size.value)
  if (fault) return fault

  const embedded: EmbeddedData[] = []
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE_BYTES)]
  const orientation = orientationOf(chunks)
  for (const chunk of withoutRepeats(chunks)) {
    if (isKept(chunk)) kept.push(chunk.whole)
    else if (chunk.name === 'iCCP') kept.push(...reduceProfileChunk(chunk, zlib))
    else if (isTelling(chunk)) embedded.push(pngNote(chunk.name, chunk.data, zlib))
    if (chunk.name === 'IHDR' && orientation !== 1)
      kept.push(encodeChunk('eXIf', orientationExif(orientation)))
  }
  if (end < bytes.length) embedded.push({ kind: 'trailing', bytes: bytes.subarray(end) })
  const turned = turnsOnSide(orientation)
  return ok({
    mime: 'image/png',
    width: turned ? size.value.height : size.value.width,
    height: turned ? size.value.width : size.value.height,
    kept,
    embedded,
  })
}

function walkChunks(bytes: Uint8Array): Result<{ chunks: readonly Chunk[]; end: number }, PictureOutcome> {
  const chunks: Chunk[] = []
  let at = SIGNATURE_BYTES
  while (at + ENVELOPE_BYTES <= bytes.length) {
    const length = uint32At(bytes, at)
    const end = at + ENVELOPE_BYTES + length
    if (end > bytes.length) return cutShort()
    const name = latin1At(bytes, at + 4, 4)
    chunks.push({ name, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) })
    if (name === 'IEND') return ok({ chunks, end })
    at = end
  }
  return cutShort()
}

/** Order, checksums and frame limits of what is kept. A bad checksum on something that is dropped anyway harms nobody. */
function faultOf(chunks: readonly Chunk[], size: PixelSize): Result<never, PictureOutcome> | null {
  for (const chunk of chunks) {
    if (isUnknownCritical(chunk.name)) return damaged('The PNG has a part no decoder knows.')
    if (!isKept(chunk)) continue
    const stored = uint32At(chunk.whole, chunk.whole.length - 4)
    if (crc32(chunk.whole.subarray(4, chunk.whole.length - 4)) !== stored) {
      return damaged('A checksum of the PNG does not match: the file was changed or copied badly.')
    }
    if (!hasItsLength(chunk)) return damaged('A part of the PNG has the wrong length.')
    if (chunk.name === 'fcTL' && !isInside(chunk.data, size))
      return damaged('A frame of the PNG lies outside it.')
  }
  const names = chunks.map(({ name }) => name)
  const firstData = names.indexOf('IDAT')
  const lastData = names.lastIndexOf('IDAT')
  if (firstData === -1) return damaged('The PNG has no picture data.')
  if (names.slice(firstData, lastData).some((name) => name !== 'IDAT')) {
    return damaged('The picture data of the PNG is torn apart.')
  }
  const count = (wanted: string): number => names.filter((name) => name === wanted).length
  if (count('IHDR') !== 1 || count('PLTE') > 1 || names.lastIndexOf('PLTE') > firstData) {
    return damaged('The parts of the PNG are in the wrong order.')
  }
  if (chunks.at(-1)?.data.length !== 0) return damaged('The PNG has no proper end.')
  if (count('fcTL') > MAX_PICTURE_FRAMES) {
    return tooLarge(
      `The animation has more than ${MAX_PICTURE_FRAMES} frames. Export a shorter one and add that.`,
    )
  }
  return null
}

function isKept({ name, data }: Chunk): boolean {
  return (
    pictureChunks.includes(name) ||
    (Object.hasOwn(colourChunks, name) && colourChunks[name]?.(data.length) === true)
  )
}

function hasItsLength({ name, data }: Chunk): boolean {
  if (name === 'PLTE') return data.length <= 768 && data.length % 3 === 0
  return name !== 'acTL' || data.length === 8
}

/** An upper-case first letter says that a decoder must understand the chunk. */
function isUnknownCritical(name: string): boolean {
  return /^[A-Z]/.test(name) && !pictureChunks.includes(name)
}

function isInside(control: Uint8Array, canvas: PixelSize): boolean {
  if (control.length !== 26) return false
  const right = uint32At(control, 12) + uint32At(control, 4)
  const bottom = uint32At(control, 16) + uint32At(control, 8)
  return right <= canvas.width && bottom <= canvas.height
}

function orientationOf(chunks: readonly Chunk[]): Orientation {
  const exif = chunks.find(({ name }) => name === 'eXIf')
  return (exif && readExif(exif.data)?.orientation) ?? 1
}

/** Colour is said once; decoders ignore a repetition, so it would only be a place to hide. */
function withoutRepeats(chunks: readonly Chunk[]): readonly Chunk[] {
  const seen = new Set<string>()
  return chunks.filter(({ name }) => {
    if (!Object.hasOwn(colourChunks, name) && name !== 'iCCP') return true
    const isFirst = !seen.has(name)
    seen.add(name)
    return isFirst
  })
}

function isTelling({ name, data }: Chunk): boolean {
  return !harmlessChunks.includes(name) && !(name === 'eXIf' && isOwnExif(data))
}

function isOwnExif(data: Uint8Array): boolean {
  const orientation = readExif(data)?.orientation
  if (orientation === undefined) return false
  const own = orientationExif(orientation)
  return data.length === own.length && own.every((byte, index) => data[index] === byte)
}

/** The same colours under a blank name. A profile no browser would use, or that would grow, is left out. */
function reduceProfileChunk({ data, whole }: Chunk, zlib: Zlib): readonly Uint8Array[] {
  const nameEnd = data.indexOf(0)
  if (nameEnd < 1 || nameEnd > 79 || data[nameEnd + 1] !== 0) return []
  const profile = zlib.inflate(data.subarray(nameEnd + 2), MAX_INFLATED_BYTES)
  const reduced = profile && reduceIccProfile(profile)
  if (!reduced) return []
  const chunk = encodeChunk('iCCP', joinBytes([latin1Bytes('icc\0\0'), zlib.deflate(reduced)]))
  return chunk.length <= whole.length ? [chunk] : []
}

function encodeChunk(name: string, data: Uint8Array): Uint8Array {
  const body = joinBytes([latin1Bytes(name), data])
  return joinBytes([uint32Bytes(data.length), body, uint32Bytes(crc32(body))])
}
