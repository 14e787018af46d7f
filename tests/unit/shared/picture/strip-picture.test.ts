import fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pictureZlib } from '#core/assets/picture-zlib.ts'
import { joinBytes, latin1Bytes, uint16Bytes, uint32Bytes } from '#shared/picture/bytes.ts'
import { readExif } from '#shared/picture/exif.ts'
import { type StrippedPicture, stripPicture } from '#shared/picture/strip-picture.ts'
import {
  exif,
  exifSegment,
  gifApplication,
  gifComment,
  gifControl,
  gifFrame,
  gifWith,
  gifXmp,
  iccProfile,
  iptcFields,
  jpegSegment,
  jpegWith,
  lossyWebp,
  photoshopBlock,
  plainJpeg,
  plainWebp,
  pngChunk,
  pngHeader,
  pngWith,
  progressiveJpeg,
  riff,
  SECRET,
  vp8x,
  webpChunk,
  webpPicture,
  xmp,
  xmpSegment,
  zipTail,
} from '#tests/support/picture-builders.ts'
import { runs } from '#tests/support/runs.ts'

const strip = (bytes: Uint8Array): StrippedPicture => {
  const result = stripPicture(bytes, pictureZlib)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const holds = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text, 0, 'latin1')
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const jfif = (thumbnail: string): Uint8Array =>
  jpegSegment(0xe0, joinBytes([latin1Bytes('JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01'), latin1Bytes(thumbnail)]))
/** The fixture without its own JFIF, so that a test can bring another. */
const bareJpeg = joinBytes([plainJpeg.subarray(0, 2), plainJpeg.subarray(20)])
const iccSegment = jpegSegment(0xe2, joinBytes([latin1Bytes('ICC_PROFILE\0\x01\x01'), iccProfile()]))
const iptc = iptcFields([
  [80, `${SECRET} byline`],
  [90, `${SECRET} city`],
])

const loadedJpeg = joinBytes([
  jpegWith(
    [
      jfif(`${SECRET} jfif`),
      exifSegment(exif({ orientation: 6 })),
      xmpSegment(xmp()),
      jpegSegment(0xe1, latin1Bytes(`http://ns.adobe.com/xmp/extension/\0${'0'.repeat(40)}${SECRET}`)),
      jpegSegment(0xed, photoshopBlock(iptc)),
      jpegSegment(0xe2, latin1Bytes(`MPF\0${SECRET}`)),
      iccSegment,
      jpegSegment(0xfe, latin1Bytes(`${SECRET} comment`)),
      jpegSegment(0xee, latin1Bytes(`Adobe\0\x64\0\0\0\0\x01${SECRET}`)),
    ],
    bareJpeg,
  ),
  zipTail,
])
const loadedPng = joinBytes([
  pngWith(
    [
      pngChunk('iCCP', joinBytes([latin1Bytes(`${SECRET} name\0\0`), deflateSync(iccProfile())])),
      pngChunk('gAMA', uint32Bytes(45_455)),
      pngChunk('eXIf', exif({ orientation: 8 })),
      pngChunk('tEXt', latin1Bytes(`Comment\0${SECRET}`)),
      pngChunk('iTXt', joinBytes([latin1Bytes('XML:com.adobe.xmp\0\0\0\0\0'), xmp()])),
      pngChunk('prVt', latin1Bytes(SECRET)),
    ],
    [pngChunk('zTXt', joinBytes([latin1Bytes('Author\0\0'), deflateSync(latin1Bytes(SECRET))]))],
  ),
  zipTail,
])
const loadedWebp = joinBytes([
  riff([
    vp8x(8, 4, 0x3c),
    webpChunk('ICCP', iccProfile()),
    webpPicture(plainWebp),
    webpChunk('EXIF', exif({ orientation: 6 })),
    webpChunk('XMP ', xmp()),
    webpChunk('prvt', latin1Bytes(SECRET)),
  ]),
  zipTail,
])
const animatedFrame = (left: number, extra: readonly Uint8Array[] = []): Uint8Array =>
  webpChunk(
    'ANMF',
    joinBytes([
      Uint8Array.of(left, 0, 0, 0, 0, 0, 7, 0, 0, 3, 0, 0, 100, 0, 0, 0),
      webpPicture(plainWebp),
      ...extra,
    ]),
  )
