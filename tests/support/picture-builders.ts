// Tiny real pictures, and everything personal that can be planted in them. Made by code; the four coded pictures were made once.
import { deflateSync } from 'node:zlib'
import { joinBytes, latin1Bytes, uint16Bytes, uint32Bytes } from '#shared/picture/bytes.ts'
import { crc32 } from '#shared/picture/crc32.ts'

const decode = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))

/** 16 x 8, baseline, JFIF. */
export const plainJpeg = decode(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAWEAADAAAAAAAAAAAAAAAAAAAAFGH/xAAVAQEBAAAAAAAAAAAAAAAAAAAABf/EABYRAAMAAAAAAAAAAAAAAAAAAAAVYf/aAAwDAQACEQMRAD8AgsUoLIVGNDFCyBjT/9k=',
)
/** 32 x 24, progressive: ten scans. */
export const progressiveJpeg = decode(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wgARCAAYACADASIAAhEBAxEB/8QAGAABAQEBAQAAAAAAAAAAAAAAAAIBAwT/xAAWAQEBAQAAAAAAAAAAAAAAAAAABAL/2gAMAwEAAhADEAAAAfOzdVU4UzOlsqQ//8QAFxAAAwEAAAAAAAAAAAAAAAAAAAEQEf/aAAgBAQABBQKIZt2aOf/EABkRAAIDAQAAAAAAAAAAAAAAAAABAgMQEf/aAAgBAwEBPwFzFYdz/8QAGBEBAAMBAAAAAAAAAAAAAAAAAAERExL/2gAIAQIBAT8BzZOYU//EABQQAQAAAAAAAAAAAAAAAAAAADD/2gAIAQEABj8CT//EABwQAQEBAAEFAAAAAAAAAAAAAAEAERAhMVFhcf/aAAgBAQABPyHvfZF5RH1LkdGNsZkPH//aAAwDAQACAAMAAAAQYadc/8QAFhEBAQEAAAAAAAAAAAAAAAAAAREA/9oACAEDAQE/EAmix1TLv//EABcRAQEBAQAAAAAAAAAAAAAAAAEAESH/2gAIAQIBAT8Qw8LWQFgb/8QAHRABAAIBBQEAAAAAAAAAAAAAAQARQSExUWGBsf/aAAgBAQABPxAHQQaa8S19hpogOIGYF5RLG0WApuWdTUC2VmcBcHtn/9k=',
)
/** 8 x 4, lossless. */
export const plainWebp = decode('UklGRigAAABXRUJQVlA4TBsAAAAvB8AAAB8QU/XV//kPJ4FAgDBp0qSNiP7HlwIA')
/** 8 x 4, lossy. */
export const lossyWebp = decode(
  'UklGRj4AAABXRUJQVlA4IDIAAABwAgCdASoIAAQAB0CWJagCdGuAwQD1/wPRALCOAP7MbR/xi8jujwe19zJ64zmqIh3AAA==',
)

/** Every planted word starts with this, so that one search proves that none is left. */
export const SECRET = 'S3CRET'

interface Tag {
  readonly tag: number
  readonly type: 2 | 3 | 4 | 5
  readonly value: string | number | Uint8Array
}

/** EXIF with a location, a camera, an owner, a comment, a thumbnail. */
export function exif({
  orientation = 1,
  description = '',
  artist = `${SECRET} Owner`,
}: {
  orientation?: number
  description?: string
  artist?: string
} = {}): Uint8Array {
  const gps: Tag[] = [
    { tag: 1, type: 2, value: 'N' },
    { tag: 0x1b, type: 2, value: `${SECRET} gps method` },
  ]
  const detail: Tag[] = [
    { tag: 0x9286, type: 2, value: `${SECRET} user comment` },
    { tag: 0x927c, type: 2, value: `${SECRET} maker note` },
    { tag: 0xa431, type: 2, value: `${SECRET} serial` },
  ]
  const main: Tag[] = [
    ...(description === '' ? [] : [{ tag: 0x010e, type: 2, value: description } as const]),
    { tag: 0x010f, type: 2, value: `${SECRET} camera` },
    { tag: 0x0112, type: 3, value: orientation },
    ...(artist === '' ? [] : [{ tag: 0x013b, type: 2, value: artist } as const]),
    { tag: 0x8769, type: 4, value: 0 },
    { tag: 0x8825, type: 4, value: 0 },
  ]
  // Tables one after another, each with its long values behind it, thumbnail table last.
  const thumbnail = joinBytes([plainJpeg, latin1Bytes(SECRET)])
  const size = (tags: readonly Tag[]): number => ifd(tags, 0, 0).length
  const detailAt = 8 + size(main)
  const gpsAt = detailAt + size(detail)
  const thumbnailAt = gpsAt + size(gps)
  const pointers = new Map([
    [0x8769, detailAt],
    [0x8825, gpsAt],
  ])
  const pointed = main.map((one) => ({ ...one, value: pointers.get(one.tag) ?? one.value }))
  const thumbnailTags: Tag[] = [
    { tag: 0x0201, type: 4, value: thumbnailAt + 30 },
    { tag: 0x0202, type: 4, value: thumbnail.length },
  ]
  return joinBytes([
    latin1Bytes('MM\0*'),
    uint32Bytes(8),
    ifd(pointed, 8, thumbnailAt),
    ifd(detail, detailAt, 0),
    ifd(gps, gpsAt, 0),
    ifd(thumbnailTags, thumbnailAt, 0),
    thumbnail,
  ])
}

