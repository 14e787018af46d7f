import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { galley, saved } from './support/at-the-desk.ts'
import { expect, test } from './support/launch-stet.ts'

const WORDS = 'Zwischenspeicherprobe'

const write = async (page: Page) => {
  const id = await page.evaluate(async () => {
    const created = await window.stet.library.create({ from: 'blank' })
    if (!created.ok) throw new Error(created.error.type)
    return created.value.articleId
  })
  await page.evaluate((articleId) => window.stet.app.showing({ articleId, title: 'x' }), id)
  return id
}

const stored = (library: string) => path.join(library, 'first-screen.json')

test('the next start has the article on its page before any script, and the page is the real one once it can be used', async ({
  stet,
}) => {
  const id = await write(stet.page)
  await stet.relaunch({ open: id })
  await galley(stet.page).locator('p').last().click()
  await stet.page.keyboard.type(WORDS)
  await expect(saved(stet.page)).toBeVisible()
  await stet.quit()
  expect(fs.statSync(stored(stet.library)).mode & 0o777).toBe(0o600)
  expect(fs.readFileSync(stored(stet.library), 'utf8')).toContain(WORDS)

  await stet.launch({ open: id })
  // What was served is what a reload without script would show: the document's own source.
  await expect(stet.page.locator('#first-screen')).toHaveCount(0)
  await expect(galley(stet.page)).toContainText(WORDS)
  expect(stet.readLog().some(({ event }) => String(event).startsWith('first-screen-not'))).toBe(false)
  expect(
    await stet.page.evaluate(() => document.querySelectorAll('link[href$="first-screen.css"]').length),
  ).toBe(1)

  // Written elsewhere since: the stored words are not shown, and not kept.
  await stet.kill()
  fs.appendFileSync(path.join(stet.library, 'library.db-wal'), '')
  await stet.launch({ open: id })
  expect(
    await stet.page.evaluate(() => document.querySelectorAll('link[href$="first-screen.css"]').length),
  ).toBe(0)
  await expect(galley(stet.page)).toContainText(WORDS)
})

test('another library is never shown those words, and the profile holds none of them', async ({ stet }) => {
  const id = await write(stet.page)
  await stet.relaunch({ open: id })
  await galley(stet.page).locator('p').last().click()
  await stet.page.keyboard.type(WORDS)
  await expect(saved(stet.page)).toBeVisible()
  await stet.quit()
  const elsewhere = path.join(stet.scratch, 'Elsewhere.stet')
  await stet.launch({ library: elsewhere })
  expect(await stet.page.content()).not.toContain(WORDS)
  await stet.quit()
  const needles = [Buffer.from(WORDS, 'utf8'), Buffer.from(WORDS, 'utf16le')]
  for (const file of filesUnder(stet.userData))
    for (const needle of needles)
      expect(fs.readFileSync(file).includes(needle), `${file} holds words of an article`).toBe(false)
})

function filesUnder(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
