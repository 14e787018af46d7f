// What leaves the house: the page for readers, judged by other people's judges, in a window that is not ours.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { Page } from '@playwright/test'
import { DESK_CANARY, fullProfile, STASH_CANARY } from '#tests/support/full-article.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import {
  type ExportChoice,
  exportArticle,
  galley,
  goToEnd,
  readMessage,
  runCommand,
  saved,
  statusBox,
} from './support/at-the-desk.ts'
import { root } from './support/electron-program.ts'
import { expect, type Stet, test } from './support/launch-stet.ts'
import { readAsReader } from './support/reader-window.ts'
import { putFullArticlePictures, seedLibrary, stetJson } from './support/seed-library.ts'

test.use({ startsAtOnce: false })

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const JAR = path.join(root, 'node_modules/vnu-jar/build/dist/vnu.jar')

/** The full article in a library with a publication of its own, opened by way of File > Import. */
async function openFullArticle(stet: Stet): Promise<void> {
  const article = seedLibrary(stet.library, (store) => {
    valueOf(store.desk.saveProfile(fullProfile()))
    return putFullArticlePictures(store)
  })
  const file = path.join(stet.scratch, 'ferry.json')
  fs.writeFileSync(file, stetJson(article))
  await stet.launch()
  const { page } = stet
  await stet.chooseFiles([file])
  await page.keyboard.press('Control+Shift+i')
  const receipt = page.getByRole('dialog', { name: 'Import' })
  await receipt.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(galley(page).locator('h1')).toContainText('The last ferry')
  await expect(galley(page).locator('[data-stet="stash"]')).toContainText(STASH_CANARY)
}

async function exportTo(stet: Stet, choice: ExportChoice): Promise<Buffer> {
  const { page } = stet
  const file = path.join(stet.scratch, choice.file)
  await stet.chooseSavePath(file)
  await exportArticle(page, choice)
  await readMessage(page, `Exported ${choice.file}`)
  return fs.readFileSync(file)
}

/** What the margin says of the public times. */
const stampsOf = async (page: Page): Promise<string[]> =>
  statusBox(page).locator('dl').first().locator('dd').allTextContents()

test('the full article, exported for readers, is a page that stands on its own and can be had again', async ({
  stet,
}) => {
  test.setTimeout(120_000)
  await openFullArticle(stet)
  const { page } = stet
  await expect(statusBox(page)).toContainText('not yet')

  const first = await exportTo(stet, { file: 'first.html' })
  await expect(statusBox(page)).not.toContainText('not yet')
  const published = await stampsOf(page)
  expect(published).toHaveLength(1)

  // Same article, same bytes; and the stamp of the first time.
  const second = await exportTo(stet, { file: 'second.html', clock: 'Silent fix' })
  expect(sha256(second)).toBe(sha256(first))
  expect(await stampsOf(page)).toEqual(published)

  // The preview is the file.
  await page.keyboard.press('Control+Shift+p')
  const preview = page.getByRole('dialog', { name: 'Preview' })
  const frame = preview.locator('iframe')
  await expect(frame).toHaveAttribute('src', /^app:\/\/preview\/[0-9a-f]{64}$/)
  await expect(frame).toHaveAttribute('sandbox', '')
  const address = await frame.getAttribute('src')
  const served = await stet.app.evaluate(async ({ session }, url) => {
    const answer = await session.fromPartition('persist:newsroom').fetch(url)
    return [...new Uint8Array(await answer.arrayBuffer())]
  }, address ?? '')
  expect(sha256(Buffer.from(served))).toBe(sha256(first))
  await expect(preview.frameLocator('iframe').locator('h1')).toContainText('The last ferry')
  await page.keyboard.press('Escape')
  await expect(preview).toHaveCount(0)

  // In a reader's window.
  const read = await readAsReader(stet.app, path.join(stet.scratch, 'first.html'))
  expect(read.violations).toEqual({ light: [], dark: [] })
  expect(read.requests).toEqual([])
  expect(read.scripts).toEqual([])
  expect(read.pictures.length).toBe(2)
  expect(read.pictures.every((width) => width > 0)).toBe(true)
  expect(read.headline).toBe('The last ferry at Oyster Bend keeps its own time')
  const html = first.toString('utf8')
  for (const canary of [STASH_CANARY, DESK_CANARY]) {
    expect(html).not.toContain(canary)
    expect(await galley(page).page().content()).toContain(STASH_CANARY)
  }

  // Machines are told what people are told.
  const { jsonLd } = read
  expect(jsonLd).toMatchObject({ headline: read.headline, inLanguage: 'en-GB', articleSection: 'Valley' })
  expect((jsonLd['author'] as { name: string }[]).map(({ name }) => name)).toEqual(read.people)
  expect(read.people).toEqual(['Han Seo-yun', 'Rosalind Ache', 'Ode Marchetti'])
  expect(read.stamps.map(({ label }) => label)).toEqual(['Published'])
  expect(jsonLd['datePublished']).toBe(read.stamps[0]?.datetime)
  expect(jsonLd['dateModified']).toBe(jsonLd['datePublished'])
  expect(published).toEqual([read.stamps[0]?.words])

  // An explicit update moves its own stamp and no other.
  const third = await exportTo(stet, { file: 'third.html', clock: 'Update' })
  expect(sha256(third)).not.toBe(sha256(first))
  const updated = await readAsReader(stet.app, path.join(stet.scratch, 'third.html'))
  expect(updated.stamps.map(({ label }) => label)).toEqual(['Published', 'Updated'])
  expect(updated.stamps[0]).toEqual(read.stamps[0])
  expect(updated.jsonLd).toMatchObject({
    datePublished: read.stamps[0]?.datetime,
    dateModified: updated.stamps[1]?.datetime,
  })
  const after = [published[0], updated.stamps[1]?.words]
  await expect.poll(() => stampsOf(page)).toEqual(after)

  // A proof says so, keeps search engines away and moves nothing.
  const proof = (await exportTo(stet, { file: 'proof.html', purpose: 'A proof' })).toString('utf8')
  expect(proof).toMatch(/<meta name="robots" content="noindex[^"]*">/)
  expect(html).not.toContain('noindex')
  const stampLine = (text: string) => /<p class="stamps">.*<\/p>/.exec(text)?.[0]
  expect(stampLine(proof)).toBe(stampLine(third.toString('utf8')))
  expect(await stampsOf(page)).toEqual(after)

  const checked = spawnSync(
    'java',
    [
      '-jar',
      JAR,
      '--errors-only',
      '--stdout',
      ...['first', 'third', 'proof'].map((name) => path.join(stet.scratch, `${name}.html`)),
    ],
    { encoding: 'utf8' },
  )
  if (checked.error === undefined) expect(checked.stdout + checked.stderr).toBe('')
  else process.stdout.write('    skipped: no java for the Nu HTML checker\n')
})

