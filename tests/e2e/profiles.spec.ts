// Output profiles as a desk makes them: beside a page of each, by keyboard and mouse, kept with the library.
import fs from 'node:fs'
import path from 'node:path'
import { fullProfile, landscapePng } from '#tests/support/full-article.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { readMessage, runCommand } from './support/at-the-desk.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/launch-stet.ts'
import { putFullArticlePictures, seedLibrary } from './support/seed-library.ts'

test.use({ startsAtOnce: false })

test('a profile is made beside a page of it, saved, made the default, and used by the preview', async ({
  stet,
}) => {
  test.setTimeout(120_000)
  seedLibrary(stet.library, (store) => {
    valueOf(store.desk.saveProfile(fullProfile()))
    return putFullArticlePictures(store)
  })
  await stet.launch()
  const { page } = stet
  await page.setViewportSize({ width: 1280, height: 860 })
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await page.keyboard.press('Control+,')
  await settings.getByRole('tab', { name: 'Publication' }).click()
  await expect(settings.getByRole('listitem')).toHaveCount(1)
  await expectAccessible(page, 'list of profiles')
  await settings.getByRole('button', { name: 'Duplicate Main' }).click()

  const dialog = page.getByRole('dialog', { name: 'New output profile' })
  const sample = dialog.frameLocator('iframe')
  await expect(sample.locator('.publication')).toHaveText('The Valley Post')
  await expect(dialog.getByLabel('Name of this profile')).toHaveValue('Main 2')
  await dialog.getByLabel('Name of this profile').fill('Weekend')
  await dialog.getByLabel('Site address').fill('weekend.example')
  await expect(dialog).toContainText('Begin with https:// or http:// and name a site.')
  await expect(dialog.getByRole('button', { name: 'Save the profile' })).toBeDisabled()
  await dialog.getByLabel('Site address').fill('https://weekend.example')
  await dialog.getByLabel('Name of the publication').fill('Die Wochenpost')
  await dialog.getByText(/^Longform/).click()
  await dialog.getByRole('button', { name: /Language of labels/ }).click()
  await page.getByRole('option', { name: 'Deutsch' }).click()
  await expect(sample.locator('.publication')).toHaveText('Die Wochenpost')
  await expect(sample.locator('.notes h2')).toHaveText('Korrekturen und Aktualisierungen')
  await expect(sample.locator('.stamps')).toContainText('Veröffentlicht 4. März 2026, 17:35 Uhr KST')
  const logo = path.join(stet.scratch, 'logo.png')
  fs.writeFileSync(logo, landscapePng(300, 60))
  await stet.chooseFiles([logo])
  await dialog.getByRole('button', { name: 'Choose a picture…' }).click()
  await expect(sample.locator('img.logo')).toHaveAttribute('alt', 'Die Wochenpost')
  await expectAccessible(page, 'profile dialog')
  await dialog.getByRole('button', { name: 'Save the profile' }).click()
  await readMessage(page, 'Saved “Weekend”')
  await settings.getByRole('button', { name: 'Make Weekend the default' }).click()
  await readMessage(page, '“Weekend” is the default')
  await settings.getByRole('button', { name: 'Remove Main' }).click()
  await readMessage(page, 'Removed “Main”')
  await expect(settings.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')

  await runCommand(page, 'Corrections Log')
  const log = page.getByRole('dialog', { name: 'Corrections log' })
  await expect(log.frameLocator('iframe').locator('main')).toContainText('Es gibt keine Korrekturen.')
  await expect(log).toContainText('0 corrections in this library')
  await expectAccessible(page, 'corrections log')
  await stet.chooseSavePath(path.join(stet.scratch, 'log.json'))
  await log.getByRole('button', { name: 'Save as JSON…' }).click()
  await readMessage(page, 'Saved log.json')
  expect(JSON.parse(fs.readFileSync(path.join(stet.scratch, 'log.json'), 'utf8'))).toMatchObject({
    format: 'stet-corrections',
    publication: 'Die Wochenpost',
    corrections: [],
  })
})
