// What changed can be read, walked through in words and taken back, by keyboard; history grows and never shrinks.
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import {
  beginArticle,
  galley,
  goToEnd,
  messages,
  readMessage,
  runCommand,
  saved,
} from './support/at-the-desk.ts'
import { expect, test } from './support/launch-stet.ts'
import { stetCommand } from './support/stet-command.ts'

const compared = (page: Page) => page.getByRole('article', { name: 'The article with its changes' })
const position = (page: Page) => page.getByRole('group', { name: 'Review' })
const changes = (page: Page) => page.getByRole('list', { name: 'Changes' }).getByRole('listitem')
/** What a screen reader was told last. */
const told = (page: Page) => page.locator('#galley').getByRole('status').first()

async function nameRevision(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await readMessage(page, /^Kept as revision/)
}

async function choose(page: Page, side: 'Before' | 'After', version: RegExp): Promise<void> {
  await position(page)
    .getByRole('button', { name: new RegExp(`${side}$`) })
    .click()
  await page.getByRole('option', { name: version }).click()
}

test('write, revise twice, compare first with last, walk, take back, undo, restore: in words and by keyboard', async ({
  stet,
}) => {
  test.setTimeout(120_000)
  const { page } = stet
  const keys = page.keyboard
  await beginArticle(page, 'Ferry to close')
  await goToEnd(page)
  await keys.type('The board voted on Monday to close the pier.')
  await keys.press('Enter')
  await keys.type('Nobody spoke against it.')
  await keys.press('Enter')
  await keys.type('It rained all day.')
  await nameRevision(page, 'As filed')

  // The first revision of it: a headline, and a word.
  await galley(page).locator('h1').click()
  await keys.press('End')
  for (let letter = 0; letter < 'close'.length; letter += 1) await keys.press('Backspace')
  await keys.type('stay')
  await galley(page).getByText('The board voted').click()
  await keys.press('Home')
  for (let word = 0; word < 4; word += 1) await keys.press('Control+ArrowRight')
  await keys.press('Control+Shift+ArrowRight')
  await keys.type(' Tuesday')
  await nameRevision(page, 'After the lawyer')
  // The second: a new paragraph, and bold words.
  await goToEnd(page)
  await keys.press('Enter')
  await keys.type('The mayor was not there, and said so.')
  await expect(saved(page)).toBeVisible()

  await keys.press('Control+Shift+r')
  await choose(page, 'Before', /As filed/)
  await expect(compared(page).locator('ins', { hasText: 'The mayor' })).toBeVisible()
  await expect(told(page)).toHaveText('3 changes')
  await expect(changes(page)).toHaveCount(3)

  await test.step('the walk is said in words, and goes round', async () => {
    await keys.press('F7')
    await expect(told(page)).toHaveText('Change 1 of 3: Headline: ‘close’ replaced by ‘stay’')
    await keys.press('F7')
    await expect(told(page)).toHaveText('Change 2 of 3: Paragraph 1: ‘Monday’ replaced by ‘Tuesday’')
    await keys.press('F7')
    await expect(told(page)).toHaveText(/^Change 3 of 3: Paragraph 4 inserted: ‘The mayor/)
    await keys.press('F7')
    await expect(told(page)).toHaveText(/^Change 1 of 3/)
    await keys.press('Shift+F7')
    await expect(told(page)).toHaveText(/^Change 3 of 3/)
    await keys.press('Shift+F7')
    await expect(position(page)).toContainText('Change 2 of 3')
    await expect(compared(page).locator('[aria-current="true"]')).toHaveText('Monday')
  })

  await test.step('no violation in any view', async () => {
    await expectAccessible(page, 'in place')
    for (const view of ['Side by side', 'Source'] as const) {
      await position(page).getByRole('radio', { name: view }).click()
      await expect(page.getByRole('article', { name: new RegExp(view, 'i') })).toBeVisible()
      await expectAccessible(page, view)
    }
    await position(page).getByRole('radio', { name: 'In place' }).click()
  })

  await test.step('one change is taken back, undone from the keyboard and taken back again', async () => {
    await keys.press('Control+Alt+z')
    await expect(messages(page)).toContainText('Paragraph 1: ‘Monday’ replaced by ‘Tuesday’')
    await expect(changes(page)).toHaveCount(2)
    await expect(compared(page)).toContainText('voted on Monday to')
    await keys.press('Control+z')
    await expect(changes(page)).toHaveCount(3)
    await readMessage(page, 'Took back')
    await page.getByRole('list', { name: 'Changes' }).getByText('Monday').click()
    await keys.press('Control+Alt+z')
    await messages(page).getByRole('button', { name: 'Undo' }).click()
    await expect(changes(page)).toHaveCount(3)
  })

  await test.step('the headline is taken back, and is in the galley', async () => {
    await page.getByRole('list', { name: 'Changes' }).getByText('Headline').click()
    await runCommand(page, 'Take Back This Change')
    await expect(changes(page)).toHaveCount(2)
    await expect(compared(page).locator('h1')).toHaveText('Ferry to close')
    await keys.press('Escape')
    await expect(galley(page)).toBeFocused()
    await expect(galley(page).locator('h1')).toHaveText('Ferry to close')
    await expect(galley(page)).toContainText('Tuesday')
    // One step of the galley's own undo, too.
    await keys.press('Control+z')
    await expect(galley(page).locator('h1')).toHaveText('Ferry to stay')
    await keys.press('Control+Shift+z')
    await expect(galley(page).locator('h1')).toHaveText('Ferry to close')
  })

  await test.step('the whole version comes back, and history has grown', async () => {
    await keys.press('Control+Alt+h')
    const rows = page
      .getByRole('list', { name: 'Revisions, newest first' })
      .getByRole('button', { name: /^Compare/ })
    const count = await rows.count()
    const filed = page.getByRole('listitem').filter({ hasText: 'As filed' })
    await filed.getByRole('button', { name: /^Compare/ }).click()
    await expect(told(page)).toHaveText('2 changes')
    await runCommand(page, 'Restore the Whole Version')
    await expect(page.getByRole('heading', { name: 'Nothing changed' })).toBeVisible()
    await expect(messages(page)).toContainText('kept as revision')
    await expect.poll(() => rows.count()).toBeGreaterThan(count)
    // The tip of the button that focus came back to takes the first Escape.
    await expect(async () => {
      await keys.press('Escape')
      await expect(galley(page)).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await expect(galley(page).locator('h1')).toHaveText('Ferry to close')
    await expect(galley(page)).toContainText('voted on Monday to')
    await expect(galley(page)).not.toContainText('mayor')
    await expect(saved(page)).toBeVisible()
  })

  await stet.quit()
  expect(stetCommand(stet.library, 'verify')).toMatchObject({ exit: 0, json: { faults: [] } })
})

test('what is new since I last looked, and who wrote a sentence', async ({ stet }) => {
  const { page } = stet
  const keys = page.keyboard
  await beginArticle(page, 'Lighthouse sold')
  await goToEnd(page)
  await keys.type('The keeper kept a cormorant.')
  await expect(saved(page)).toBeVisible()
  // Leaving the article is having seen it.
  await beginArticle(page, 'Another')
  await expect(saved(page)).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Desk' })
    .getByRole('button', { name: /^Lighthouse sold/ })
    .click()
  await expect(galley(page).locator('h1')).toHaveText('Lighthouse sold')
  await goToEnd(page)
  await keys.type(' It flew.')
  await expect(saved(page)).toBeVisible()
  await keys.press('Control+Alt+l')
  await expect(told(page)).toHaveText('1 change')
  await expect(compared(page).locator('ins')).toHaveText(' It flew.')
  await expect(changes(page).first()).toContainText(/Nobody named|,/)
  await keys.press('Escape')
  await expect(galley(page)).toBeFocused()
  await keys.press('Control+Alt+l')
  await expect(page.getByRole('heading', { name: 'Nothing changed' })).toBeVisible()
  await keys.press('Escape')

  await goToEnd(page)
  await runCommand(page, 'Who Wrote This')
  const dialog = page.getByRole('dialog', { name: 'Who wrote this' })
  await expect(dialog).toContainText('The keeper kept a cormorant. It flew.')
  await expect(dialog).toContainText(/Written by/)
  await expectAccessible(page, 'who wrote this')
})
