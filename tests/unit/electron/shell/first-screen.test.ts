import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleId } from '#shared/article/ids.ts'
import { buildOf, FIRST_SCREEN_FILE, readFirstScreen, storeFirstScreen } from '#shell/first-screen.ts'

const PAGE = `<html><head>
<script type="module" crossorigin src="./assets/index-1.js"></script>
<link rel="modulepreload" crossorigin href="./assets/react-1.js">
<link rel="stylesheet" crossorigin href="./assets/index-1.css"></head><body><div id="root"></div></body></html>`
const article = 'a'.repeat(32) as ArticleId
const other = 'b'.repeat(32) as ArticleId
const screen = JSON.stringify({
  styles: ['/assets/a.css'],
  root: { tag: 'p', attributes: {}, style: { width: '1px' }, children: ['Harbour bridge closed'] },
})

let library: string
const file = () => path.join(library, FIRST_SCREEN_FILE)
const read = (articleId = article, page = PAGE) =>
  readFirstScreen(library, articleId, page, new Set(['/assets/a.css']), (address) => `/* ${address} */`)
const store = () => storeFirstScreen(library, buildOf(PAGE), { articleId: article, screen })

beforeEach(() => {
  library = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-screen-'))
  fs.writeFileSync(path.join(library, 'library.db'), 'rows')
})
afterEach(() => fs.rmSync(library, { recursive: true, force: true }))

test('what was shown last is in the start page, inert and unseen by assistive technology', () => {
  store()
  expect(fs.statSync(file()).mode & 0o777).toBe(0o600)
  const stored = read()
  expect(stored?.html).toContain(
    '<div id="first-screen" inert aria-hidden="true"><p data-screen-style="0">Harbour bridge closed</p></div><div id="root">',
  )
  // Painted first: one style sheet with everything in it, and a script that loads the app after the first frame.
  expect(stored?.html.match(/<link[^>]*>|<script[^>]*>/g)).toEqual([
    '<script type="module" src="./assets/first-frame.js">',
    '<link rel="stylesheet" href="./assets/first-screen.css">',
  ])
  expect(stored?.css).toBe(
    '/* /assets/index-1.css */\n/* /assets/a.css */\n[data-screen-style="0"]{width:1px}\n',
  )
  expect(stored?.script).toContain('["/assets/react-1.js"]')
  expect(stored?.script).toContain('import("/assets/index-1.js")')
})

test('another article is not shown its words', () => {
  store()
  expect(read(other)).toBeNull()
})

test.each<[string, () => void]>([
  ['the library was written since', () => fs.appendFileSync(path.join(library, 'library.db'), 'more')],
  ['the library was not closed well', () => fs.writeFileSync(path.join(library, 'library.db-wal'), '')],
  [
    'it lies in another library',
    () => {
      fs.rmSync(path.join(library, 'library.db'))
      fs.writeFileSync(path.join(library, 'library.db'), 'rows')
    },
  ],
  ['the database is gone', () => fs.rmSync(path.join(library, 'library.db'))],
  ['it cannot be read', () => fs.writeFileSync(file(), '{"version":')],
  ['it is of another kind', () => fs.writeFileSync(file(), '{"version":1,"screen":{}}')],
])('nothing is shown, and the file goes, when %s', (_name, change) => {
  store()
  change()
  expect(read()).toBeNull()
  expect(fs.existsSync(file())).toBe(false)
})

test('a screen of another build is not shown: its class names mean nothing here', () => {
  store()
  expect(read(article, `${PAGE}<!-- newer -->`)).toBeNull()
})

test('a window that showed nothing takes away what was stored', () => {
  store()
  storeFirstScreen(library, buildOf(PAGE), null)
  expect(fs.existsSync(file())).toBe(false)
})