test('other formats and the clipboard carry the story and nothing private; a TK has to be allowed', async ({
  stet,
}) => {
  await openFullArticle(stet)
  const { page } = stet
  const others = [
    ['Markdown', 'story.md', /^## The numbers$|^### The numbers$/m],
    ['Plain text', 'story.txt', /The boat leaves when it is full/],
    ['Stet JSON', 'story.json', /"format":"stet-article"/],
  ] as const
  for (const [format, file, holds] of others) {
    const text = (await exportTo(stet, { file, format })).toString('utf8')
    expect(text).toMatch(holds)
    expect(text).toContain('The last ferry at Oyster Bend')
    expect(text).not.toContain(STASH_CANARY)
    expect(text).not.toContain(DESK_CANARY)
  }
  // No page has gone out: these publish nothing.
  expect(await stampsOf(page)).toEqual(['not yet'])

  const clipboardText = () => stet.app.evaluate(async ({ clipboard }) => clipboard.readText())
  for (const [command, done, inText] of [
    ['Copy as HTML', 'Copied as HTML', /<h1>The last ferry/],
    ['Copy as Markdown', 'Copied as Markdown', /^# The last ferry/m],
    ['Copy as Text', 'Copied as text', /The last ferry at Oyster Bend/],
  ] as const) {
    await runCommand(page, command)
    await readMessage(page, done)
    const text = await clipboardText()
    expect(text).toMatch(inText)
    expect(text).not.toContain(STASH_CANARY)
  }

  await goToEnd(page)
  await page.keyboard.type(' The fare is TK crowns.')
  await expect(saved(page)).toBeVisible()
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog', { name: 'Export' })
  await expect(sheet).toContainText('There is still a TK in this article.')
  const go = sheet.getByRole('button', { name: 'Choose a place and export…' })
  await expect(go).toBeDisabled()
  await sheet.getByText('Export it for readers all the same').click()
  const file = path.join(stet.scratch, 'with-tk.html')
  await stet.chooseSavePath(file)
  await go.click()
  await readMessage(page, 'Exported with-tk.html')
  expect(fs.readFileSync(file, 'utf8')).toContain('The fare is TK crowns.')
})
