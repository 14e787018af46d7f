// Walks a JPEG: what decoding needs is kept, in canonical order; everything else is handed over by name.
import { ok, type Result } from '../ipc/result.ts'
import { joinBytes, latin1Bytes, spells, uint16At, uint16Bytes } from './bytes.ts'
import { type Orientation, orientationExif, readExif, turnsOnSide } from './exif.ts'
import { reduceIccProfile } from './icc-profile.ts'
import {
  cutShort,
  damaged,
  type EmbeddedData,
  type PictureOutcome,
  type PictureParts,
  type PixelSize,
  tooLarge,
  unsupported,
} from './picture-parts.ts'

/** Scans of one picture. Progressive encoders write about 10; thousands keep a decoder busy for hours. */
const MAX_SCANS = 100
/** Payload of one segment: two length bytes are counted in its 16 bits. */
const MAX_SEGMENT_PAYLOAD = 65_533
const ICC_MARK = 'ICC_PROFILE\0'
/** Mark, piece number, number of pieces. */
const ICC_PIECE_HEADER = ICC_MARK.length + 2

const SOI = Uint8Array.of(0xff, 0xd8)
const EOI = Uint8Array.of(0xff, 0xd9)
const NEEDS_TABLES: readonly number[] = [0xc4, 0xdb, 0xdd] // DHT, DQT, DRI

interface Segment {
  readonly marker: number
  readonly payload: Uint8Array
  /** Entropy-coded bytes after a start of scan, restart markers included. */
  readonly scan: Uint8Array | null
}
interface Walk {
  readonly segments: readonly Segment[]
  readonly stray: readonly Uint8Array[]
  readonly end: number
}

/** Size from the frame header, without touching the scans. */
export function readJpegSize(bytes: Uint8Array): Result<PixelSize, PictureOutcome> {
  const walk = walkSegments(bytes, 'to frame')
  if (!walk.ok) return walk
  const frame = walk.value.segments.find((segment) => isFrame(segment.marker))
  return frame ? readFrame(frame) : damaged('The JPEG has no frame header.')
}

export function readJpegParts(bytes: Uint8Array): Result<PictureParts, PictureOutcome> {
  const walk = walkSegments(bytes, 'to end')
  if (!walk.ok) return walk
  const { segments, stray, end } = walk.value
  const frames = segments.filter((segment) => isFrame(segment.marker))
  const [frame, second] = frames
  if (!frame || second) return damaged('The JPEG has no frame header, or more than one.')
  const size = readFrame(frame)
  if (!size.ok) return size

  const firstScan = segments.findIndex((segment) => segment.scan !== null)
  if (firstScan === -1 || firstScan < segments.indexOf(frame)) return damaged('The JPEG has no picture data.')
  if (segments.filter((segment) => segment.scan !== null).length > MAX_SCANS) {
    return tooLarge(`The JPEG has more than ${MAX_SCANS} scans. Export it again and add that.`)
  }
  const head = segments.slice(0, firstScan)
  const orientation = orientationOf(head)
  const decoding = segments.filter(
    ({ marker, scan }) => scan !== null || isFrame(marker) || NEEDS_TABLES.includes(marker),
  )
  const broken = decoding.find((segment) => !isWellFormed(segment))
  if (broken) return damaged('A table of the JPEG has the wrong length.')

  const embedded = [
    ...segments.flatMap(toEmbedded),
    ...stray.map((piece): EmbeddedData => ({ kind: 'other', bytes: piece })),
  ]
  if (end < bytes.length) embedded.push({ kind: 'trailing', bytes: bytes.subarray(end) })
  const turned = turnsOnSide(orientation)
  return ok({
    mime: 'image/jpeg',
    width: turned ? size.value.height : size.value.width,
    height: turned ? size.value.width : size.value.height,
    kept: [SOI, ...headerSegments(head, orientation), ...decoding.flatMap(encodeSegment), EOI],
    embedded,
  })
}

