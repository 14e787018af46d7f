import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Dialogs } from '#core/ports.ts'
import { type AssetsDeps, createAssetsHandlers } from '#core/router/assets-handlers.ts'
import { MAX_PICTURE_BYTES } from '#shared/article/limits.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { gifFrame, gifWith, plainJpeg, plainWebp, pngWith } from '#tests/support/picture-builders.ts'

const caller = { windowId: 1 }
let folder = ''
let stored: string[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stet-pictures-'))
  stored = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, bytes: Uint8Array): string => {
  writeFileSync(path.join(folder, name), bytes)
  return path.join(folder, name)
}

function handlers(chosen: readonly string[] | null, asked: Parameters<Dialogs['openFiles']>[0][] = []) {
  const assets: AssetsDeps['store']['assets'] = {
    put(asset) {
      stored.push(asset.mime)
      return ok(null)
    },
    find: (assetId) => err({ type: 'PictureNotFound', assetId }),
    bytes: (assetId) => err({ type: 'PictureNotFound', assetId }),
  }
  const openFiles: Dialogs['openFiles'] = (options) => {
    asked.push(options)
    return Promise.resolve(chosen)
  }
  return createAssetsHandlers({ store: { assets }, dialogs: { openFiles } })
}

describe('assets.add', () => {
  it('takes bytes handed in by paste or drop', async () => {
    const added = await handlers(null).add({ bytes: plainWebp, fileName: '' }, caller)
    expect(added).toMatchObject({ ok: true, value: { mime: 'image/webp', width: 8, height: 4 } })
  })
})

describe('assets.pick', () => {
  it('answers all pictures in the order they were chosen', async () => {
    const asked: Parameters<Dialogs['openFiles']>[0][] = []
    const chosen = [file('c.gif', gifWith([gifFrame()])), file('a.jpg', plainJpeg), file('b.png', pngWith())]
    const picked = await handlers(chosen, asked).pick({}, caller)
    expect(picked.ok && picked.value.map(({ mime }) => mime)).toEqual([
      'image/gif',
      'image/jpeg',
      'image/png',
    ])
    expect(asked).toMatchObject([{ multiple: true, extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif'] }])
  })

  it('says so when nothing was chosen', async () => {
    expect(await handlers(null).pick({}, caller)).toEqual({ ok: false, error: { type: 'Cancelled' } })
  })

  it('S10: weighs a file before it reads it', async () => {
    const huge = file('huge.jpg', plainJpeg)
    truncateSync(huge, MAX_PICTURE_BYTES * 1_000) // sparse: reading it would take 50 GB of memory
    expect(await handlers([huge]).pick({}, caller)).toMatchObject({
      ok: false,
      error: { type: 'PictureTooLarge', detail: expect.stringMatching(/^huge\.jpg: The file has 50000 MB/) },
    })
  })

  it('names the file it could not read, without its folder', async () => {
    const gone = await handlers([path.join(folder, 'gone.jpg')]).pick({}, caller)
    expect(gone).toEqual({
      ok: false,
      error: { type: 'ImportUnreadable', fileName: 'gone.jpg', detail: 'It is no longer there.' },
    })
  })

  it('does not wait for ever at a pipe', async () => {
    const pipe = path.join(folder, 'pipe.jpg')
    execFileSync('mkfifo', [pipe])
    expect(await handlers([pipe, folder]).pick({}, caller)).toMatchObject({
      ok: false,
      error: { type: 'ImportUnreadable', fileName: 'pipe.jpg' },
    })
  })

  it('stops at the first picture that is refused and says which', async () => {
    const chosen = [
      file('ok.jpg', plainJpeg),
      file('bad.png', pngWith().subarray(0, 50)),
      file('x.jpg', plainJpeg),
    ]
    expect(await handlers(chosen).pick({}, caller)).toMatchObject({
      ok: false,
      error: { type: 'PictureDamaged', detail: expect.stringMatching(/^bad\.png: /) },
    })
    expect(stored).toEqual(['image/jpeg'])
  })
})
