// Every screen, reached with the keyboard alone, judged by axe in light, in dark and in forced colours.
import fs from 'node:fs'
import path from 'node:path'
import { landscapePng } from '#tests/support/full-article.ts'
import { expectAccessible, tabTo } from './support/accessibility.ts'
import { galley, goToEnd, runCommand, saved } from './support/at-the-desk.ts'
import { expect, test } from './support/launch-stet.ts'

test('each screen can be reached by keyboard and has no violation', async ({ stet }) => {
  test.setTimeout(240_000)
  const { page } = stet
  const keys = page.keyboard
  const judge = (screen: string) => test.step(screen, () => expectAccessible(page, screen))
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const closed = async () => {
    await keys.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }

  await judge('welcome')
  await tabTo(page, 'Open the sample article')
  await keys.press('Enter')
  await expect(galley(page).locator('h1')).not.toHaveText('')
  await expect(galley(page)).toBeFocused()

  // Something of everything that has controls of its own.
  const picture = path.join(stet.scratch, 'river.png')
  fs.writeFileSync(picture, landscapePng(120, 80))
  await stet.chooseFiles([picture])
  await goToEnd(page)
  await keys.press('Control+Alt+p')
  await expect(galley(page).locator('figure img').last()).toHaveJSProperty('naturalWidth', 120)
  await goToEnd(page)
  await keys.type('TK: one more fact.')
  await keys.press('Enter')
  await keys.type('Keep this back.')
  await keys.press('Control+Alt+s')
  await expect(saved(page)).toBeVisible()
  await keys.press('Control+Alt+f')
  await expect(page.getByRole('tab', { name: 'Story', exact: true })).toHaveAttribute('aria-selected', 'true')
  await judge('galley and story')
  await keys.press('Control+Alt+k')
  await expect(page.getByRole('tabpanel')).toContainText('TK')
  await judge('checks')

  await keys.press('Control+Alt+g')
  await goToEnd(page)
  await keys.press('Control+Alt+t')
  for (const words of ['Fares', 'Year', 'Crossing', 'Return']) {
    await keys.type(words)
    await keys.press(words === 'Fares' ? 'Enter' : 'Tab')
  }
  await judge('table')
  await keys.press('Control+f')
  await expect(page.getByRole('textbox', { name: 'Find', exact: true })).toBeFocused()
  await keys.type('the')
  await judge('find bar')
  await keys.press('Escape')

  await goToEnd(page)
  await keys.type('harbour')
  await keys.press('Shift+Control+ArrowLeft')
  await keys.press('Control+Shift+k')
  await expect(page.getByRole('textbox', { name: 'Address' })).toBeFocused()
  await judge('link')
  await keys.press('Escape')
  await runCommand(page, 'Language of Selection')
  await expect(page.getByRole('dialog')).toBeVisible()
  await judge('language of a selection')
  await closed()

  await keys.press('Alt+F10')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[role="toolbar"]') !== null))
    .toBe(true)
  await tabTo(page, /^Order/)
  await keys.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await judge('a menu')
  await keys.press('Escape')
  await tabTo(page, 'Filters')
  await keys.press('Enter')
  await judge('filters')
  await keys.press('Escape')

  await keys.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Run a command' })).toBeFocused()
  await judge('palette')
  await keys.type('zzzzzz')
  await expect(page.getByText('No command and no article matches.')).toBeVisible()
  await judge('palette with nothing found')
  await closed()

  await keys.press('Control+,')
  for (const tab of ['Writing', 'Publication', 'Sections', 'House style']) {
    const title = dialog('Settings').getByRole('tab', { name: tab })
    if (tab !== 'Writing') {
      if (tab === 'Publication') await tabTo(page, 'Writing', 'tab')
      await keys.press('ArrowRight')
    }
    await expect(title).toHaveAttribute('aria-selected', 'true')
    await expect(dialog('Settings').getByRole('tabpanel')).not.toBeEmpty()
    await judge(`settings, ${tab}`)
  }
  await closed()

  await expect(saved(page)).toBeVisible()
  for (const [key, name] of [
    ['Control+e', 'Export'],
    ['Control+/', 'Keyboard shortcuts'],
    ['Control+s', 'Name this revision'],
  ] as const) {
    await keys.press(key)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    if (key === 'Control+e') await expect(page.getByText('There is still a TK')).toBeVisible()
    await judge(name)
    if (key !== 'Control+s') await closed()
  }
  await keys.type('As filed')
  await keys.press('Enter')
  await expect(page.getByText(/^Kept as revision/)).toBeVisible()
  await keys.press('Control+Alt+h')
  await expect(page.getByRole('list', { name: 'Revisions, newest first' })).toBeVisible()
  await judge('history, with a message')
  await tabTo(page, /As filed/)
  await keys.press('Enter')
  await expect(page.getByText(/^You are reading revision/)).toBeVisible()
  await judge('an old revision')
  await tabTo(page, 'Restore…')
  await keys.press('Enter')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await judge('restore')
  await keys.press('Escape')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await keys.press('Escape')
  await expect(galley(page)).toBeVisible()

  await keys.press('Control+Shift+p')
  await expect(dialog('Preview').locator('iframe')).toBeVisible()
  await judge('preview')
  await closed()
  await runCommand(page, 'About Stet')
  await expect(page.getByRole('dialog')).toBeVisible()
  await judge('about')
  await closed()

  fs.writeFileSync(path.join(stet.scratch, 'note.txt'), 'A short note\n\nThat is all.')
  fs.writeFileSync(path.join(stet.scratch, 'not.txt'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 2]))
  await stet.chooseFiles(['note.txt', 'not.txt'].map((name) => path.join(stet.scratch, name)))
  await keys.press('Control+Shift+i')
  await expect(dialog('Import')).toContainText('Not imported')
  await judge('import receipts')
  await closed()

  await keys.press('Control+Shift+d')
  await expect(page.getByRole('searchbox', { name: 'Search the desk' })).toBeFocused()
  await keys.type('note')
  await expect(page.getByRole('navigation', { name: 'Desk' }).locator('mark').first()).toBeVisible()
  await judge('desk with hits')
  await keys.type('zzzz')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await judge('desk with nothing found')
})

test.describe('before there is a library', () => {
  test.use({ startsAtOnce: false })
  test('the page that says why has no violation', async ({ stet }) => {
    fs.mkdirSync(stet.library)
    fs.writeFileSync(path.join(stet.library, 'library.db'), 'Dear diary')
    await stet.launch()
    await expect(stet.page.getByRole('heading')).toHaveText('Not a Stet library')
    await expectAccessible(stet.page, 'library problem')
  })
})