function ifd(tags: readonly Tag[], at: number, next: number): Uint8Array {
  let spillAt = at + 2 + tags.length * 12 + 4
  const spill: Uint8Array[] = []
  const entries = tags.map(({ tag, type, value }) => {
    const bytes =
      typeof value === 'number'
        ? type === 3
          ? joinBytes([uint16Bytes(value), uint16Bytes(0)])
          : uint32Bytes(value)
        : typeof value === 'string'
          ? joinBytes([new Uint8Array(Buffer.from(value)), new Uint8Array(1)])
          : value
    const count = typeof value === 'number' ? 1 : bytes.length
    const inline = bytes.length <= 4
    const field = inline ? joinBytes([bytes, new Uint8Array(4 - bytes.length)]) : uint32Bytes(spillAt)
    if (!inline) {
      spill.push(bytes)
      spillAt += bytes.length
    }
    return joinBytes([uint16Bytes(tag), uint16Bytes(type), uint32Bytes(count), field])
  })
  return joinBytes([uint16Bytes(tags.length), ...entries, uint32Bytes(next), ...spill])
}

export function xmp({
  description = '',
  creators = [`${SECRET} Creator`],
  credit = '',
}: {
  description?: string
  creators?: readonly string[]
  credit?: string
} = {}): Uint8Array {
  const items = creators.map((name) => `<rdf:li>${name}</rdf:li>`).join('')
  return new Uint8Array(
    Buffer.from(
      `<?xpacket begin="" id="W5M0"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>
<rdf:Description rdf:about="" photoshop:Credit="${credit}" photoshop:City="${SECRET}" tiff:Model="${SECRET}">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${description}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq>${items}</rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
    ),
  )
}

/** IPTC-IIM fields of record 2, bare. */
export function iptcFields(fields: readonly (readonly [number, string | Uint8Array])[]): Uint8Array {
  return joinBytes(
    fields.map(([name, value]) => {
      const bytes = typeof value === 'string' ? new Uint8Array(Buffer.from(value)) : value
      return joinBytes([Uint8Array.of(0x1c, 2, name), uint16Bytes(bytes.length), bytes])
    }),
  )
}

/** The same inside a Photoshop resource, as JPEG carries it. */
export function photoshopBlock(iim: Uint8Array): Uint8Array {
  return joinBytes([
    latin1Bytes('Photoshop 3.0\x008BIM\x04\x04\0\0'),
    uint32Bytes(iim.length),
    iim,
    new Uint8Array(iim.length % 2),
  ])
}

export const zipTail = latin1Bytes(`PK\x03\x04${SECRET}.txt PK\x05\x06`)

export function jpegSegment(marker: number, payload: Uint8Array): Uint8Array {
  return joinBytes([Uint8Array.of(0xff, marker), uint16Bytes(payload.length + 2), payload])
}

/** Segments are put in right after the start marker. */
export function jpegWith(segments: readonly Uint8Array[], jpeg = plainJpeg): Uint8Array {
  return joinBytes([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])
}

export const exifSegment = (tiff: Uint8Array): Uint8Array =>
  jpegSegment(0xe1, joinBytes([latin1Bytes('Exif\0\0'), tiff]))
export const xmpSegment = (packet: Uint8Array): Uint8Array =>
  jpegSegment(0xe1, joinBytes([latin1Bytes('http://ns.adobe.com/xap/1.0/\0'), packet]))

export function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const body = joinBytes([latin1Bytes(name), data])
  return joinBytes([uint32Bytes(data.length), body, uint32Bytes(crc32(body))])
}

export function pngHeader(width: number, height: number, colourType = 2): Uint8Array {
  return joinBytes([
    latin1Bytes('\x89PNG\r\n\x1a\n'),
    pngChunk(
      'IHDR',
      joinBytes([uint32Bytes(width), uint32Bytes(height), Uint8Array.of(8, colourType, 0, 0, 0)]),
    ),
  ])
}

/** 4 x 2, true colour; chunks go in before the picture data, or after it. */
export function pngWith(before: readonly Uint8Array[] = [], after: readonly Uint8Array[] = []): Uint8Array {
  const rows = Uint8Array.from({ length: 2 * (1 + 4 * 3) }, (_, at) => (at % 13 === 0 ? 0 : at * 9))
  return joinBytes([
    pngHeader(4, 2),
    ...before,
    pngChunk('IDAT', deflateSync(rows)),
    ...after,
    pngChunk('IEND', new Uint8Array(0)),
  ])
}

export function webpChunk(name: string, data: Uint8Array): Uint8Array {
  return joinBytes([
    latin1Bytes(name),
    uint32Bytes(data.length, 'little'),
    data,
    new Uint8Array(data.length % 2),
  ])
}

export function riff(chunks: readonly Uint8Array[]): Uint8Array {
  const body = joinBytes([latin1Bytes('WEBP'), ...chunks])
  return joinBytes([latin1Bytes('RIFF'), uint32Bytes(body.length, 'little'), body])
}

/** The extended header of a canvas. */
export function vp8x(width: number, height: number, flags: number): Uint8Array {
  const side = (pixels: number): Uint8Array => uint32Bytes(pixels - 1, 'little').subarray(0, 3)
  return webpChunk('VP8X', joinBytes([Uint8Array.of(flags, 0, 0, 0), side(width), side(height)]))
}

/** The picture chunk of a plain WebP. */
export const webpPicture = (webp: Uint8Array): Uint8Array => webp.subarray(12)

const subBlocks = (data: Uint8Array): Uint8Array => {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < data.length; at += 255) {
    const piece = data.subarray(at, at + 255)
    pieces.push(Uint8Array.of(piece.length), piece)
  }
  return joinBytes([...pieces, new Uint8Array(1)])
}

export const gifComment = (text: string): Uint8Array =>
  joinBytes([Uint8Array.of(0x21, 0xfe), subBlocks(latin1Bytes(text))])
export const gifApplication = (name: string, data: Uint8Array): Uint8Array =>
  joinBytes([Uint8Array.of(0x21, 0xff, 11), latin1Bytes(name), subBlocks(data)])
/** XMP the way GIF carries it: raw, then the ramp. */
export const gifXmp = (packet: Uint8Array): Uint8Array =>
  joinBytes([
    Uint8Array.of(0x21, 0xff, 11),
    latin1Bytes('XMP DataXMP'),
    packet,
    Uint8Array.of(1),
    Uint8Array.from({ length: 256 }, (_, index) => 255 - index),
    new Uint8Array(1),
  ])
export const gifControl = Uint8Array.of(0x21, 0xf9, 4, 0, 10, 0, 0, 0)
/** A 2 x 1 frame at this place. */
export const gifFrame = (left = 0): Uint8Array =>
  joinBytes([
    Uint8Array.of(0x2c),
    uint16Bytes(left, 'little'),
    Uint8Array.of(0, 0, 2, 0, 1, 0, 0),
    Uint8Array.of(2, 2, 0x44, 0x0a, 0),
  ])

/** 2 x 1 with a two-colour table. */
export function gifWith(blocks: readonly Uint8Array[]): Uint8Array {
  return joinBytes([
    latin1Bytes('GIF89a'),
    Uint8Array.of(2, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff),
    ...blocks,
    Uint8Array.of(0x3b),
  ])
}

/** A matrix colour profile with words of a screen's owner in it. */
export function iccProfile(): Uint8Array {
  const xyz = (x: number): Uint8Array =>
    joinBytes([latin1Bytes('XYZ \0\0\0\0'), uint32Bytes(x), uint32Bytes(x), uint32Bytes(x)])
  const curve = joinBytes([latin1Bytes('curv\0\0\0\0'), uint32Bytes(1), Uint8Array.of(2, 0x33, 0, 0)])
  const words = joinBytes([latin1Bytes('desc\0\0\0\0'), latin1Bytes(`${SECRET} screen of the owner`)])
  const data = [xyz(1), xyz(2), xyz(3), curve, words]
  const names = ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC', 'desc', 'mmod']
  const piece = [0, 1, 2, 3, 3, 3, 4, 4] // curves and words are shared, as real profiles do
  const starts = data.map((_, index) =>
    data.slice(0, index).reduce((at, one) => at + one.length, 132 + names.length * 12),
  )
  const entries = names.map((name, index) =>
    joinBytes([
      latin1Bytes(name),
      uint32Bytes(starts[piece[index] ?? 0] ?? 0),
      uint32Bytes(data[piece[index] ?? 0]?.length ?? 0),
    ]),
  )
  const header = new Uint8Array(128)
  header.set(latin1Bytes('\x04\0\0\0mntrRGB XYZ '), 8)
  header.set(latin1Bytes('acsp'), 36)
  header.set(latin1Bytes('S3CR'), 48)
  return joinBytes([header, uint32Bytes(names.length), ...entries, ...data])
}
