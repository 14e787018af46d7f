// From draft to published page, and everything that happens to a published page afterwards, as a production editor does it.
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { EVERYTHING } from '#shared/library/article-summary.ts'
import { expectAccessible } from './support/accessibility.ts'
import { beginArticle, galley, goToEnd, readMessage, runCommand, saved } from './support/at-the-desk.ts'
import { expect, type Stet, test } from './support/launch-stet.ts'
import { readAsReader } from './support/reader-window.ts'

const sheet = (page: Page) => page.getByRole('dialog', { name: /^Publish/ })
const publishButton = (page: Page) => sheet(page).getByRole('button', { name: 'Choose a place and publish…' })
const groups = (page: Page) => sheet(page).getByRole('region', { name: 'Changes since the last edition' })
const choose = (page: Page, place: string, choice: string) =>
  groups(page)
    .getByRole('radiogroup', { name: `What readers are told about ${place}` })
    .locator('label')
    .filter({ hasText: choice })
    .click()

/** The sheet as it is filled in, confirmed, and the file that came of it. */
async function publish(
  stet: Stet,
  name: string,
  fillIn: () => Promise<void> = async () => {},
): Promise<string> {
  const { page } = stet
  const file = path.join(stet.scratch, name)
  await stet.chooseSavePath(file)
  await runCommand(page, 'Publish')
  await fillIn()
  await expect(publishButton(page)).toBeEnabled()
  await publishButton(page).click()
  await expect(sheet(page)).toHaveCount(0)
  await readMessage(page, name)
  return fs.readFileSync(file, 'utf8')
}

async function replaceInStory(page: Page, from: string, to: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page
    .getByRole('textbox', { name: 'Find' })
    .or(page.getByRole('searchbox', { name: 'Find' }))
    .fill(from)
  await page.getByRole('textbox', { name: 'Replace with' }).fill(to)
  await page.getByRole('button', { name: 'Replace all' }).click()
  await page.keyboard.press('Escape')
  await expect(galley(page)).toContainText(to)
  await expect(saved(page)).toBeVisible()
}