const animatedWebp = riff([
  vp8x(8, 4, 0x1e),
  webpChunk('ANIM', new Uint8Array(6)),
  animatedFrame(0, [webpChunk('prvt', latin1Bytes(SECRET))]),
  animatedFrame(0),
  webpChunk('XMP ', xmp()),
])
const loop = gifApplication('NETSCAPE2.0', Uint8Array.of(1, 0, 0))
const loadedGif = joinBytes([
  gifWith([
    loop,
    gifComment(`${SECRET} comment`),
    gifXmp(xmp()),
    gifApplication('MADEBYME1.0', latin1Bytes(SECRET)),
    gifControl,
    gifFrame(),
    gifControl,
    gifFrame(),
  ]),
  zipTail,
])

const loaded = [
  ['JPEG', loadedJpeg],
  ['PNG', loadedPng],
  ['WebP', loadedWebp],
  ['animated WebP', animatedWebp],
  ['GIF', loadedGif],
] as const
const plain = [
  ['JPEG', plainJpeg],
  ['progressive JPEG', progressiveJpeg],
  ['PNG', pngWith()],
  ['lossless WebP', plainWebp],
  ['lossy WebP', lossyWebp],
  ['GIF', gifWith([loop, gifControl, gifFrame()])],
] as const

describe('stripPicture', () => {
  it.each(loaded)('S6: leaves none of the planted words in a %s', (_, bytes) => {
    expect(holds(bytes, SECRET)).toBe(true)
    expect(holds(strip(bytes).bytes, SECRET)).toBe(false)
  })

  it.each(loaded)('S6: stripping a %s twice changes nothing and finds nothing more', (_, bytes) => {
    const once = strip(bytes)
    const twice = strip(once.bytes)
    expect(hex(twice.bytes)).toBe(hex(once.bytes))
    expect(twice.removed).toEqual([])
    expect([twice.width, twice.height]).toEqual([once.width, once.height])
  })

  it.each(plain)('gives back a clean %s byte for byte', (_, bytes) => {
    expect(hex(strip(bytes).bytes)).toBe(hex(bytes))
    expect(strip(bytes).removed).toEqual([])
  })

  it('says in words what it took', () => {
    expect(strip(loadedJpeg).removed).toEqual([
      'location',
      'camera',
      'owner',
      'comment',
      'thumbnail',
      'trailing data',
      'other data',
    ])
    expect(strip(loadedGif).removed).toContain('comment')
    expect(strip(jpegWith([jpegSegment(0xfe, latin1Bytes('x'))])).removed).toEqual(['comment'])
  })

  it('keeps a rotation in JPEG and PNG, where every browser honours it, and reports the size as shown', () => {
    const jpeg = strip(loadedJpeg)
    expect([jpeg.width, jpeg.height]).toEqual([8, 16])
    const at = Buffer.from(jpeg.bytes).indexOf('Exif')
    expect(readExif(jpeg.bytes.subarray(at))?.orientation).toBe(6)
    const png = strip(loadedPng)
    expect([png.width, png.height]).toEqual([2, 4])
  })

  it('drops a rotation in WebP, which browsers ignore there', () => {
    const { bytes, width, height } = strip(loadedWebp)
    expect([width, height]).toEqual([8, 4])
    expect(holds(bytes, 'EXIF')).toBe(false)
  })

  it('puts the flags of an extended WebP right', () => {
    const flags = strip(loadedWebp).bytes[20]
    expect(flags).toBe(0x30) // profile and transparency; EXIF and XMP are gone
    expect(strip(animatedWebp).bytes[20]).toBe(0x12)
  })

  it('copies the coded picture unchanged', () => {
    const scan = hex(plainJpeg.subarray(plainJpeg.indexOf(0xda, 100)))
    expect(hex(strip(loadedJpeg).bytes)).toContain(scan)
    expect(hex(strip(loadedWebp).bytes)).toContain(hex(webpPicture(plainWebp)))
  })

  it('keeps restart markers, stuffed zeros and fill bytes apart from the end of a scan', () => {
    const end = plainJpeg.length - 2
    const withRestart = joinBytes([
      plainJpeg.subarray(0, end),
      Uint8Array.of(0xff, 0xd0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xff),
      plainJpeg.subarray(end),
    ])
    const expected = hex(plainJpeg.subarray(0, end)) + 'ffd012ff0034ffd9'
    expect(hex(strip(withRestart).bytes)).toBe(expected)
  })

  it('keeps the colours of a profile and none of its words, wherever it is carried', () => {
    for (const bytes of [loadedJpeg, loadedPng, loadedWebp]) {
      const stripped = strip(bytes).bytes
      expect(holds(stripped, 'S3CR')).toBe(false)
      expect(['ICC_PROFILE', 'iCCP', 'ICCP'].some((mark) => holds(stripped, mark))).toBe(true)
    }
  })

  it('keeps timing and loop count of an animation', () => {
    const { bytes } = strip(loadedGif)
    expect(hex(bytes)).toBe(hex(gifWith([loop, gifControl, gifFrame(), gifControl, gifFrame()])))
  })

  it('keeps the frames of an animated PNG', () => {
    const control = joinBytes([
      ...[0, 4, 2, 0, 0].map((value) => uint32Bytes(value)),
      uint16Bytes(1),
      uint16Bytes(10),
      new Uint8Array(2),
    ])
    const png = pngWith([pngChunk('acTL', new Uint8Array(8)), pngChunk('fcTL', control)])
    expect(hex(strip(png).bytes)).toBe(hex(png))
  })

  it.each([
    ['JPEG cut in its scan', plainJpeg.subarray(0, plainJpeg.length - 5)],
    ['JPEG without picture data', joinBytes([plainJpeg.subarray(0, 20), Uint8Array.of(0xff, 0xd9)])],
    ['JPEG with a table longer than its contents', jpegWith([jpegSegment(0xdb, latin1Bytes(SECRET))])],
    ['PNG cut before its end', pngWith().subarray(0, pngWith().length - 6)],
    ['PNG with a bad checksum', pngWith().map((byte, at) => (at === 45 ? byte ^ 1 : byte))],
    ['PNG without picture data', joinBytes([pngHeader(4, 2), pngChunk('IEND', new Uint8Array(0))])],
    ['PNG with a part decoders must refuse', pngWith([pngChunk('SECR', new Uint8Array(3))])],
    ['WebP cut in its picture', lossyWebp.subarray(0, lossyWebp.length - 9)],
    ['WebP whose canvas lies about its picture', riff([vp8x(1, 1, 0), webpPicture(plainWebp)])],
    ['GIF cut in a frame', gifWith([gifFrame()]).subarray(0, 30)],
    ['GIF without a frame', gifWith([gifComment('x')])],
  ])('calls a damaged picture damaged: %s', (_, bytes) => {
    expect(stripPicture(bytes, pictureZlib)).toMatchObject({ ok: false, error: { type: 'PictureDamaged' } })
  })

  it('S10: refuses a GIF whose frame is wider than any picture may be', () => {
    const wide = gifWith([gifFrame(65_000)])
    expect(stripPicture(wide, pictureZlib)).toMatchObject({ ok: false, error: { type: 'PictureTooLarge' } })
  })

  it('S10: refuses more frames and more scans than a decoder should be asked for', () => {
    const frames = Array.from({ length: 2_001 }, () => gifFrame())
    const scans = Array.from({ length: 101 }, () => jpegSegment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)))
    const end = plainJpeg.length - 2
    const manyScans = joinBytes([plainJpeg.subarray(0, end), ...scans, plainJpeg.subarray(end)])
    for (const bytes of [gifWith(frames), manyScans]) {
      expect(stripPicture(bytes, pictureZlib)).toMatchObject({
        ok: false,
        error: { type: 'PictureTooLarge' },
      })
    }
  })

  it('leaves out a compressed profile that inflates beyond its bound', () => {
    const bomb = deflateSync(new Uint8Array(64 * 1024 * 1024))
    const png = pngWith([pngChunk('iCCP', joinBytes([latin1Bytes('x\0\0'), bomb]))])
    expect(hex(strip(png).bytes)).toBe(hex(pngWith()))
  })

  it('never throws, never grows and is stable on mutated pictures of every format', () => {
    const seeds = [...loaded, ...plain].map(([, bytes]) => bytes)
    const mutation = fc.record({
      seed: fc.constantFrom(...seeds),
      edits: fc.array(
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })),
        {
          maxLength: 6,
        },
      ),
      cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      tail: fc.uint8Array({ maxLength: 20 }),
    })
    fc.assert(
      fc.property(mutation, ({ seed, edits, cut, tail }) => {
        const bytes = joinBytes([cut === null ? seed : seed.subarray(0, seed.length * cut), tail])
        for (const [place, value] of edits) bytes[Math.floor(place * bytes.length)] = value
        const once = stripPicture(bytes, pictureZlib)
        if (!once.ok) return
        // WebP demands a padding byte that sloppy writers leave out: one byte may be added.
        expect(once.value.bytes.length).toBeLessThanOrEqual(bytes.length + 1)
        const twice = strip(once.value.bytes)
        expect(hex(twice.bytes)).toBe(hex(once.value.bytes))
      }),
      { numRuns: runs(3_000) },
    )
  })
})
