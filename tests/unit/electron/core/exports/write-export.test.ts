import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stageExport, writeExport } from '#core/exports/write-export.ts'
import type { ExportFile } from '#shared/article/export-input.ts'

let folder = ''
const at = (name: string): string => path.join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stet-export-'))
})
afterEach(() => {
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true, force: true })
})

const page = (text: string): ExportFile => ({ name: 'any.html', mime: 'text/html', bytes: Buffer.from(text) })
const picture = (name: string, text = 'png'): ExportFile => ({
  name: `x-pictures/${name}`,
  mime: 'image/png',
  bytes: Buffer.from(text),
})
const FILES = [page('new'), picture('aa.png'), picture('bb.png')]

describe('EX4: an export appears under its final name only when complete', () => {
  test('a page and its pictures, and nothing else', async () => {
    expect(await writeExport(at('story.html'), FILES)).toEqual({ ok: true, value: null })
    expect(readdirSync(folder).sort()).toEqual(['story.html', 'x-pictures'])
    expect(readdirSync(at('x-pictures')).sort()).toEqual(['aa.png', 'bb.png'])
    expect(readFileSync(at('story.html'), 'utf8')).toBe('new')
  })

  test('what stood there before stays until everything is staged, and is then replaced as a whole', async () => {
    writeFileSync(at('story.html'), 'old')
    const staged = await stageExport(at('story.html'), FILES)
    expect(readFileSync(at('story.html'), 'utf8')).toBe('old')
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['story.html'])
    expect(staged.ok && (await staged.value.land()).ok).toBe(true)
    expect(readFileSync(at('story.html'), 'utf8')).toBe('new')
  })

  test('a staged export that is not wanted leaves no trace', async () => {
    const staged = await stageExport(at('story.html'), FILES)
    if (staged.ok) await staged.value.discard()
    expect(readdirSync(folder)).toEqual([])
  })

  test('pictures join those of an earlier export; nobody else’s file is removed', async () => {
    mkdirSync(at('x-pictures'))
    writeFileSync(at('x-pictures/theirs.txt'), 'theirs')
    expect((await writeExport(at('story.html'), FILES)).ok).toBe(true)
    expect(readdirSync(at('x-pictures')).sort()).toEqual(['aa.png', 'bb.png', 'theirs.txt'])
  })
})

describe('RELIABILITY 5.8: never through a link', () => {
  test('at the page', async () => {
    writeFileSync(at('elsewhere.html'), 'mine')
    symlinkSync(at('elsewhere.html'), at('story.html'))
    expect((await stageExport(at('story.html'), FILES)).ok).toBe(false) // before anything could be recorded
    expect(await writeExport(at('story.html'), FILES)).toEqual({
      ok: false,
      error: {
        type: 'WriteFailed',
        fileName: 'story.html',
        detail: 'story.html is a link there, and Stet does not write through links.',
      },
    })
    expect(readFileSync(at('elsewhere.html'), 'utf8')).toBe('mine')
    expect(lstatSync(at('story.html')).isSymbolicLink()).toBe(true)
  })

  test('at the picture folder, and one that is put there while the export is staged', async () => {
    mkdirSync(at('elsewhere'))
    const staged = await stageExport(at('story.html'), FILES)
    symlinkSync(at('elsewhere'), at('x-pictures'))
    const landed = staged.ok ? await staged.value.land() : staged
    expect(landed).toMatchObject({
      ok: false,
      error: { detail: expect.stringContaining('does not write through links') as string },
    })
    expect(readdirSync(at('elsewhere'))).toEqual([])
    expect(readdirSync(folder).sort()).toEqual(['elsewhere', 'x-pictures'])
  })

  test('at a picture', async () => {
    mkdirSync(at('x-pictures'))
    symlinkSync(at('target'), at('x-pictures/aa.png'))
    expect((await writeExport(at('story.html'), FILES)).ok).toBe(false)
    expect(readdirSync(folder)).toEqual(['x-pictures'])
  })
})

describe('a place that cannot be written gives a sentence and leaves nothing half-done', () => {
  test('a folder that does not exist', async () => {
    expect(await writeExport(at('none/story.html'), FILES)).toEqual({
      ok: false,
      error: { type: 'WriteFailed', fileName: 'story.html', detail: 'The folder does not exist.' },
    })
  })

  test('a folder where the page should stand', async () => {
    mkdirSync(at('story.html'))
    expect(await writeExport(at('story.html'), FILES)).toMatchObject({
      error: { detail: 'story.html is there already and is not a file.' },
    })
    expect(readdirSync(folder)).toEqual(['story.html'])
  })

  test('a file where the picture folder should stand', async () => {
    writeFileSync(at('x-pictures'), 'theirs')
    expect((await writeExport(at('story.html'), FILES)).ok).toBe(false)
    expect(readdirSync(folder)).toEqual(['x-pictures'])
  })
})

test('a picture name that is not one of ours is a bug, not a path', async () => {
  for (const name of [
    '../x.png',
    '/etc/x.png',
    'a/b/c.png',
    'x-pictures/../x.png',
    'x-pictures/..',
    'C:/x.png',
    'x.png',
  ])
    await expect(writeExport(at('story.html'), [page('x'), { ...picture('a'), name }])).rejects.toThrow(
      /named a picture/,
    )
  expect(readdirSync(folder)).toEqual([])
})
