import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addPicture } from '#core/assets/add-picture.ts'
import type { LibraryStore, StoredAsset } from '#core/storage/library-store.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { latin1Bytes } from '#shared/picture/bytes.ts'
import { exif, exifSegment, jpegWith, plainJpeg, pngHeader, SECRET } from '#tests/support/picture-builders.ts'

type Assets = Pick<LibraryStore['assets'], 'put'>

function fakeAssets(): Assets & { readonly stored: { asset: StoredAsset; bytes: Uint8Array }[] } {
  const stored: { asset: StoredAsset; bytes: Uint8Array }[] = []
  return {
    stored,
    put(asset, bytes) {
      stored.push({ asset, bytes })
      return ok(null)
    },
  }
}

const loaded = jpegWith([exifSegment(exif({ orientation: 6, description: 'The bridge', artist: 'Jane' }))])

describe('addPicture', () => {
  it('S6: stores only the stripped bytes, under their own hash, with the size as shown', () => {
    const assets = fakeAssets()
    const added = addPicture(assets, { bytes: loaded, fileName: 'bridge.jpg' })
    const [first] = assets.stored
    expect(first && Buffer.from(first.bytes).includes(SECRET)).toBe(false)
    const hash = createHash('sha256')
      .update(first?.bytes ?? '')
      .digest('hex')
    expect(first?.asset).toEqual({
      assetId: hash,
      mime: 'image/jpeg',
      width: 8,
      height: 16,
      byteLength: first?.bytes.length,
    })
    expect(added).toEqual({
      ok: true,
      value: {
        assetId: hash,
        mime: 'image/jpeg',
        width: 8,
        height: 16,
        caption: 'The bridge',
        credit: 'Jane',
        stripped: ['location', 'camera', 'owner', 'comment', 'thumbnail'],
      },
    })
  })

  it('gives the same picture the same id, whatever travelled with it', () => {
    const assets = fakeAssets()
    addPicture(assets, { bytes: plainJpeg, fileName: '' })
    addPicture(assets, { bytes: jpegWith([exifSegment(exif())]), fileName: '' })
    expect(assets.stored[0]?.asset.assetId).toBe(assets.stored[1]?.asset.assetId)
  })

  it('S10: stores nothing when the picture is refused, and says which file it is about', () => {
    const assets = fakeAssets()
    const bomb = addPicture(assets, { bytes: pngHeader(40_000, 40_000), fileName: 'bomb.png' })
    expect(bomb).toMatchObject({
      ok: false,
      error: {
        type: 'PictureTooLarge',
        detail: expect.stringMatching(/^bomb\.png: The picture is 40000 x 40000/),
      },
    })
    const foreign = addPicture(assets, { bytes: latin1Bytes('BM'), fileName: '' })
    expect(foreign).toMatchObject({
      ok: false,
      error: { detail: expect.stringMatching(/^This is a BMP file/) },
    })
    expect(assets.stored).toEqual([])
  })

  it('passes on why the library could not take it', () => {
    const full: Assets = { put: () => err({ type: 'DiskFull', detail: 'no space' }) }
    expect(addPicture(full, { bytes: plainJpeg, fileName: '' })).toEqual({
      ok: false,
      error: { type: 'DiskFull', detail: 'no space' },
    })
  })
})
