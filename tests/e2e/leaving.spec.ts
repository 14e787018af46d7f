// Nothing ends before what was written is on disk, or the person has decided.
import fs from 'node:fs'
import process from 'node:process'
import type { Page } from '@playwright/test'
import { expect, type Stet, test } from './support/launch-stet.ts'

const galley = (page: Page) => page.getByRole('textbox', { name: 'Text of the article' })
const saved = (page: Page) => page.locator('[data-save="saved"]')

/** A new article, with the caret in its headline. */
async function begin(page: Page): Promise<void> {
  await page.keyboard.press('Control+n')
  await expect(galley(page)).toBeFocused()
  await expect.poll(() => page.evaluate(() => getSelection()?.anchorNode?.nodeName)).toBe('H1')
}

const startQuitting = (stet: Stet) => stet.app.evaluate(({ app }) => setImmediate(() => app.quit()))

test('R10: words typed a moment ago are saved by quitting', async ({ stet }) => {
  await begin(stet.page)
  await stet.page.keyboard.type('Harbour reopens')
  await stet.relaunch()
  await expect(galley(stet.page)).toContainText('Harbour reopens')
})

test('R10: SIGTERM saves what was typed and ends the app', async ({ stet }) => {
  await begin(stet.page)
  await stet.page.keyboard.type('Ferry cancelled')
  const child = stet.app.process()
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (child.pid !== undefined) process.kill(child.pid, 'SIGTERM')
  expect(await ended).toBe(0)
  await stet.launch()
  await expect(galley(stet.page)).toContainText('Ferry cancelled')
})

test('R9, R10: with the library gone, leaving is held back, and nothing is lost when it returns', async ({
  stet,
}) => {
  const { page } = stet
  await begin(page)
  await page.keyboard.type('First')
  await expect(saved(page)).toBeVisible()
  fs.renameSync(stet.library, `${stet.library}.away`)
  await page.keyboard.type(' and second')
  await startQuitting(stet)
  await expect.poll(async () => (await stet.messages()).length).toBe(1)
  const [asked] = await stet.messages()
  expect(asked?.buttons).toEqual(['Save a Copy…', 'Close Anyway', 'Cancel'])
  // Cancelled: everything is still there.
  await expect(galley(page)).toContainText('First and second')
  fs.renameSync(`${stet.library}.away`, stet.library)
  await page.keyboard.type(' thoughts')
  await expect(saved(page)).toBeVisible({ timeout: 20_000 })
  await stet.relaunch()
  await expect(galley(stet.page)).toContainText('First and second thoughts')
})

test('R10: a person who says so may leave with unsaved words', async ({ stet }) => {
  const { page } = stet
  await begin(page)
  await page.keyboard.type('First')
  await expect(saved(page)).toBeVisible()
  fs.renameSync(stet.library, `${stet.library}.away`)
  await page.keyboard.type(' and lost')
  await stet.answerMessage('Close Anyway')
  await stet.quit()
  fs.renameSync(`${stet.library}.away`, stet.library)
  await stet.launch()
  await expect(galley(stet.page)).toContainText('First')
})
