import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StoredAsset } from '#core/storage/library-store.ts'
import { assetIdSchema } from '#shared/article/ids.ts'
import { defaultProfile, newProfileId } from '#shared/article/output-profile.ts'
import { openTestLibrary, valueOf } from '#tests/support/open-test-library.ts'
import { sha256Hex } from './rows.ts'
import { flipBit, tamper } from './tamper.ts'

const bytes = Buffer.from('not really a picture')
const assetId = assetIdSchema.parse(sha256Hex(bytes))
const asset: StoredAsset = { assetId, mime: 'image/png', width: 4, height: 3, byteLength: bytes.length }
const fileOf = (library: string) => join(library, 'assets', assetId.slice(0, 2), assetId)

describe('pictures', () => {
  it('are files named after their own content, stored once, readable by their owner only', () => {
    using library = openTestLibrary()
    valueOf(library.store.assets.put(asset, bytes))
    valueOf(library.store.assets.put(asset, bytes))
    expect(valueOf(library.store.assets.find(assetId))).toEqual(asset)
    expect(valueOf(library.reopen().assets.bytes(assetId))).toEqual(bytes)
    expect(statSync(fileOf(library.path)).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(library.path, 'assets', assetId.slice(0, 2)))).toEqual([assetId])
  })

  it('a picture that is not there is not there', () => {
    using library = openTestLibrary()
    for (const answer of [library.store.assets.find(assetId), library.store.assets.bytes(assetId)])
      expect(answer).toEqual({ ok: false, error: { type: 'PictureNotFound', assetId } })
  })

  it('D1: a picture with one flipped bit is not shown, and verify names it', async () => {
    using library = openTestLibrary()
    valueOf(library.store.assets.put(asset, bytes))
    flipBit(fileOf(library.path), 7)
    expect(library.store.assets.bytes(assetId)).toMatchObject({ error: { type: 'PictureDamaged' } })
    const { faults } = valueOf(await library.store.verify())
    expect(faults).toEqual([
      { kind: 'damaged-picture', articleId: null, detail: `picture ${assetId} was changed on the disk` },
    ])
    // Handing the same picture in again mends the file.
    valueOf(library.store.assets.put(asset, bytes))
    expect(valueOf(library.store.assets.bytes(assetId))).toEqual(bytes)
  })

  it('bytes under the wrong name are a bug and leave nothing', () => {
    using library = openTestLibrary()
    expect(() => library.store.assets.put(asset, Buffer.from('something else'))).toThrow()
    expect(existsSync(fileOf(library.path))).toBe(false)
  })
})

describe('output profiles', () => {
  const weekend = { ...defaultProfile('Asia/Seoul'), id: newProfileId(), name: 'Weekend' }

  it('a new library has one, the default, in the zone of the machine', () => {
    using library = openTestLibrary()
    const { defaultId, profiles } = valueOf(library.store.desk.profiles())
    expect(profiles.map((profile) => profile.id)).toEqual([defaultId])
  })

  it('are kept in order, each under its own name', () => {
    using library = openTestLibrary()
    const { desk } = library.store
    const main = valueOf(desk.profile())
    valueOf(desk.saveProfile(weekend))
    valueOf(desk.saveProfile({ ...main, publicationName: 'The Harbour' }))
    expect(valueOf(desk.profiles()).profiles.map((profile) => profile.name)).toEqual(['Main', 'Weekend'])
    expect(desk.saveProfile({ ...weekend, id: newProfileId(), name: ' MAIN ' })).toMatchObject({
      error: { type: 'ProfileRefused' },
    })
    expect(valueOf(desk.findProfile(weekend.id))).toEqual(weekend)
    expect(desk.findProfile(newProfileId())).toMatchObject({ error: { type: 'ProfileNotFound' } })
  })

  it('the default stays until another one is the default', () => {
    using library = openTestLibrary()
    const { desk } = library.store
    const main = valueOf(desk.profile())
    valueOf(desk.saveProfile(weekend))
    expect(desk.removeProfile(main.id)).toMatchObject({ error: { type: 'ProfileRefused' } })
    expect(desk.makeDefaultProfile(newProfileId())).toMatchObject({ error: { type: 'ProfileNotFound' } })
    valueOf(desk.makeDefaultProfile(weekend.id))
    valueOf(desk.removeProfile(main.id))
    expect(valueOf(library.reopen().desk.profiles())).toEqual({ defaultId: weekend.id, profiles: [weekend] })
  })
})

describe('desk data', () => {
  it('sections and profile are kept, after closing too', () => {
    using library = openTestLibrary()
    const profile = { ...defaultProfile('Asia/Seoul'), publicationName: 'The Harbour' }
    valueOf(library.store.desk.saveSections(['News', 'Culture']))
    valueOf(library.store.desk.saveProfile(profile))
    const { desk } = library.reopen()
    expect(valueOf(desk.sections())).toEqual(['News', 'Culture'])
    expect(valueOf(desk.profile())).toEqual(profile)
  })

  it.each([
    ['not JSON', "'{'"],
    ['of another form', '\'{"version":1}\''],
    ['an empty list', '\'{"defaultId":"main","profiles":[]}\''],
  ])('a profile that is %s is damage, never a default', (_name, value) => {
    using library = openTestLibrary()
    library.store.close()
    tamper(library.path, `UPDATE meta SET value = ${value} WHERE key = 'profiles'`)
    expect(library.reopen().desk.profile()).toMatchObject({ ok: false, error: { type: 'LibraryCorrupt' } })
  })
})
