// What was before can be read and had again; nothing is ever taken away.
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import {
  beginArticle,
  exportArticle,
  galley,
  goToEnd,
  messages,
  readMessage,
  runCommand,
  saved,
  statusBox,
} from './support/at-the-desk.ts'
import { expect, test } from './support/launch-stet.ts'
import { stetCommand } from './support/stet-command.ts'

const desk = (page: Page) => page.getByRole('navigation', { name: 'Desk' })
const revisions = (page: Page) => page.getByRole('list', { name: 'Revisions, newest first' })
const revision = (page: Page, words: string | RegExp) =>
  revisions(page).getByRole('button').filter({ hasText: words })

async function nameRevision(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await readMessage(page, /^Kept as revision/)
}

async function restore(page: Page, words: string | RegExp): Promise<void> {
  await revision(page, words).first().click()
  await page.getByRole('button', { name: 'Restore…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click()
  await readMessage(page, /is the draft again$/)
}

test('a named revision can be read, restored and the restore taken back; history only grows', async ({
  stet,
}) => {
  const { page } = stet
  const keys = page.keyboard
  await beginArticle(page, 'Ferry sails')
  await goToEnd(page)
  await keys.type('The boat left at noon.')
  await nameRevision(page, 'As filed')
  await galley(page).focus()
  await goToEnd(page)
  await keys.type(' Then it sank.')
  await expect(saved(page)).toBeVisible()

  await keys.press('Control+Alt+h')
  await revision(page, 'As filed').click()
  const reader = page.getByRole('article', { name: /read-only/ })
  await expect(page.getByText(/^You are reading revision/)).toBeVisible()
  await expect(reader).toContainText('The boat left at noon.')
  await expect(reader).not.toContainText('sank')
  await expect(galley(page)).toHaveCount(0)
  await keys.type('nothing of this')
  await expect(reader).not.toContainText('nothing of this')
  await page.getByRole('button', { name: 'Back to the draft' }).click()
  await expect(galley(page)).toContainText('Then it sank.')

  const before = await revisions(page).getByRole('button').count()
  await restore(page, 'As filed')
  await expect(galley(page)).toContainText('The boat left at noon.')
  await expect(galley(page)).not.toContainText('sank')
  await expect(revision(page, 'Before a restore')).toHaveCount(1)
  const after = await revisions(page).getByRole('button').count()
  expect(after).toBeGreaterThan(before)

  // Restoring is one step to undo, and one to do again.
  await galley(page).focus()
  await keys.press('Control+z')
  await expect(galley(page)).toContainText('Then it sank.')
  await keys.press('Control+Shift+z')
  await expect(galley(page)).not.toContainText('sank')
  await expect(revisions(page).getByRole('button')).toHaveCount(after)

  // The way back by history.
  await restore(page, 'Before a restore')
  await expect(galley(page)).toContainText('Then it sank.')
  await expect.poll(() => revisions(page).getByRole('button').count()).toBeGreaterThan(after)
  await expect(revision(page, 'As filed')).toHaveCount(1)

  await stet.relaunch()
  await expect(galley(stet.page)).toContainText('Then it sank.')
  await stet.quit()
  expect(stetCommand(stet.library, 'verify')).toMatchObject({ exit: 0, json: { faults: [] } })
})

test('two articles in two windows keep to themselves; what one does to the other shows; the desk finds and files', async ({
  stet,
}) => {
  const { page } = stet
  await beginArticle(page, 'Lighthouse sold')
  await goToEnd(page)
  await page.keyboard.type('The keeper of the lamp kept a cormorant called Bishop.')
  await expect(saved(page)).toBeVisible()
  await beginArticle(page, 'Ferry sails')
  await expect(saved(page)).toBeVisible()

  // Another article from the row's menu goes to a window of its own.
  await desk(page).getByRole('button', { name: 'Actions for Lighthouse sold' }).click()
  const second = await stet.nextWindow(() =>
    page.getByRole('menuitem', { name: 'Open in New Window' }).click(),
  )
  await expect(galley(second).locator('h1')).toHaveText('Lighthouse sold')
  await goToEnd(second)
  await second.keyboard.type(' It flew.')
  await galley(page).locator('h1').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' at noon')
  await expect(galley(page).locator('h1')).toHaveText('Ferry sails at noon')
  await expect(galley(second)).toContainText('called Bishop. It flew.')
  await expect(galley(second)).not.toContainText('noon')
  await expect(saved(second)).toBeVisible()

  // Found by a word of its text, with the word marked.
  await page.keyboard.press('Control+Shift+d')
  await expect(page.getByRole('searchbox', { name: 'Search the desk' })).toBeFocused()
  await page.keyboard.type('cormorant')
  await expect(desk(page).locator('mark')).toHaveText('cormorant')
  await expect(desk(page).getByText('1 article')).toBeVisible()
  await expect(desk(page).getByRole('button', { name: /^Ferry sails/ })).toHaveCount(0)
  await desk(page).getByRole('button', { name: 'Clear filters' }).click()

  // Spiked in one window: the other says so, the desk sets it aside, and it comes back.
  await desk(page).getByRole('button', { name: 'Actions for Lighthouse sold' }).click()
  await page.getByRole('menuitem', { name: 'Spike', exact: true }).click()
  await expect(messages(page)).toContainText('Nothing is deleted.')
  await expect(statusBox(second)).toContainText('Spiked')
  await expect(desk(page).getByText('Lighthouse sold')).toHaveCount(0)
  await messages(page).getByRole('button', { name: 'Revive' }).click()
  await expect(statusBox(second)).toContainText('Draft')
  await expect(desk(page).getByText('Lighthouse sold')).toBeVisible()

  // By command too, on the open article.
  await runCommand(page, 'Spike')
  await expect(statusBox(page)).toContainText('Spiked')
  await runCommand(page, 'Revive')
  await expect(statusBox(page)).toContainText('Draft')
})

test('a wire story comes in with its two times, says which zone it took, and they stand on the page', async ({
  stet,
}) => {
  const { page } = stet
  const file = path.join(stet.scratch, 'wire.txt')
  fs.writeFileSync(
    file,
    [
      'Skip to main content',
      'World',
      'Last ferry piers to close',
      'Islanders fear being cut off in winter',
      'March 4, 2022 5:35pm',
      'Updated: March 6, 2022 11:55am',
      'The harbour board voted on Friday to close the last of the ferry piers, a decision that people on the outer islands had fought for years and that the mayor called unavoidable.',
      'Ferries have crossed since 1871.',
      '"We will go on," said Mina Holt, 61.',
    ].join('\n'),
  )
  await stet.chooseFiles([file])
  await runCommand(page, 'Import')
  const receipt = page.getByRole('dialog', { name: 'Import' }).getByRole('region', { name: 'wire.txt' })
  await expect(receipt).toContainText('Last ferry piers to close')
  await expect(receipt).toContainText(/Published.*March 4, 2022/)
  await expect(receipt).toContainText(/Updated.*March 6, 2022/)
  await expect(receipt).toContainText(/zone/i)
  await expect(receipt).toContainText('Skip to main content')
  await receipt.getByRole('button', { name: 'Open' }).click()
  await expect(galley(page).locator('h1')).toHaveText('Last ferry piers to close')
  await expect(galley(page).locator('[data-stet="standfirst"]')).toHaveText(
    'Islanders fear being cut off in winter',
  )
  await expect(statusBox(page)).toContainText(/March 4, 2022 5:35 p\.m\./)

  await stet.chooseSavePath(path.join(stet.scratch, 'page.html'))
  await exportArticle(page, {})
  await readMessage(page, 'Exported page.html')
  const html = fs.readFileSync(path.join(stet.scratch, 'page.html'), 'utf8')
  expect(html).toMatch(/Published <time datetime="2022-03-04T17:35:00[^"]*">March 4, 2022 5:35 p\.m\./)
  expect(html).toMatch(/Updated <time datetime="2022-03-06T11:55:00[^"]*">March 6, 2022 11:55 a\.m\./)
  expect(html).not.toContain('Skip to main content</p>')
  await expect(statusBox(page)).toContainText(/March 4, 2022 5:35 p\.m\./)
})