test('publish, silent fix, update, correction, retraction: each page says what it should, and each can be seen again', async ({
  stet,
}) => {
  test.setTimeout(180_000)
  const { page } = stet
  await beginArticle(page, 'The bridge opens on Friday')
  await goToEnd(page)
  await page.keyboard.type('The bridge cost 3 million pounds, the mayor said.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('It spans the river , at last.')
  await expect(saved(page)).toBeVisible()
  await page
    .getByRole('textbox', { name: 'Section' })
    .or(page.getByRole('combobox', { name: 'Section' }))
    .first()
    .fill('News')
  await page.keyboard.press('Tab')

  // First: Published is set, nothing else is asked.
  const first = await publish(stet, 'one.html', async () => {
    await expect(sheet(page)).toContainText('It sets the Published stamp to now')
    await expect(sheet(page).frameLocator('iframe').locator('h1')).toHaveText('The bridge opens on Friday')
    await expectAccessible(page, 'publish sheet')
  })
  expect(first).toContain('Published')
  expect(first).not.toContain('Updated')
  const published = (await readAsReader(stet.app, path.join(stet.scratch, 'one.html'))).stamps

  // A silent fix leaves no trace.
  await replaceInStory(page, 'river ,', 'river,')
  const fixed = await publish(stet, 'two.html', async () => {
    await expect(groups(page)).toContainText('One change since edition 1')
  })
  expect(fixed).toContain('It spans the river, at last.')
  expect(fixed).not.toContain('Updated')
  expect((await readAsReader(stet.app, path.join(stet.scratch, 'two.html'))).stamps).toEqual(published)

  // An update moves its stamp and says what is new.
  await goToEnd(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Cars will cross from noon.')
  await expect(saved(page)).toBeVisible()
  const updated = await publish(stet, 'three.html', async () => {
    await expect(publishButton(page)).toBeDisabled()
    await choose(page, 'Paragraph 3', 'Update')
    await sheet(page).getByRole('textbox', { name: 'What is new' }).fill('Adds when cars may cross.')
    await expect(sheet(page).getByRole('status')).toContainText('Updated moves to now')
  })
  expect(updated).toContain('Adds when cars may cross.')
  const after = await readAsReader(stet.app, path.join(stet.scratch, 'three.html'))
  expect(after.stamps.map(({ label }) => label)).toEqual(['Published', 'Updated'])
  expect(after.stamps[0]).toEqual(published[0])

  // A correction says what was wrong and what is right, drafted from the change.
  await replaceInStory(page, '3 million', '4 million')
  const corrected = await publish(stet, 'four.html', async () => {
    await choose(page, 'Paragraph 1', 'Correction')
    const note = sheet(page).getByRole('textbox', { name: 'Correction' })
    await expect(note).toHaveValue(/An earlier version of this article said .*3 million.*4 million/)
    await expectAccessible(page, 'publish sheet with a correction')
  })
  const reader = await readAsReader(stet.app, path.join(stet.scratch, 'four.html'))
  expect(corrected).toContain('An earlier version of this article said')
  expect(JSON.stringify(reader.jsonLd['correction'])).toContain('4 million')
  expect(reader.violations).toEqual({ light: [], dark: [] })

  // A retraction takes the place of the story and keeps its headline.
  const retracted = await publish(stet, 'five.html', async () => {
    await sheet(page).getByRole('button', { name: 'Add a note' }).click()
    await sheet(page).getByRole('button', { name: 'Kind of note' }).click()
    await page.getByRole('option', { name: 'Retraction' }).click()
    await sheet(page).getByRole('textbox', { name: 'Retraction' }).fill('There is no bridge. We regret it.')
  })
  expect(retracted).toContain('There is no bridge. We regret it.')
  expect(retracted).toContain('The bridge opens on Friday')
  expect(retracted).not.toContain('Cars will cross from noon.')
  expect((await readAsReader(stet.app, path.join(stet.scratch, 'five.html'))).violations).toEqual({
    light: [],
    dark: [],
  })

  // Every edition is there, frozen.
  await runCommand(page, 'History')
  const editions = page.getByRole('list', { name: 'Editions, newest first' }).getByRole('button')
  await expect(editions).toHaveCount(5)
  await expect(editions.nth(0)).toContainText('Retraction')
  await expect(editions.nth(1)).toContainText('Correction')
  await expect(editions.nth(4)).toContainText('First publication')
  await expectAccessible(page, 'history with editions')
  await editions.nth(4).click()
  const dialog = page.getByRole('dialog', { name: /^Edition 1/ })
  await expect(dialog.frameLocator('iframe').getByText('3 million pounds')).toBeVisible()
  const again = path.join(stet.scratch, 'again.html')
  await stet.chooseSavePath(again)
  await dialog.getByRole('button', { name: 'Export this edition again…' }).click()
  await readMessage(page, 'Edition 1 was written again')
  expect(fs.readFileSync(again, 'utf8')).toBe(first)
  await page.keyboard.press('Escape')

  // What readers saw at any instant, from the editions' own times.
  const trail = await page.evaluate(async (query) => {
    const { rows } = await window.stet.library
      .list(query)
      .then((list) => (list.ok ? list.value : { rows: [] }))
    const articleId = rows[0]?.id
    if (articleId === undefined) throw new Error('no article')
    const editions = await window.stet.publishing.editions({ articleId })
    if (!editions.ok) throw new Error(editions.error.type)
    const pages = []
    for (const { at, id } of editions.value) {
      const seen = await window.stet.publishing.editionAt({ articleId, at })
      pages.push(seen.ok && seen.value.kind === 'edition' && seen.value.edition.id === id)
    }
    const before = await window.stet.publishing.editionAt({
      articleId,
      // ED3: a page counts from the whole second that its stamp names.
      at: (editions.value.at(-1)?.at ?? 0) - 1_000,
    })
    return { pages, before: before.ok ? before.value.kind : before.error.type }
  }, EVERYTHING)
  expect(trail).toEqual({ pages: [true, true, true, true, true], before: 'not-yet' })
})

test('a hold really holds, an embargo lets nothing out, and each way past them is asked for and recorded', async ({
  stet,
}) => {
  test.setTimeout(120_000)
  const { page } = stet
  await beginArticle(page, 'Held')
  await goToEnd(page)
  await page.keyboard.type('Nothing of this may leave.')
  await expect(saved(page)).toBeVisible()

  await runCommand(page, 'Put on Hold')
  await page.getByRole('textbox', { name: 'Why' }).fill('The family is not told yet')
  await page.getByRole('button', { name: 'Put on hold', exact: true }).click()
  await readMessage(page, 'Put on hold')
  await runCommand(page, 'Publish')
  await expect(sheet(page).getByRole('alert')).toContainText('The family is not told yet')
  await expect(publishButton(page)).toBeDisabled()
  await expectAccessible(page, 'publish sheet on hold')
  await sheet(page).getByRole('button', { name: 'Release the hold…' }).click()
  await page.getByRole('button', { name: 'Release the hold', exact: true }).click()
  await expect(sheet(page).getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Escape')

  await runCommand(page, 'Story')
  await page.getByRole('button', { name: 'Set embargo…' }).click()
  await expect(saved(page)).toBeVisible()
  await runCommand(page, 'Publish')
  await expect(sheet(page).getByRole('alert')).toContainText(/embargo/i)
  await expect(publishButton(page)).toBeDisabled()
  await sheet(page).getByRole('button', { name: 'Publish before it ends…' }).click()
  await page.getByRole('textbox', { name: 'Why' }).fill('The source lifted it by phone')
  await page.getByRole('button', { name: 'Publish before the embargo ends' }).click()
  const file = path.join(stet.scratch, 'early.html')
  await stet.chooseSavePath(file)
  await expect(publishButton(page)).toBeEnabled()
  await publishButton(page).click()
  await readMessage(page, 'early.html')
  expect(fs.readFileSync(file, 'utf8')).toContain('Nothing of this may leave.')

  await runCommand(page, 'History')
  await page.getByRole('button', { name: /^Desk log/ }).click()
  const log = page.getByRole('list', { name: 'What the desk did, newest first' })
  await expect(log).toContainText('The family is not told yet')
  await expect(log).toContainText('The source lifted it by phone')
})
