// Checks as an editor uses them: each finding one press or one key from its cause, mended, or let stand with a reason.
import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { galley, goToEnd, saved } from './support/at-the-desk.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/launch-stet.ts'
import { stetCommand } from './support/stet-command.ts'

const story = [
  '---',
  'headline: Three held after fire at the old harbour hotel',
  'standfirst: Police say the cause is not known yet',
  'language: en-GB',
  '---',
  '',
  'The the fire began on Monday, 4 March 2025, and the chairman of the town council said so the next day in the hall.',
  '',
  '“We were lucky, he said. Two people are held, and nobody else is being looked for by the police in the town.',
].join('\n')

const checksTab = (page: Page): Locator => page.getByRole('tabpanel', { name: 'Checks' })
const finding = (page: Page, text: string): Locator =>
  checksTab(page).getByRole('listitem').filter({ hasText: text })
const selected = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '')

test.use({ startsAtOnce: false })

test.beforeEach(async ({ stet }) => {
  const file = path.join(stet.scratch, 'story.md')
  fs.writeFileSync(file, story)
  const [imported] = stetCommand(stet.library, 'import', file).json['imported'] as { id: string }[]
  await stet.launch({ open: imported?.id ?? '' })
  await expect(galley(stet.page)).toBeVisible()
  await stet.page.keyboard.press('Control+Alt+k')
  await expect(finding(stet.page, 'stands here twice')).toBeVisible()
})

test('each finding is one press or one key from its cause, and mended with one press or key', async ({
  stet,
}) => {
  const { page } = stet
  const tab = checksTab(page)
  await expect(tab.getByRole('heading', { level: 2 })).toHaveText(['6 warnings'])
  await expect(page.getByRole('button', { name: '6 warnings' })).toBeVisible()

  await finding(page, 'stands here twice').getByRole('button').first().click()
  await expect.poll(() => selected(page)).toBe('The the')
  await expect(galley(page)).toBeFocused()

  await finding(page, 'that day was a Tuesday').getByRole('button', { name: 'Write “Tuesday”' }).click()
  await expect(galley(page)).toContainText('on Tuesday, 4 March 2025')
  await expect(finding(page, 'that day was')).toHaveCount(0)
  await page.keyboard.press('Control+Alt+g')
  await page.keyboard.press('Control+z')
  await expect(galley(page)).toContainText('on Monday, 4 March 2025')
  await expect(finding(page, 'that day was a Tuesday')).toBeVisible()

  // Forward and round: fields are in the Story tab.
  await page.keyboard.press('Control+Alt+k')
  await finding(page, 'The quote mark').getByRole('button').first().click()
  await expect.poll(() => selected(page)).toBe('“')
  await page.keyboard.press('F8')
  await expect(page.getByRole('tab', { name: 'Story', exact: true })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('button', { name: 'Add a person' })).toBeFocused()
  await page.keyboard.press('F8')
  await expect(page.getByRole('combobox', { name: 'Section' })).toBeFocused()
  await page.keyboard.press('Shift+F8')
  await page.keyboard.press('Shift+F8')
  await expect.poll(() => selected(page)).toBe('“')
})

test('a warning is let stand with a reason, is back when its words change, and is on record', async ({
  stet,
}) => {
  const { page } = stet
  await finding(page, 'stands here twice').getByRole('button', { name: 'Let it stand…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Let it stand' })
  await expectAccessible(page, 'let it stand')
  await dialog.getByLabel('Why').fill('The name of a band')
  await page.keyboard.press('Enter')
  await expect(finding(page, 'stands here twice')).toHaveCount(0)
  const stands = checksTab(page).getByRole('button', { name: /^Let stand/ })
  await expect(stands).toContainText('1')
  await stands.click()
  await expect(finding(page, 'The name of a band')).toBeVisible()
  await expectAccessible(page, 'checks with something let stand')

  // The very sentence changes: the question is asked again.
  await finding(page, 'The name of a band').getByRole('button').first().click()
  await expect.poll(() => selected(page)).toBe('The the')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(' great')
  await expect(saved(page)).toBeVisible()
  await expect(finding(page, 'stands here twice')).toBeVisible()
  await expect(checksTab(page).getByRole('button', { name: /^Let stand/ })).toHaveCount(0)
})

