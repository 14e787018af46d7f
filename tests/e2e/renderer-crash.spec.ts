// R2: a page that dies in mid-typing comes back on its article, with every acknowledged character once.
import process from 'node:process'
import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, type Stet, test } from './support/launch-stet.ts'

const CRASHES = Number(process.env['STET_CRASHES'] ?? 10)
/** What may be under way when the page dies, in ms of typing. */
const MAY_BE_LOST_MS = 250
const KEY_PAUSE_MS = 25
/** Three deaths within a minute end in a notice (E7): the policy is asked to forget, as "Try Again" does. */
const DEATHS_BEFORE_NOTICE = 2

const galley = (page: Page) => page.getByRole('textbox', { name: 'Text of the article' })
const saved = (page: Page) => page.locator('[data-save="saved"]')

const crashPage = (stet: Stet) =>
  stet.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )

/** A page that dies never answers what it was asked. */
const ANSWER_LIMIT_MS = 1_000

/** Playwright gives up a page that crashed: it is asked by way of main. */
const inPage = <T>(stet: Stet, code: string): Promise<T> =>
  stet.app.evaluate(
    ({ BrowserWindow }, { script, limit }) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script) as Promise<never>,
        new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), limit)),
      ]),
    { script: code, limit: ANSWER_LIMIT_MS },
  )
const READY = `document.documentElement.dataset.ready === 'true'`
const LAST = `document.querySelector('[role="textbox"] > p:last-of-type')`

async function pressed(stet: Stet, key: string, modifiers: string[] = []): Promise<void> {
  await stet.app.evaluate(
    ({ BrowserWindow }, input) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const { key: keyCode, modifiers: held } = input
      const event = { keyCode, modifiers: held as 'control'[] }
      contents?.sendInputEvent({ type: 'keyDown', ...event })
      if (keyCode.length === 1) contents?.sendInputEvent({ type: 'char', ...event })
      contents?.sendInputEvent({ type: 'keyUp', ...event })
    },
    { key, modifiers },
  )
}

/** "Kept" is in the library, the exclamation mark after it was refused: the library is away. */
async function writeWhatIsRefused(stet: Stet): Promise<void> {
  const { page } = stet
  await page.keyboard.press('Control+n')
  await expect(galley(page)).toBeFocused()
  await expect.poll(() => page.evaluate(() => getSelection()?.anchorNode?.nodeName)).toBe('H1')
  await page.keyboard.type('Kept')
  await expect(saved(page)).toBeVisible()
  fs.renameSync(stet.library, `${stet.library}.away`)
  await page.keyboard.type('!')
  await expect(page.locator('[data-save="failed"]')).toBeVisible()
}

/** Three deaths within a minute (E7), and the desk without the article taken. */
async function dieUntilTheDeskIsOffered(stet: Stet): Promise<void> {
  for (let death = 0; death < 3; death += 1) {
    await expect.poll(() => inPage<boolean>(stet, READY).catch(() => false)).toBe(true)
    await crashPage(stet)
  }
  await expect
    .poll(() => inPage<string>(stet, `document.body.innerText`).catch(() => ''))
    .toContain('Open the Desk')
  await inPage(stet, `document.querySelectorAll('a')[1].click()`)
  await expect.poll(() => inPage<boolean>(stet, READY).catch(() => false)).toBe(true)
}

async function focusEnd(stet: Stet): Promise<void> {
  await expect
    .poll(async () => {
      const isReady = await inPage<boolean>(
        stet,
        `${READY} && document.querySelector('[role="textbox"]') !== null`,
      ).catch(() => false)
      if (!isReady) return false
      await inPage(stet, `document.querySelector('[role="textbox"]').focus()`)
      await pressed(stet, 'End', ['control'])
      return inPage<boolean>(stet, `${LAST}?.contains(getSelection()?.anchorNode ?? null) ?? false`)
    })
    .toBe(true)
}

