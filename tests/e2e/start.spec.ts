import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { Page } from '@playwright/test'
import { electronProgram } from './support/electron-program.ts'
import { expect, test, waitUntilReady } from './support/launch-stet.ts'

const createArticle = (page: Page) =>
  page.evaluate(async () => {
    const created = await window.stet.library.create({ from: 'blank' })
    if (!created.ok) throw new Error(created.error.type)
    return created.value.articleId
  })

test('a first start makes a library of its own, shows a window and says when it can be used', async ({
  stet,
}) => {
  const shown = await stet.app.evaluate(({ BrowserWindow, Menu }) => {
    const [window] = BrowserWindow.getAllWindows()
    return {
      count: BrowserWindow.getAllWindows().length,
      title: window?.getTitle(),
      isVisible: window?.isVisible(),
      menu: Menu.getApplicationMenu()?.items.map((item) => item.label.replace('&', '')),
    }
  })
  expect(shown.count).toBe(1)
  expect(shown.isVisible).toBe(true)
  expect(shown.title).toContain('Stet')
  expect(shown.menu).toEqual(['File', 'Edit', 'Insert', 'Format', 'View', 'Article', 'Go', 'Window', 'Help'])
  const info = await stet.page.evaluate(() => window.stet.app.info({}))
  expect(info).toMatchObject({
    ok: true,
    value: { libraryName: 'Newsroom', libraryPath: stet.library, isReadOnly: false, isFirstRun: true },
  })
  expect(fs.statSync(stet.library).mode & 0o777).toBe(0o700)
})

test('a second start comes back to the same library, place and article', async ({ stet }) => {
  const articleId = await createArticle(stet.page)
  await stet.page.evaluate((id) => window.stet.app.showing({ articleId: id, title: 'Harbour' }), articleId)
  const place = { x: 40, y: 30, width: 1000, height: 700 }
  await stet.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    place,
  )
  await stet.relaunch()
  const info = await stet.page.evaluate(() => window.stet.app.info({}))
  expect(info).toMatchObject({ ok: true, value: { articleId, isFirstRun: false } })
  const bounds = await stet.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  )
  expect(bounds).toEqual(place)
})

test('two articles have two windows, and asking again brings the one that is there to the front', async ({
  stet,
}) => {
  const first = await createArticle(stet.page)
  const second = await createArticle(stet.page)
  await stet.page.evaluate((id) => window.stet.app.showing({ articleId: id, title: 'First' }), first)
  const other = await stet.nextWindow(() =>
    stet.page.evaluate((id) => window.stet.app.openWindow({ articleId: id }), second),
  )
  expect(await other.evaluate(() => window.stet.app.info({}))).toMatchObject({ value: { articleId: second } })
  await stet.page.evaluate((id) => window.stet.app.openWindow({ articleId: id }), second)
  expect(stet.app.windows()).toHaveLength(2)
  const nowhere = 'f'.repeat(32)
  const missing = await stet.page.evaluate(
    (id) => window.stet.app.openWindow({ articleId: id }),
    nowhere as never,
  )
  expect(missing).toMatchObject({ ok: false, error: { type: 'ArticleNotFound' } })
})

test('C1: a second start hands over what it was asked and is gone within three seconds', async ({ stet }) => {
  const articleId = await createArticle(stet.page)
  const before = Date.now()
  const opened = stet.app.waitForEvent('window')
  const code = await new Promise<number | null>((resolve) => {
    const args = [
      ...electronProgram.args,
      `--user-data-dir=${stet.userData}`,
      '--library',
      stet.library,
      '--open',
      articleId,
    ]
    spawn(electronProgram.file, args, { stdio: 'ignore', env: process.env }).on('exit', resolve)
  })
  expect(code).toBe(0)
  expect(Date.now() - before).toBeLessThan(3_000)
  const page = await waitUntilReady(await opened)
  expect(await page.evaluate(() => window.stet.app.info({}))).toMatchObject({ value: { articleId } })
})

test('E7: a page that crashes comes back on its article, one that keeps crashing stops at a calm page', async ({
  stet,
}) => {
  const articleId = await createArticle(stet.page)
  await stet.page.evaluate((id) => window.stet.app.showing({ articleId: id, title: '' }), articleId)
  const crash = () =>
    stet.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )
  const shown = () =>
    stet.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (!contents || contents.isCrashed() || contents.isLoading()) return 'not there'
      // A page that dies while it is asked never answers.
      const late = new Promise<string>((resolve) => setTimeout(() => resolve('not there'), 500))
      const script = 'document.documentElement.dataset.ready + " " + location.pathname'
      return Promise.race([contents.executeJavaScript(script) as Promise<string>, late])
    })
  for (const expected of ['true /index.html', 'true /index.html', /^true \/notice\/\d+$/]) {
    await crash()
    await expect.poll(shown).toMatch(expected)
  }
  expect(stet.readLog().filter(({ event }) => event === 'page-gone')).toHaveLength(3)
})

test('settings that cannot be read are put aside and said', async ({ stet }) => {
  await stet.quit()
  fs.writeFileSync(path.join(stet.userData, 'settings.json'), '{"settings":')
  await stet.launch()
  expect(
    fs.readdirSync(stet.userData).filter((name) => name.startsWith('settings.unreadable-')),
  ).toHaveLength(1)
})

test('the theme of the settings is the theme of the window', async ({ stet }) => {
  for (const [theme, isDark] of [
    ['dark', true],
    ['light', false],
  ] as const) {
    await stet.page.evaluate((chosen) => window.stet.settings.set({ theme: chosen }), theme)
    expect(await stet.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(isDark)
  }
})
