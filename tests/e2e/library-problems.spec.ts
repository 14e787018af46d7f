import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test, waitUntilReady } from './support/launch-stet.ts'

test.use({ startsAtOnce: false })

/** Digest of everything in a folder: names, bytes. */
function digestOf(folder: string): string {
  const hash = createHash('sha256')
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name)
    hash.update(path.relative(folder, file))
    if (entry.isFile()) hash.update(fs.readFileSync(file))
  }
  return hash.digest('hex')
}

const put = (folder: string, name: string, bytes: string | Uint8Array) => {
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, name), bytes)
}

const NOT_OURS = 'Not a Stet library'
const DAMAGED = 'The library is damaged'

for (const [what, heading, prepare] of [
  ['a folder of other files', NOT_OURS, (folder: string) => put(folder, 'holiday.jpg', 'jpg')],
  [
    'a text file by the name of a library',
    NOT_OURS,
    (folder: string) => put(folder, 'library.db', 'Dear diary'),
  ],
  ['an empty file by the name of a library', DAMAGED, (folder: string) => put(folder, 'library.db', '')],
  ['a file where the folder should be', NOT_OURS, (folder: string) => fs.writeFileSync(folder, 'file')],
] as const)
  test(`D9: ${what} is left as it is, and a window says so`, async ({ stet }) => {
    prepare(stet.library)
    const before = fs.statSync(stet.library).isDirectory() ? digestOf(stet.library) : null
    await stet.launch()
    await expect(stet.page.getByRole('heading')).toHaveText(heading)
    await expect(stet.page.getByRole('main')).toContainText(stet.library)
    await expect(stet.page.getByRole('link')).toHaveText([
      'Try Again',
      'Open Another…',
      'New Library…',
      'Quit',
    ])
    await expect(stet.page.getByRole('link', { name: 'Try Again' })).toBeFocused()
    expect(stet.readLog().map(({ event }) => event)).not.toContain('defect')
    await stet.quit()
    if (before !== null) expect(digestOf(stet.library)).toBe(before)
  })

test('D12: trying again works once the trouble is gone', async ({ stet }) => {
  put(stet.library, 'library.db', 'Dear diary')
  await stet.launch()
  await expect(stet.page.getByRole('heading')).toHaveText(NOT_OURS)
  fs.rmSync(stet.library, { recursive: true })
  await stet.page.keyboard.press('Enter')
  await expect.poll(() => stet.page.url()).toBe('app://newsroom/index.html')
  await waitUntilReady(stet.page)
  expect(await stet.page.evaluate(() => window.stet.app.info({}))).toMatchObject({
    ok: true,
    value: { libraryPath: stet.library },
  })
})

test('D12: another library can be made from there', async ({ stet }) => {
  put(stet.library, 'library.db', 'Dear diary')
  await stet.launch()
  const fresh = path.join(stet.scratch, 'Fresh.stet')
  await stet.chooseSavePath(fresh)
  await stet.page.getByRole('link', { name: 'New Library…' }).click()
  await expect.poll(() => stet.page.url()).toBe('app://newsroom/index.html')
  expect(fs.existsSync(path.join(fresh, 'library.db'))).toBe(true)
})

test('D9: the library of last time that is not there any more is never replaced by an empty one', async ({
  stet,
}) => {
  await stet.launch()
  await stet.quit()
  fs.renameSync(stet.library, `${stet.library}.moved`)
  await stet.launch({ library: '' })
  await expect(stet.page.getByRole('heading')).toHaveText('No library here')
  expect(fs.existsSync(stet.library)).toBe(false)
})

test('changing the library from the window opens it in a new window and closes the old', async ({ stet }) => {
  await stet.launch()
  const other = path.join(stet.scratch, 'Other.stet')
  await stet.chooseSavePath(other)
  const page = await stet.nextWindow(() =>
    // Not awaited in the page: the window that asked is closed by the answer.
    stet.page.evaluate(() => void window.stet.app.chooseLibrary({ create: true })),
  )
  expect(await page.evaluate(() => window.stet.app.info({}))).toMatchObject({ value: { libraryPath: other } })
  await expect.poll(() => stet.app.windows().length).toBe(1)
})
