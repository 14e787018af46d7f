import { describe, expect, it } from 'vitest'
import { MAX_PICTURE_BYTES } from '#shared/article/limits.ts'
import { joinBytes, latin1Bytes, uint16Bytes } from '#shared/picture/bytes.ts'
import { readPictureHeader } from '#shared/picture/picture-header.ts'
import {
  gifFrame,
  gifWith,
  jpegSegment,
  lossyWebp,
  plainJpeg,
  plainWebp,
  pngHeader,
  pngWith,
  progressiveJpeg,
  riff,
  vp8x,
  webpPicture,
} from '#tests/support/picture-builders.ts'

const jpegFrame = (width: number, height: number, marker = 0xc0): Uint8Array =>
  joinBytes([
    Uint8Array.of(0xff, 0xd8),
    jpegSegment(
      marker,
      joinBytes([Uint8Array.of(8), uint16Bytes(height), uint16Bytes(width), Uint8Array.of(1, 1, 0x11, 0)]),
    ),
  ])

describe('readPictureHeader', () => {
  it.each([
    ['JPEG', plainJpeg, 'image/jpeg', 16, 8],
    ['progressive JPEG', progressiveJpeg, 'image/jpeg', 32, 24],
    ['PNG', pngWith(), 'image/png', 4, 2],
    ['lossless WebP', plainWebp, 'image/webp', 8, 4],
    ['lossy WebP', lossyWebp, 'image/webp', 8, 4],
    ['extended WebP', riff([vp8x(8, 4, 0), webpPicture(plainWebp)]), 'image/webp', 8, 4],
    ['GIF', gifWith([gifFrame()]), 'image/gif', 2, 1],
  ] as const)('reads format and size of a %s from its bytes', (_, bytes, mime, width, height) => {
    expect(readPictureHeader(bytes)).toEqual({ ok: true, value: { mime, width, height } })
  })

  it.each([
    ['PNG, 40,000 x 40,000', pngHeader(40_000, 40_000)],
    ['PNG, 4 billion wide', pngHeader(0xffffffff, 1)],
    ['PNG, 65 megapixels with allowed sides', pngHeader(16_000, 4_063)],
    ['JPEG, 65,535 x 65,535', jpegFrame(65_535, 65_535)],
    ['WebP, 16 million wide', riff([vp8x(16_777_216, 1, 0)])],
    ['GIF, 65,535 x 65,535', joinBytes([latin1Bytes('GIF89a'), new Uint8Array(7).fill(0xff)])],
  ])('S10: refuses a picture bomb by its header alone: %s', (_, bytes) => {
    expect(readPictureHeader(bytes)).toMatchObject({ ok: false, error: { type: 'PictureTooLarge' } })
  })

  it('S10: refuses a file over the byte ceiling whatever is in it', () => {
    expect(readPictureHeader(new Uint8Array(MAX_PICTURE_BYTES + 1))).toMatchObject({
      ok: false,
      error: { type: 'PictureTooLarge', detail: expect.stringContaining('50 MB') },
    })
  })

  it.each([
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['AVIF', '\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf'],
    ['TIFF', 'II*\0\x08\0\0\0'],
    ['TIFF', 'MM\0*\0\0\0\x08'],
    ['SVG', '<?xml version="1.0"?><!-- made by --><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['BMP', 'BM\0\0\0\0'],
    ['JPEG XL', '\xff\x0a\0\0'],
    ['PDF', '%PDF-1.7'],
  ])('names a %s file in the refusal and says what to do', (name, text) => {
    expect(readPictureHeader(latin1Bytes(text))).toMatchObject({
      ok: false,
      error: {
        type: 'PictureUnsupported',
        detail: expect.stringMatching(new RegExp(`${name}.*Save it as JPEG`)),
      },
    })
  })

  it('refuses what is no picture at all', () => {
    expect(readPictureHeader(latin1Bytes('hello'))).toMatchObject({
      ok: false,
      error: { type: 'PictureUnsupported' },
    })
  })

  it.each([
    ['lossless', 0xc3],
    ['arithmetic', 0xc9],
  ])('refuses %s JPEG, which browsers cannot show', (_, marker) => {
    expect(readPictureHeader(jpegFrame(4, 4, marker))).toMatchObject({
      ok: false,
      error: { type: 'PictureUnsupported' },
    })
  })

  it.each([
    ['JPEG cut before its frame', plainJpeg.subarray(0, 30)],
    ['JPEG of no height', jpegFrame(4, 0)],
    ['PNG cut in its header', pngHeader(4, 2).subarray(0, 20)],
    ['PNG of no width', pngHeader(0, 2)],
    ['PNG of an impossible colour type', pngHeader(4, 2, 5)],
    ['WebP cut in its header', plainWebp.subarray(0, 18)],
    ['GIF of no size', joinBytes([latin1Bytes('GIF89a'), new Uint8Array(7)])],
  ])('calls a damaged header damaged: %s', (_, bytes) => {
    expect(readPictureHeader(bytes)).toMatchObject({ ok: false, error: { type: 'PictureDamaged' } })
  })
})
