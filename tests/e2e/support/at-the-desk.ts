// What a person does in the window, by keyboard, and where a test looks.
import type { Locator, Page } from '@playwright/test'
import { expect } from './launch-stet.ts'

export const galley = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the article' })
export const saved = (page: Page): Locator => page.locator('[data-save="saved"]')
export const notSaved = (page: Page): Locator => page.locator('[data-save="failed"]')
export const messages = (page: Page): Locator => page.getByRole('region', { name: 'Messages' })
export const statusBox = (page: Page): Locator => page.getByRole('region', { name: 'Status' })

/** A new article, with the caret in its headline. */
export async function beginArticle(page: Page, headline = ''): Promise<void> {
  await page.keyboard.press('Control+n')
  await expect(galley(page)).toBeFocused()
  await expect.poll(() => page.evaluate(() => getSelection()?.anchorNode?.nodeName)).toBe('H1')
  if (headline !== '') await page.keyboard.type(headline)
}

/** ProseMirror puts its own selection back for 50 ms after taking focus: press until the caret has moved. */
export async function goToEnd(page: Page): Promise<void> {
  await galley(page).focus()
  await expect(async () => {
    await page.keyboard.press('Control+End')
    const isAtEnd = await page.evaluate(() => {
      const { anchorNode } = getSelection() ?? { anchorNode: null }
      return document.querySelector('[role="textbox"]')?.lastElementChild?.contains(anchorNode) ?? false
    })
    expect(isAtEnd).toBe(true)
  }).toPass()
}

/** Any command, by the palette: every action of the window is in it. */
export async function runCommand(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Run a command or open an article' })
  await palette.getByRole('combobox').fill(label)
  await expect(palette.getByRole('option').first()).toContainText(label)
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
}

/** A message that comes, is read and is put away. */
export async function readMessage(page: Page, text: string | RegExp): Promise<void> {
  const message = messages(page).getByText(text).first()
  await expect(message).toBeVisible()
  const dismiss = messages(page).getByRole('button', { name: /Dismiss|Close/ })
  for (let left = await dismiss.count(); left > 0; left -= 1) await dismiss.first().click()
}

export interface ExportChoice {
  readonly file: string
  readonly format?: 'Web page (HTML)' | 'Markdown' | 'Plain text' | 'Stet JSON'
  readonly purpose?: 'For readers' | 'A proof'
  readonly clock?: 'Silent fix' | 'Update'
}

/** The export sheet, filled in and confirmed. The caller has told the save dialog its answer. */
export async function exportArticle(page: Page, choice: Omit<ExportChoice, 'file'>): Promise<void> {
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog', { name: 'Export' })
  if (choice.format !== undefined) {
    await sheet.getByRole('button', { name: 'Format' }).click()
    await page.getByRole('option', { name: choice.format }).click()
  }
  for (const picked of [choice.purpose, choice.clock])
    if (picked !== undefined)
      await sheet
        .locator('label')
        .filter({ hasText: new RegExp(`^${picked}`) })
        .click()
  await sheet.getByRole('button', { name: 'Choose a place and export…' }).click()
  await expect(sheet).toHaveCount(0)
}