function walkSegments(bytes: Uint8Array, until: 'to frame' | 'to end'): Result<Walk, PictureOutcome> {
  const segments: Segment[] = []
  const stray: Uint8Array[] = []
  let at = SOI.length
  for (;;) {
    const markAt = findMarker(bytes, at)
    if (markAt === -1) return cutShort()
    if (markAt > at && bytes.subarray(at, markAt).some((byte) => byte !== 0xff)) {
      stray.push(bytes.subarray(at, markAt))
    }
    const marker = bytes[markAt + 1] ?? 0
    at = markAt + 2
    if (marker === 0xd9) return ok({ segments, stray, end: at })
    if (marker === 0xd8) return damaged('A second picture starts inside the JPEG.')
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) continue // stand alone, mean nothing out here
    if (at + 2 > bytes.length) return cutShort()
    const length = uint16At(bytes, at)
    if (length < 2) return damaged('A segment of the JPEG has no length.')
    if (at + length > bytes.length) return cutShort()
    const payload = bytes.subarray(at + 2, at + length)
    at += length
    if (marker !== 0xda) {
      segments.push({ marker, payload, scan: null })
      if (until === 'to frame' && isFrame(marker)) return ok({ segments, stray, end: at })
      continue
    }
    const scanEnd = findScanEnd(bytes, at)
    if (scanEnd === -1) return cutShort()
    segments.push({ marker, payload, scan: bytes.subarray(at, scanEnd) })
    at = scanEnd
  }
}

/** The place of the 0xff that directly precedes a marker byte; fill bytes before it are passed over. */
function findMarker(bytes: Uint8Array, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at !== -1 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1]
    if (next !== 0xff && next !== 0x00) return at
  }
  return -1
}

/** Where entropy-coded data ends: at the first marker that is neither a stuffed zero nor a restart. */
function findScanEnd(bytes: Uint8Array, from: number): number {
  for (let at = findMarker(bytes, from); at !== -1; at = findMarker(bytes, at + 2)) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xd0 && marker <= 0xd7) continue
    let end = at
    while (end > from && bytes[end - 1] === 0xff) end -= 1 // fill bytes
    return end
  }
  return -1
}

/** SOF0 to SOF15, without DHT, JPG and DAC that share the range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function readFrame({ marker, payload }: Segment): Result<PixelSize, PictureOutcome> {
  // Baseline, extended and progressive Huffman are what browsers show; lossless, hierarchical and arithmetic are not.
  if (marker > 0xc2) return unsupported(unusualJpeg)
  const components = payload[5] ?? 0
  if (payload.length < 6 || payload.length !== 6 + components * 3) {
    return damaged('The frame header of the JPEG has the wrong length.')
  }
  if (payload[0] !== 8 || ![1, 3, 4].includes(components)) return unsupported(unusualJpeg)
  const height = uint16At(payload, 1)
  const width = uint16At(payload, 3)
  return width > 0 && height > 0
    ? ok({ width, height })
    : damaged('The JPEG says it has no width or no height.')
}

const unusualJpeg = 'This is a kind of JPEG browsers cannot show. Save it as an ordinary JPEG and add that.'

/** Table lengths must add up exactly: anything beyond is a place to hide, and decoders refuse it too. */
function isWellFormed({ marker, payload }: Segment): boolean {
  if (marker === 0xdd) return payload.length === 2
  if (marker === 0xda) return payload.length >= 6 && payload.length === 4 + 2 * (payload[0] ?? 0)
  let at = 0
  if (marker === 0xdb) {
    while (at < payload.length) at += (payload[at] ?? 0) >> 4 ? 129 : 65
    return at === payload.length
  }
  if (marker === 0xc4) {
    while (at + 17 <= payload.length) {
      at += payload.subarray(at + 1, at + 17).reduce((codes, count) => codes + count, 17)
    }
    return at === payload.length
  }
  return true
}

function orientationOf(head: readonly Segment[]): Orientation {
  for (const { marker, payload } of head) {
    const facts = marker === 0xe1 && spells(payload, 0, 'Exif\0') ? readExif(payload) : null
    if (facts) return facts.orientation
  }
  return 1
}

