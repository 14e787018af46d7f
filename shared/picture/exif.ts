// A bounded reader of EXIF (TIFF structure): the few facts Stet needs, and a fresh minimal EXIF that carries a rotation only.
import {
  type ByteOrder,
  joinBytes,
  latin1Bytes,
  spells,
  uint16At,
  uint16Bytes,
  uint32At,
  uint32Bytes,
} from './bytes.ts'

export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

export interface ExifFacts {
  readonly orientation: Orientation
  readonly description: Uint8Array | null
  readonly artist: Uint8Array | null
  readonly copyright: Uint8Array | null
  readonly hasLocation: boolean
  readonly hasCamera: boolean
  readonly hasOwner: boolean
  readonly hasComment: boolean
  readonly hasThumbnail: boolean
}

/** Entries read per table. Cameras write under 100; a hostile table can name 65,535. */
const MAX_ENTRIES = 512
/** The smallest whole EXIF that can hold an orientation: header, count, one entry, no next table. */
const MIN_EXIF_BYTES = 26
const ENTRY_BYTES = 12
const TYPE_ASCII = 2
const TYPE_SHORT = 3

const tag = {
  description: 0x010e,
  make: 0x010f,
  model: 0x0110,
  orientation: 0x0112,
  software: 0x0131,
  artist: 0x013b,
  hostComputer: 0x013c,
  copyright: 0x8298,
  exifTable: 0x8769,
  gpsTable: 0x8825,
  makerNote: 0x927c,
  userComment: 0x9286,
  xpComment: 0x9c9c,
  xpAuthor: 0x9c9d,
  ownerName: 0xa430,
  bodySerial: 0xa431,
  lensMake: 0xa433,
  lensModel: 0xa434,
  lensSerial: 0xa435,
} as const

const cameraTags: readonly number[] = [
  tag.make,
  tag.model,
  tag.software,
  tag.hostComputer,
  tag.makerNote,
  tag.bodySerial,
  tag.lensMake,
  tag.lensModel,
  tag.lensSerial,
]
const ownerTags: readonly number[] = [tag.artist, tag.copyright, tag.xpAuthor, tag.ownerName]
const commentTags: readonly number[] = [tag.userComment, tag.xpComment]

interface Entry {
  readonly type: number
  readonly count: number
  /** Where the four value bytes are. */
  readonly valueAt: number
}
interface Table {
  readonly entries: ReadonlyMap<number, Entry>
  readonly nextAt: number
}

/** Null when this is not EXIF, or too damaged to trust. */
export function readExif(payload: Uint8Array): ExifFacts | null {
  const tiff = spells(payload, 0, 'Exif\0') ? payload.subarray(6) : payload
  const order = byteOrderOf(tiff)
  if (order === null || tiff.length < MIN_EXIF_BYTES) return null
  const main = readTable(tiff, uint32At(tiff, 4, order), order)
  if (main === null) return null
  const detailAt = main.entries.get(tag.exifTable)
  const detail = detailAt ? readTable(tiff, uint32At(tiff, detailAt.valueAt, order), order) : null
  const hasAny = (tags: readonly number[]): boolean =>
    tags.some((name) => main.entries.has(name) || (detail?.entries.has(name) ?? false))
  return {
    orientation: orientationOf(tiff, main, order),
    description: textOf(tiff, main, tag.description, order),
    artist: textOf(tiff, main, tag.artist, order),
    copyright: textOf(tiff, main, tag.copyright, order),
    hasLocation: main.entries.has(tag.gpsTable),
    hasCamera: hasAny(cameraTags),
    hasOwner: hasAny(ownerTags),
    hasComment: hasAny(commentTags),
    hasThumbnail: main.nextAt !== 0 && readTable(tiff, main.nextAt, order) !== null,
  }
}

/** EXIF holding one orientation and nothing else: 26 bytes, the same for everyone. */
export function orientationExif(orientation: Orientation): Uint8Array {
  return joinBytes([
    latin1Bytes('MM\0*'),
    uint32Bytes(8),
    uint16Bytes(1),
    uint16Bytes(tag.orientation),
    uint16Bytes(TYPE_SHORT),
    uint32Bytes(1),
    uint16Bytes(orientation),
    uint16Bytes(0),
    uint32Bytes(0),
  ])
}

/** True when showing the picture swaps its width and height. */
export function turnsOnSide(orientation: Orientation): boolean {
  return orientation >= 5
}

function byteOrderOf(tiff: Uint8Array): ByteOrder | null {
  if (spells(tiff, 0, 'II*\0')) return 'little'
  return spells(tiff, 0, 'MM\0*') ? 'big' : null
}

function readTable(tiff: Uint8Array, at: number, order: ByteOrder): Table | null {
  if (at < 8 || at + 2 > tiff.length) return null
  const count = uint16At(tiff, at, order)
  const end = at + 2 + count * ENTRY_BYTES
  if (count > MAX_ENTRIES || end > tiff.length) return null
  const entries = new Map<number, Entry>()
  for (let entryAt = at + 2; entryAt < end; entryAt += ENTRY_BYTES) {
    const name = uint16At(tiff, entryAt, order)
    const type = uint16At(tiff, entryAt + 2, order)
    const length = uint32At(tiff, entryAt + 4, order)
    if (!entries.has(name)) entries.set(name, { type, count: length, valueAt: entryAt + 8 })
  }
  return { entries, nextAt: end + 4 <= tiff.length ? uint32At(tiff, end, order) : 0 }
}

function orientationOf(tiff: Uint8Array, table: Table, order: ByteOrder): Orientation {
  const entry = table.entries.get(tag.orientation)
  if (!entry || entry.type !== TYPE_SHORT || entry.count !== 1) return 1
  const value = uint16At(tiff, entry.valueAt, order)
  return isOrientation(value) ? value : 1
}

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8
}

function textOf(tiff: Uint8Array, table: Table, name: number, order: ByteOrder): Uint8Array | null {
  const entry = table.entries.get(name)
  if (!entry || entry.type !== TYPE_ASCII) return null
  const at = entry.count <= 4 ? entry.valueAt : uint32At(tiff, entry.valueAt, order)
  return at + entry.count <= tiff.length ? tiff.subarray(at, at + entry.count) : null
}
