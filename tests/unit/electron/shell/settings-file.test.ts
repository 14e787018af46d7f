import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '#shared/settings/settings.ts'
import { openSettingsFile } from '#shell/settings-file.ts'

vi.mock('electron', () => {
  const electron = {
    app: { getPath: () => '/nowhere', getVersion: () => '0.0.0' },
    ipcMain: { on: () => undefined, removeAllListeners: () => undefined },
    shell: {},
  }
  return { ...electron, default: electron }
})

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-settings-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))
const file = () => path.join(folder, 'settings.json')

test('starts from the defaults, keeps what is set, tells listeners', () => {
  const settings = openSettingsFile(folder)
  expect(settings.get()).toEqual(DEFAULT_SETTINGS)
  const heard: string[] = []
  const stop = settings.onChange((changed) => heard.push(changed.theme))
  expect(settings.set({ theme: 'dark' })).toMatchObject({ ok: true, value: { theme: 'dark' } })
  stop()
  settings.set({ theme: 'light' })
  expect(heard).toEqual(['dark'])
  expect(openSettingsFile(folder).get()).toMatchObject({ theme: 'light', zoom: 100 })
})

test('a key that is present but undefined erases nothing', () => {
  const settings = openSettingsFile(folder)
  settings.set({ personName: 'Ada' })
  settings.set({ personName: undefined, zoom: 110 })
  expect(settings.get()).toMatchObject({ personName: 'Ada', zoom: 110 })
})

test('a file that cannot be read is put aside whole and said, never replaced in silence', () => {
  for (const text of [
    '{ "settings": {',
    '{"settings":{"version":99,"personName":"Ada"}}',
    'not json at all',
  ]) {
    fs.writeFileSync(file(), text)
    const settings = openSettingsFile(folder)
    expect(settings.get()).toEqual(DEFAULT_SETTINGS)
    expect(settings.putAside).toMatch(/settings\.unreadable-.*\.json$/)
    expect(fs.readFileSync(settings.putAside ?? '', 'utf8')).toBe(text)
    fs.rmSync(settings.putAside ?? '')
  }
})

test('libraries opened lately come newest first, each once, ten at most', () => {
  const settings = openSettingsFile(folder)
  for (let i = 0; i < 12; i++) settings.openedLibrary(`/library-${i}`)
  settings.openedLibrary('/library-5')
  const recent = settings.get().recentLibraries
  expect(recent.slice(0, 2)).toEqual(['/library-5', '/library-11'])
  expect(recent).toHaveLength(10)
  expect(new Set(recent).size).toBe(10)
})

test('a disk that cannot take them is said', () => {
  const settings = openSettingsFile(folder)
  settings.set({ zoom: 120 })
  fs.rmSync(folder, { recursive: true })
  fs.writeFileSync(folder, 'a file where the folder was')
  const result = settings.set({ zoom: 130 })
  expect(result).toMatchObject({ ok: false, error: { type: 'WriteFailed' } })
  expect(settings.get().zoom).toBe(120)
})
