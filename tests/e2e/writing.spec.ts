// The first promise: an article written with the keyboard alone is there, whole, after a restart.
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { pngWith } from '#tests/support/picture-builders.ts'
import { expect, test } from './support/launch-stet.ts'

const galley = (page: Page) => page.getByRole('textbox', { name: 'Text of the article' })
const saved = (page: Page) => page.locator('[data-save="saved"]')

/** Creates an article by keyboard; the caret comes to its headline by itself. */
async function begin(page: Page): Promise<void> {
  await page.keyboard.press('Control+n')
  await expect.poll(() => page.evaluate(() => getSelection()?.anchorNode?.nodeName)).toBe('H1')
  await expect(galley(page)).toBeFocused()
}

test('keyboard only: headline to stash, with table, quote, list and picture, survives a restart', async ({
  stet,
}) => {
  const { page } = stet
  const file = path.join(stet.scratch, 'harbour.png')
  fs.writeFileSync(file, pngWith())
  await begin(page)
  const keys = page.keyboard
  // ProseMirror puts its own selection back for 50 ms after taking focus: press until the caret has moved.
  await expect(async () => {
    await keys.press('Control+Home')
    expect(await page.evaluate(() => getSelection()?.anchorNode?.nodeName)).toBe('P')
  }).toPass()
  await keys.type('Harbour')
  await keys.press('Enter')
  await keys.type('Bridge shut after cracks found')
  await keys.press('Enter')
  await keys.type('Engineers say two piers must be rebuilt.')
  await keys.press('Enter')
  await keys.type('The bridge "will not open" again this year.')
  await keys.press('Enter')
  await keys.press('Control+Alt+2')
  await keys.type('What happened')
  await keys.press('Enter')
  await keys.type('First fact')
  await keys.press('Control+Shift+8')
  await keys.press('Enter')
  await keys.type('Second fact')
  await keys.press('Enter')
  await keys.press('Enter')
  await keys.type('We were lucky.')
  await keys.press('Control+Shift+b')
  await keys.press('ArrowDown')
  await keys.type('A fisherman')
  await keys.press('Enter')
  await keys.type('Keep this back.')
  await keys.press('Control+Alt+s')
  await keys.press('Control+End')
  await keys.press('Control+Alt+t')
  await keys.type('Cost by pier')
  await keys.press('Enter')
  await keys.type('Pier')
  await keys.press('Tab')
  await keys.type('Cost')
  await stet.chooseFiles([file])
  await keys.press('Control+Alt+p')
  const article = galley(page)
  await expect(article.locator('figure img')).toHaveJSProperty('naturalWidth', 4)
  await expect(saved(page)).toBeVisible()

  const check = async (shown: Page) => {
    const text = galley(shown)
    await expect(text.locator('h1')).toHaveText('Bridge shut after cracks found')
    await expect(text).toContainText('The bridge “will not open” again this year.')
    await expect(text.locator('h2')).toHaveText('What happened')
    await expect(text.locator('ul > li')).toHaveText(['First fact', 'Second fact'])
    await expect(text.locator('blockquote')).toContainText('We were lucky.')
    await expect(text.locator('blockquote')).toContainText('A fisherman')
    await expect(text.locator('[data-stet="stash"]')).toContainText('Keep this back.')
    await expect(text.locator('th').first()).toHaveText('Pier')
    await expect(text.locator('[data-stet="tableCaption"]')).toHaveText('Cost by pier')
    await expect(text.locator('figure img')).toHaveJSProperty('naturalWidth', 4)
  }
  await check(page)
  await stet.relaunch()
  await check(stet.page)
})

test('undo takes back a smart quote before it takes back the word', async ({ stet }) => {
  const { page } = stet
  await begin(page)
  await page.keyboard.type('"')
  const headline = galley(page).locator('h1')
  await expect(headline).toHaveText('“')
  await page.keyboard.press('Control+z')
  await expect(headline).toHaveText('"')
})

test('select all and delete leaves the head fields standing, and undo brings everything back', async ({
  stet,
}) => {
  const { page } = stet
  await page.getByRole('button', { name: 'Open the sample article' }).click()
  const text = galley(page)
  await expect(text.locator('h1')).not.toHaveText('')
  const before = await text.textContent()
  await text.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(text.locator('h1')).toHaveText('')
  await expect(text.locator('[data-stet="standfirst"]')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect.poll(() => text.textContent()).toBe(before)
})

test('find and replace reaches headline and body and is one undo step', async ({ stet }) => {
  const { page } = stet
  await begin(page)
  await page.keyboard.type('River closed')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('The River rose. The River fell.')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('River')
  await expect(page.getByText('1 of 3')).toBeVisible()
  await page.getByRole('textbox', { name: 'Replace with' }).fill('Harbour')
  await page.getByRole('button', { name: 'Replace all' }).click()
  const text = galley(page)
  await expect(text.locator('h1')).toHaveText('Harbour closed')
  await expect(text).toContainText('The Harbour rose. The Harbour fell.')
  await text.focus()
  await page.keyboard.press('Control+z')
  await expect(text).toContainText('The River rose. The River fell.')
  await expect(text.locator('h1')).toHaveText('River closed')
})

test('the same article in two windows stays in step', async ({ stet }) => {
  const { page } = stet
  await begin(page)
  await page.keyboard.type('One')
  await expect(saved(page)).toBeVisible()
  // A second window on another article, which then goes to the first one through its own desk.
  const second = await stet.nextWindow(() =>
    page.evaluate(async () => {
      const made = await window.stet.library.create({ from: 'blank' })
      if (made.ok) await window.stet.app.openWindow({ articleId: made.value.articleId })
    }),
  )
  await second.getByRole('navigation', { name: 'Desk' }).getByText('One').first().click()
  await expect(galley(second).locator('h1')).toHaveText('One')
  await galley(second).locator('h1').click()
  await second.keyboard.press('End')
  await second.keyboard.type(' and two')
  await expect(galley(page).locator('h1')).toHaveText('One and two')
})
