import fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pictureZlib } from '#core/assets/picture-zlib.ts'
import { MAX_LINE_CHARS, MAX_NOTE_CHARS } from '#shared/article/limits.ts'
import { joinBytes, latin1Bytes } from '#shared/picture/bytes.ts'
import type { EmbeddedData } from '#shared/picture/picture-parts.ts'
import { readPictureCredit } from '#shared/picture/read-picture-credit.ts'
import { stripPicture } from '#shared/picture/strip-picture.ts'
import {
  exif,
  gifFrame,
  gifWith,
  gifXmp,
  iptcFields,
  photoshopBlock,
  pngChunk,
  pngWith,
  xmp,
} from '#tests/support/picture-builders.ts'
import { runs } from '#tests/support/runs.ts'

const text = (words: string): Uint8Array => new Uint8Array(Buffer.from(words))
const iptc = (...fields: Parameters<typeof iptcFields>[0]): EmbeddedData => ({
  kind: 'iptc',
  bytes: photoshopBlock(iptcFields(fields)),
})
const packet = (words: string): EmbeddedData => ({ kind: 'xmp', bytes: text(words) })
const creditOf = (bytes: Uint8Array) => {
  const stripped = stripPicture(bytes, pictureZlib)
  return stripped.ok ? stripped.value.credit : stripped.error
}

describe('readPictureCredit', () => {
  it('reads caption, byline and agency from IPTC', () => {
    const block = iptc([120, 'The bridge at dawn.'], [80, 'Jane Doe'], [110, 'Desk Pictures'])
    expect(readPictureCredit([block])).toEqual({
      caption: 'The bridge at dawn.',
      credit: 'Jane Doe/Desk Pictures',
    })
  })

  it('prefers IPTC to XMP to EXIF, field by field', () => {
    const embedded: EmbeddedData[] = [
      { kind: 'exif', bytes: exif({ description: 'from exif', artist: 'Exif Artist' }) },
      { kind: 'xmp', bytes: xmp({ description: 'from xmp', creators: ['Xmp Creator'] }) },
      iptc([80, 'Iptc Byline']),
    ]
    expect(readPictureCredit(embedded)).toEqual({ caption: 'from xmp', credit: 'Iptc Byline' })
    expect(readPictureCredit(embedded.slice(0, 1))).toEqual({ caption: 'from exif', credit: 'Exif Artist' })
  })

  it('joins several people, and does not say an agency twice', () => {
    expect(readPictureCredit([iptc([80, 'A'], [80, 'B'], [110, 'A, B/Agency'])]).credit).toBe('A, B/Agency')
    expect(
      readPictureCredit([{ kind: 'xmp', bytes: xmp({ creators: ['A', 'B'], credit: 'C' }) }]).credit,
    ).toBe('A, B/C')
  })

  it('falls back to the copyright line', () => {
    expect(readPictureCredit([iptc([116, '(c) 2026 The Paper'])]).credit).toBe('(c) 2026 The Paper')
  })

  it('reads Windows-1252 where the bytes are not UTF-8', () => {
    expect(readPictureCredit([iptc([80, latin1Bytes('Zo\xeb M\xfcller')])]).credit).toBe('Zoë Müller')
    expect(readPictureCredit([iptc([80, 'Zoë Müller'])]).credit).toBe('Zoë Müller')
  })

  it('reads an IPTC block that is split over two segments', () => {
    const whole = photoshopBlock(iptcFields([[120, 'A caption long enough to cut']]))
    const mark = whole.subarray(0, 14)
    const halves = [whole.subarray(0, 40), joinBytes([mark, whole.subarray(40)])]
    const embedded = halves.map((bytes): EmbeddedData => ({ kind: 'iptc', bytes }))
    expect(readPictureCredit(embedded).caption).toBe('A caption long enough to cut')
  })

  it('reads what PNG and GIF carry in their own wrappings', () => {
    const raw = photoshopBlock(iptcFields([[120, 'wrapped by ImageMagick']])).subarray(14)
    const written = `\niptc\n${String(raw.length).padStart(8)}\n${Buffer.from(raw).toString('hex')}\n`
    const png = pngWith([
      pngChunk('zTXt', joinBytes([latin1Bytes('Raw profile type iptc\0\0'), deflateSync(text(written))])),
    ])
    expect(creditOf(png)).toMatchObject({ caption: 'wrapped by ImageMagick' })
    const gif = gifWith([gifXmp(xmp({ description: 'in a GIF' })), gifFrame()])
    expect(creditOf(gif)).toMatchObject({ caption: 'in a GIF' })
  })

  it('does not take what a camera writes by itself for a caption', () => {
    const description = 'OLYMPUS DIGITAL CAMERA         '
    expect(readPictureCredit([{ kind: 'exif', bytes: exif({ description }) }]).caption).toBe('')
  })

  it('decodes the five entities and character numbers of XMP, and nothing else', () => {
    const description = 'A &amp; B &#8211; &#x263A; &unknown; &#9999999;'
    expect(readPictureCredit([{ kind: 'xmp', bytes: xmp({ description }) }]).caption).toBe(
      'A & B – ☺ &unknown;',
    )
  })

  it('does not read XMP that defines entities or nests without end', () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>${Buffer.from(xmp({ description: '&b;' })).toString()}`
    expect(readPictureCredit([packet(laughs)])).toEqual({ caption: '', credit: '' })
    expect(readPictureCredit([packet('<a>'.repeat(100_000))])).toEqual({ caption: '', credit: '' })
    expect(readPictureCredit([packet(`<x:xmpmeta ${'a="'.repeat(100_000)}`)])).toEqual({
      caption: '',
      credit: '',
    })
  })

  it('does not take the creator of an ingredient for the creator of the picture', () => {
    const nested = `<rdf:RDF><rdf:Description><xmpMM:Ingredients><rdf:Description><dc:creator>No</dc:creator></rdf:Description></xmpMM:Ingredients></rdf:Description></rdf:RDF>`
    expect(readPictureCredit([packet(nested)]).credit).toBe('')
  })

  it('cleans control and direction-override characters and bounds the length', () => {
    const block = iptc(
      [120, `a\u0007b\r\nc\u202ed${'x'.repeat(MAX_NOTE_CHARS)}`],
      [80, '😀'.repeat(MAX_LINE_CHARS)],
    )
    const { caption, credit } = readPictureCredit([block])
    expect(caption).toMatch(/^a b cdx+…$/)
    expect(caption.length).toBeLessThanOrEqual(MAX_NOTE_CHARS)
    expect(credit).toMatch(/^(😀)+…$/u)
  })

  it('never throws, whatever the blocks hold', () => {
    const block = fc.record({
      kind: fc.constantFrom('exif' as const, 'xmp' as const, 'iptc' as const),
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.uint8Array({ maxLength: 60 }).map((noise) => joinBytes([latin1Bytes('MM\0*\0\0\0\x08'), noise])),
        fc.uint8Array({ maxLength: 60 }).map((noise) => joinBytes([latin1Bytes('8BIM\x04\x04\0\0'), noise])),
        fc
          .string({ unit: fc.constantFrom('<', '>', '/', 'a', ' ', '"', '=', '&', ';', '!', '?', '-') })
          .map(text),
      ),
    })
    fc.assert(
      fc.property(fc.array(block, { maxLength: 3 }), (embedded) => {
        const { caption, credit } = readPictureCredit(embedded)
        expect(caption.length + credit.length).toBeLessThan(MAX_LINE_CHARS + MAX_NOTE_CHARS)
      }),
      { numRuns: runs(2_000) },
    )
  })
})