function headerSegments(head: readonly Segment[], orientation: Orientation): readonly Uint8Array[] {
  const kept: Uint8Array[] = []
  const jfif = head.find(isJfif)
  // Version, unit and density stay, the thumbnail does not.
  if (jfif) kept.push(encode(0xe0, joinBytes([jfif.payload.subarray(0, 12), Uint8Array.of(0, 0)])))
  if (orientation !== 1)
    kept.push(encode(0xe1, joinBytes([latin1Bytes('Exif\0\0'), orientationExif(orientation)])))
  const adobe = head.find(isAdobe)
  if (adobe) kept.push(encode(0xee, adobe.payload.subarray(0, 12)))
  const profile = readIccProfile(head)
  const reduced = profile && reduceIccProfile(profile)
  return reduced ? [...kept, ...iccSegments(reduced)] : kept
}

function isJfif({ marker, payload }: Segment): boolean {
  return marker === 0xe0 && payload.length >= 14 && spells(payload, 0, 'JFIF\0')
}

function isAdobe({ marker, payload }: Segment): boolean {
  return marker === 0xee && payload.length >= 12 && spells(payload, 0, 'Adobe')
}

function isIccPiece({ marker, payload }: Segment): boolean {
  return marker === 0xe2 && payload.length > ICC_PIECE_HEADER && spells(payload, 0, ICC_MARK)
}

function readIccProfile(head: readonly Segment[]): Uint8Array | null {
  const pieces = head.filter(isIccPiece).map(({ payload }) => payload)
  const inOrder = pieces.toSorted((a, b) => (a[ICC_MARK.length] ?? 0) - (b[ICC_MARK.length] ?? 0))
  const isWhole = inOrder.every(
    (piece, index) => piece[ICC_MARK.length] === index + 1 && piece[ICC_MARK.length + 1] === pieces.length,
  )
  return pieces.length > 0 && isWhole
    ? joinBytes(inOrder.map((piece) => piece.subarray(ICC_PIECE_HEADER)))
    : null
}

function iccSegments(profile: Uint8Array): readonly Uint8Array[] {
  const room = MAX_SEGMENT_PAYLOAD - ICC_PIECE_HEADER
  const count = Math.ceil(profile.length / room)
  return Array.from({ length: count }, (_, index) => {
    const head = joinBytes([latin1Bytes(ICC_MARK), Uint8Array.of(index + 1, count)])
    return encode(0xe2, joinBytes([head, profile.subarray(index * room, (index + 1) * room)]))
  })
}

function encodeSegment({ marker, payload, scan }: Segment): readonly Uint8Array[] {
  const segment = encode(marker, payload)
  return scan ? [segment, scan] : [segment]
}

function encode(marker: number, payload: Uint8Array): Uint8Array {
  return joinBytes([Uint8Array.of(0xff, marker), uint16Bytes(payload.length + 2), payload])
}

function toEmbedded(segment: Segment): readonly EmbeddedData[] {
  const { marker, payload } = segment
  const found = (kind: EmbeddedData['kind'], skip = 0): EmbeddedData[] => [
    { kind, bytes: payload.subarray(skip) },
  ]
  if (isJfif(segment)) return payload.length > 14 ? found('thumbnail', 14) : []
  if (isAdobe(segment) || isIccPiece(segment)) return []
  if (marker === 0xfe) return found('comment')
  if (marker === 0xe0 && spells(payload, 0, 'JFXX\0')) return found('thumbnail', 5)
  if (marker === 0xe1 && spells(payload, 0, 'Exif\0')) return isOwnExif(payload) ? [] : found('exif', 6)
  if (marker === 0xe1 && spells(payload, 0, XMP_MARK)) return found('xmp', XMP_MARK.length)
  // Mark, 32 digits of a digest, length and offset come before the text.
  if (marker === 0xe1 && spells(payload, 0, XMP_MORE_MARK)) return found('xmp', XMP_MORE_MARK.length + 40)
  if (marker === 0xed) return found('iptc')
  return marker >= 0xe0 && marker <= 0xef ? found('other') : []
}

const XMP_MARK = 'http://ns.adobe.com/xap/1.0/\0'
const XMP_MORE_MARK = 'http://ns.adobe.com/xmp/extension/\0'

/** The rotation-only EXIF this very module writes is not something that was removed. */
function isOwnExif(payload: Uint8Array): boolean {
  const orientation = readExif(payload)?.orientation
  if (orientation === undefined) return false
  const own = orientationExif(orientation)
  return payload.length === own.length + 6 && own.every((byte, index) => payload[index + 6] === byte)
}