test('a house term is added in the settings, found, and mended', async ({ stet }) => {
  const { page } = stet
  await page.getByRole('button', { name: 'House style…' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await expectAccessible(page, 'house style without terms')
  await settings.getByRole('button', { name: 'Add a term' }).click()
  await settings.getByLabel('Term').fill('chairman')
  await settings.getByLabel('Write instead').fill('chair')
  await settings.getByLabel('Reason').fill('Offices have no sex.')
  await expectAccessible(page, 'a house term')
  await settings.getByRole('button', { name: 'Add the term' }).click()
  await expect(settings.getByRole('list', { name: 'House terms' })).toContainText('chairman')
  await expectAccessible(page, 'house style')
  await page.keyboard.press('Escape')
  await finding(page, 'House style: change “chairman” to “chair”. Offices have no sex.')
    .getByRole('button', { name: 'Write “chair”' })
    .click()
  await expect(galley(page)).toContainText('the chair of the town council')
  await expect(finding(page, 'House style')).toHaveCount(0)
})

test('the checks read well in light, dark and forced colours', async ({ stet }) => {
  await expectAccessible(stet.page, 'checks')
})

test.describe('spelling', () => {
  /** The engine is started late and takes seconds at first, more on a busy machine. */
  const ENGINE_LIMIT_MS = 60_000
  const underlined = (page: Page) =>
    page.evaluate(() => {
      const { highlights } = CSS as unknown as { highlights: Map<string, Iterable<Range>> }
      return [...highlights].flatMap(([name, ranges]) => [...ranges].map((range) => `${name}: ${range}`))
    })

  test('a misspelling is underlined and mended by keyboard alone; nothing moves and nothing is requested', async ({
    stet,
  }) => {
    test.setTimeout(180_000)
    const { page } = stet
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.keyboard.press('Control+Alt+g')
    await goToEnd(page)
    await page.keyboard.press('Enter')
    const heights = () =>
      galley(page).evaluate((text) => [...text.children].map((block) => block.getBoundingClientRect().height))
    await page.keyboard.type('Ferries to the center of Cheongju stopped, and an colleague saw teh crew.')
    const before = await heights()
    await expect
      .poll(() => underlined(page), { timeout: ENGINE_LIMIT_MS })
      .toEqual(expect.arrayContaining(['stet-spelling: center', 'stet-grammar: an', 'stet-spelling: teh']))
    expect((await underlined(page)).join()).not.toContain('Cheongju')
    expect(await heights()).toEqual(before)

    await page.keyboard.press('Alt+F7')
    await expect.poll(() => selected(page)).not.toBe('')
    await expect(async () => {
      if ((await selected(page)) !== 'teh') await page.keyboard.press('Alt+F7')
      expect(await selected(page)).toBe('teh')
    }).toPass()
    await page.keyboard.press('Control+;')
    const menu = page.getByRole('menu', { name: 'Suggestions for teh' })
    await expect(menu).toBeVisible()
    await expectAccessible(page, 'suggestions')
    await menu.getByRole('menuitem', { name: 'the', exact: true }).press('Enter')
    await expect(galley(page)).toContainText('saw the crew')
    await page.keyboard.press('Control+z')
    await expect(galley(page)).toContainText('saw teh crew')

    // Let stand for the person, and from then on for good.
    await expect(async () => {
      if ((await selected(page)) !== 'teh') await page.keyboard.press('Alt+F7')
      expect(await selected(page)).toBe('teh')
    }).toPass()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Add to My Dictionary' }).press('Enter')
    await expect
      .poll(() => underlined(page), { timeout: ENGINE_LIMIT_MS })
      .not.toContain('stet-spelling: teh')

    // The page itself may neither compile WebAssembly nor ask anybody for anything; only the worker may, of its own file.
    const canCompile = () =>
      page.evaluate(() => {
        try {
          void new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))
          return true
        } catch {
          return false
        }
      })
    expect(await canCompile()).toBe(false)
    stet.allowConsole(/WebAssembly|Content Security Policy/)
    // Only the program's own files, and the engine's among them.
    expect(requests.filter((url) => !/^(app:\/\/newsroom\/|blob:app:\/\/newsroom\/)/.test(url))).toEqual([])
    await page.keyboard.press('Control+,')
    await page
      .getByRole('dialog', { name: 'Settings' })
      .getByText('Spelling and grammar, for articles')
      .click()
    await page.keyboard.press('Escape')
    await expect.poll(() => underlined(page)).toEqual([])
  })
})
