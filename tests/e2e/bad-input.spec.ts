// Bad input and bad disks: each a clear sentence on the screen, nothing lost, nothing half-written.
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { canMount, mountSmallDisk } from '#tests/integration/storage/mount.ts'
import { pngChunk, pngHeader } from '#tests/support/picture-builders.ts'
import { expectAccessible } from './support/accessibility.ts'
import {
  beginArticle,
  exportArticle,
  galley,
  goToEnd,
  messages,
  notSaved,
  readMessage,
  saved,
} from './support/at-the-desk.ts'
import { expect, type Stet, test } from './support/launch-stet.ts'
import { stetCommand } from './support/stet-command.ts'

const filesIn = (folder: string): string[] =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
    : []

const put = (stet: Stet, name: string, bytes: string | Uint8Array): string => {
  const file = path.join(stet.scratch, name)
  fs.writeFileSync(file, bytes)
  return file
}

/** 40,000 x 40,000 pixels, 4.8 GB once decoded, in a file of a few hundred bytes. */
const bomb = () =>
  Buffer.concat([
    pngHeader(40_000, 40_000),
    pngChunk('IDAT', new Uint8Array(200)),
    pngChunk('IEND', new Uint8Array(0)),
  ])

test('a picture bomb, a false picture, a bottomless page and an address of emoji are each said and do no harm', async ({
  stet,
}) => {
  const { page } = stet
  const keys = page.keyboard
  await beginArticle(page, 'Harbour reopens')
  await goToEnd(page)
  await keys.type('Boats left at noon.')
  await expect(saved(page)).toBeVisible()

  for (const [file, title, says] of [
    [put(stet, 'bomb.png', bomb()), 'The picture is too large', /bomb\.png.*40,?000/],
    [
      put(stet, 'report.jpg', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'),
      'Not a picture Stet can use',
      /report\.jpg/,
    ],
  ] as const) {
    await stet.chooseFiles([file])
    await keys.press('Control+Alt+p')
    await expect(messages(page)).toContainText(title)
    await expect(messages(page)).toContainText(says)
    await readMessage(page, title)
    await expect(galley(page).locator('figure')).toHaveCount(0)
  }
  expect(filesIn(path.join(stet.library, 'assets'))).toEqual([])

  const deep = put(
    stet,
    'deep.html',
    `<!doctype html><title>Deep</title><article><h1>A bottomless page</h1>${'<div>'.repeat(10_000)}<p>At the bottom.</p>`,
  )
  await stet.chooseFiles([deep])
  await keys.press('Control+Shift+i')
  const receipt = page.getByRole('dialog', { name: 'Import' }).getByRole('region', { name: 'deep.html' })
  await expect(receipt).toContainText(/deep|nested/i)
  const isImported = (await receipt.getByRole('button', { name: 'Open' }).count()) > 0
  await keys.press('Escape')

  const slug = page.getByRole('textbox', { name: 'URL slug' })
  await slug.fill('🎉🎉🎉')
  await expect(
    page.getByText('No letter or digit of this can stand in an address: write one by hand.'),
  ).toBeVisible()
  // The address stays whole all the same: it follows the headline.
  await stet.chooseSavePath(path.join(stet.scratch, 'page.html'))
  await exportArticle(page, {})
  await readMessage(page, 'Exported page.html')
  expect(fs.readFileSync(path.join(stet.scratch, 'page.html'), 'utf8')).toContain('harbour-reopens')
  expect(fs.readdirSync(stet.scratch).sort()).toEqual(['bomb.png', 'deep.html', 'page.html', 'report.jpg'])

  await stet.relaunch()
  await expect(galley(stet.page)).toContainText('Boats left at noon.')
  await stet.quit()
  // The page came in whole or not at all.
  const { json } = stetCommand(stet.library, 'list')
  expect(json['total']).toBe(isImported ? 2 : 1)
  expect(stetCommand(stet.library, 'verify')).toMatchObject({ exit: 0, json: { faults: [] } })
})

/** Takes all the room there is, to the last page. */
function fill(disk: string): () => void {
  const ballast = path.join(disk, 'ballast')
  for (const size of [1_048_576, 4_096, 1])
    try {
      for (;;) fs.writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
  return () => fs.rmSync(ballast)
}

/** About a second: what a person notices while the sentence is still in mind. */
const NOTICED_MS = 1_500
const DISK_MEGABYTES = 16

const bannerOf = (page: Page, title: string) => page.getByRole('alert').filter({ hasText: title })

test.describe('a full disk', () => {
  test.use({ startsAtOnce: false })
  test.skip(!canMount, 'this machine does not permit mount')

  test('R7: is said within a second, typing goes on, leaving asks, and all is saved once there is room', async ({
    stet,
  }) => {
    const disk = mountSmallDisk(DISK_MEGABYTES)
    try {
      const library = path.join(disk.path, 'Newsroom.stet')
      await stet.launch({ library })
      const { page } = stet
      const keys = page.keyboard
      await beginArticle(page, 'First words')
      await expect(saved(page)).toBeVisible()
      const makeRoom = fill(disk.path)
      await keys.type(' and more')
      const typed = Date.now()
      await expect(notSaved(page)).toBeVisible()
      expect(Date.now() - typed).toBeLessThan(NOTICED_MS)
      await expect(notSaved(page)).toContainText('Not saved: The disk is full')
      await expect(bannerOf(page, 'The disk is full.')).toBeVisible()
      await keys.type(' and still more')
      await expect(galley(page).locator('h1')).toHaveText('First words and more and still more')
      await expectAccessible(page, 'not saved')

      // Leaving would lose something: it is asked, and an answer not given is a no.
      await stet.app.evaluate(({ app }) => setImmediate(() => app.quit()))
      await expect.poll(async () => (await stet.messages()).length).toBe(1)
      expect((await stet.messages())[0]?.buttons).toEqual(['Save a Copy…', 'Close Anyway', 'Cancel'])
      // Nor does another article take its place.
      await galley(page).focus()
      await expect(galley(page).locator('h1')).toHaveText('First words and more and still more')

      makeRoom()
      await expect(saved(page)).toBeVisible({ timeout: 15_000 })
      await expect(bannerOf(page, 'The disk is full.')).toHaveCount(0)
      await stet.relaunch({ library })
      await expect(galley(stet.page).locator('h1')).toHaveText('First words and more and still more')
      await stet.quit()
      expect(stetCommand(library, 'verify')).toMatchObject({ exit: 0, json: { faults: [] } })
    } finally {
      await stet.kill()
      disk[Symbol.dispose]()
    }
  })
})

test('R9: a library that disappears is said across the window, and a copy can be kept', async ({ stet }) => {
  const { page } = stet
  await beginArticle(page, 'First words')
  await expect(saved(page)).toBeVisible()
  fs.renameSync(stet.library, `${stet.library}.away`)
  await page.keyboard.type(' and more')
  await expect(bannerOf(page, 'The library cannot be reached.')).toBeVisible()
  await expect(notSaved(page)).toContainText('The library has disappeared')
  await expectAccessible(page, 'library gone')
  const copy = path.join(stet.scratch, 'rescued.json')
  await stet.chooseSavePath(copy)
  await notSaved(page).getByRole('button', { name: 'Save a copy…' }).click()
  await readMessage(page, 'Copy saved')
  expect(fs.readFileSync(copy, 'utf8')).toContain('First words and more')
  fs.renameSync(`${stet.library}.away`, stet.library)
  await page.keyboard.type('!')
  await expect(saved(page)).toBeVisible({ timeout: 15_000 })
  await expect(bannerOf(page, 'The library cannot be reached.')).toHaveCount(0)
})