test(`R2: ${CRASHES} crashes of the page in mid-typing lose nothing that was acknowledged and double nothing`, async ({
  stet,
}) => {
  test.setTimeout(CRASHES * 15_000)
  stet.allowConsole(/./) // a page that is killed says what it likes
  const { page } = stet
  await page.keyboard.press('Control+n')
  await expect(galley(page)).toBeFocused()
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  let expected = ''
  let worstMs = 0
  for (let crash = 0; crash < CRASHES; crash += 1) {
    await focusEnd(stet)
    const typed: { char: string; at: number }[] = []
    const crashAt = Date.now() + 200 + ((crash * 173) % 600)
    for (let n = 0; Date.now() < crashAt; n += 1) {
      const char = letters[(n + crash) % letters.length] ?? 'x'
      typed.push({ char, at: Date.now() })
      await pressed(stet, char)
      await new Promise((resolve) => setTimeout(resolve, KEY_PAUSE_MS))
    }
    const crashedAt = Date.now()
    await crashPage(stet)
    if (crash % (DEATHS_BEFORE_NOTICE + 1) === DEATHS_BEFORE_NOTICE) {
      await expect
        .poll(() => inPage<string>(stet, `document.body.innerText`).catch(() => ''))
        .toContain('Try Again')
      await inPage(stet, `document.querySelector('a').click()`)
    }
    await expect
      .poll(() => inPage<boolean>(stet, `${READY} && ${LAST} !== null`).catch(() => false), {
        timeout: 15_000,
      })
      .toBe(true)
    const text = await inPage<string>(stet, `${LAST}.textContent`)
    const all = typed.map(({ char }) => char).join('')
    expect(
      text.startsWith(expected),
      `crash ${crash}: what was there before is still there, once: ${text}`,
    ).toBe(true)
    const kept = text.slice(expected.length)
    expect(all.startsWith(kept), `crash ${crash}: kept ${kept} of ${all}`).toBe(true)
    const firstLost = typed[kept.length]
    const lostMs = firstLost === undefined ? 0 : crashedAt - firstLost.at
    worstMs = Math.max(worstMs, lostMs)
    expect(lostMs, `crash ${crash}: kept ${kept} of ${all}`).toBeLessThanOrEqual(MAY_BE_LOST_MS)
    expected = text
  }
  expect(expected.length).toBeGreaterThan(CRASHES)
  await stet.relaunch()
  await expect(galley(stet.page).locator('> p').last()).toHaveText(expected)
  process.stdout.write(
    `    page crashes: worst loss ${worstMs} ms of typing in ${CRASHES}; ${expected.length} characters kept\n`,
  )
})

test('R2, R9: words that the library refused outlive the page that typed them, and are not called saved', async ({
  stet,
}) => {
  stet.allowConsole(/./)
  await writeWhatIsRefused(stet)
  await crashPage(stet)
  const shows = (selector: string) =>
    inPage<string | null>(stet, `document.querySelector('${selector}')?.textContent ?? null`).catch(
      () => null,
    )
  await expect.poll(() => shows('[role="textbox"] > h1')).toBe('Kept!')
  await expect.poll(() => shows('[data-save="failed"]')).not.toBeNull()
  expect(await shows('[data-save="saved"]')).toBeNull()
  fs.renameSync(`${stet.library}.away`, stet.library)
  await expect.poll(() => shows('[data-save="saved"]')).not.toBeNull()
  await stet.relaunch()
  await expect(galley(stet.page)).toContainText('Kept!')
})

test('E7: after three deaths in a minute the desk can be opened without the article', async ({ stet }) => {
  stet.allowConsole(/./)
  const { page } = stet
  await page.keyboard.press('Control+n')
  await expect(galley(page)).toBeFocused()
  await dieUntilTheDeskIsOffered(stet)
  const article = '[role="textbox"], [aria-label="Opening the article"]'
  expect(await inPage<boolean>(stet, `document.querySelector('${article}') === null`)).toBe(true)
})

test('DR13: words that no window shows any more and the library refused are asked about before quitting', async ({
  stet,
}) => {
  stet.allowConsole(/./)
  await writeWhatIsRefused(stet)
  await dieUntilTheDeskIsOffered(stet)
  await stet.app.evaluate(({ app }) => setImmediate(() => app.quit()))
  await expect
    .poll(async () => (await stet.messages()).map(({ buttons }) => buttons))
    .toEqual([['Keep Trying', 'Quit Anyway']])
  fs.renameSync(`${stet.library}.away`, stet.library)
  await stet.relaunch()
  await stet.page.getByText('Kept!').first().click()
  await expect(galley(stet.page)).toContainText('Kept!')
})
