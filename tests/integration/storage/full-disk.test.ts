import { createHash } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLibrary } from '#core/storage/open-library.ts'
import { assetIdSchema, newArticleId } from '#shared/article/ids.ts'
import { openTestLibrary, stillClock, valueOf } from '#tests/support/open-test-library.ts'
import { canMount, mountSmallDisk, SKIP_MOUNT } from './mount.ts'
import { updateRow } from './rows.ts'

const DISK_MEGABYTES = 8

/** Takes all the space there is, and gives it back. */
function fill(disk: string): () => void {
  const ballast = join(disk, 'ballast')
  const piece = Buffer.alloc(4_096)
  try {
    for (;;) writeFileSync(ballast, piece, { flag: 'a' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
  return () => rmSync(ballast)
}

describe.skipIf(!canMount)(`R7: a full disk${SKIP_MOUNT}`, () => {
  it('refuses the update, acknowledges nothing, and goes on by itself once there is space', async () => {
    using disk = mountSmallDisk(DISK_MEGABYTES)
    using library = openTestLibrary({ within: disk.path })
    const articleId = newArticleId()
    valueOf(library.store.articles.create(updateRow(articleId, 'a')))
    const makeRoom = fill(disk.path)
    const large = updateRow(articleId, 'x'.repeat(1_000_000))
    expect(library.store.updates.append(large)).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
    expect(library.store.updates.append(large)).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
    expect(valueOf(library.store.updates.read(articleId)).seq).toBe(1)
    makeRoom()
    expect(valueOf(library.store.updates.append(large))).toMatchObject({ seq: 2, isNew: true })
    expect(valueOf(library.reopen().updates.read(articleId)).seq).toBe(2)
    expect(valueOf(await library.store.verify()).faults).toEqual([])
  })

  it('closes and opens again on a full disk without losing what was acknowledged', () => {
    using disk = mountSmallDisk(DISK_MEGABYTES)
    using library = openTestLibrary({ within: disk.path })
    const articleId = newArticleId()
    valueOf(library.store.articles.create(updateRow(articleId, 'a')))
    for (let n = 0; n < 20; n += 1)
      valueOf(library.store.updates.append(updateRow(articleId, `${n}`.repeat(30_000))))
    const makeRoom = fill(disk.path)
    library.store.close()
    makeRoom()
    expect(valueOf(library.reopen().updates.read(articleId)).seq).toBe(21)
  })

  it('a picture that does not fit leaves no file under its name', () => {
    using disk = mountSmallDisk(DISK_MEGABYTES)
    using library = openTestLibrary({ within: disk.path })
    const makeRoom = fill(disk.path)
    const bytes = Buffer.alloc(500_000, 7)
    const assetId = assetIdSchema.parse(createHash('sha256').update(bytes).digest('hex'))
    const asset = { assetId, mime: 'image/png', width: 1, height: 1, byteLength: bytes.length } as const
    expect(library.store.assets.put(asset, bytes)).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
    expect(
      readdirSync(join(library.path, 'assets'), { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      ),
    ).toEqual([])
    makeRoom()
    valueOf(library.store.assets.put(asset, bytes))
    expect(bytes.equals(valueOf(library.store.assets.bytes(assetId)))).toBe(true)
  })

  it('a library that does not fit is not begun', () => {
    using disk = mountSmallDisk(1)
    fill(disk.path)
    expect(createLibrary(join(disk.path, 'New.stet'), { clock: stillClock })).toMatchObject({
      ok: false,
      error: { type: 'DiskFull' },
    })
    expect(readdirSync(disk.path)).toEqual(['ballast'])
  })
})
