// The last story's first screen, stored as plain elements when its window closed and shown before any script of the page runs
// (docs/decisions/0014). It lies in the library's own folder, because its words do, and counts only while the library is, to the
// byte and the moment, the one it was taken from. It is data: what is not on the lists below is not shown.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { ArticleId } from '#shared/article/ids.ts'
import { renderScreen } from './render-screen.ts'

/** In the library's folder, readable by its owner alone. */
export const FIRST_SCREEN_FILE = 'first-screen.json'
const DATABASE_FILE = 'library.db'
const FILE_MODE = 0o600
/** Bytes of the file: some hundred times a screen of text. */
const MAX_FILE_BYTES = 4 * 1024 * 1024
const VERSION = 1

/** What a window showed when it closed. */
export interface TakenScreen {
  readonly articleId: ArticleId
  /** JSON of plain elements, made by the page (renderer/app/take-first-screen.ts). */
  readonly screen: string
}

export interface StoredPage {
  /** The start page with the screen in it. */
  readonly html: string
  /** The style sheets it was drawn with in one, and what the elements' style attributes said: the policy allows none in the page. */
  readonly css: string
  /** Loads the app once that is painted. */
  readonly script: string
}

interface Stored extends TakenScreen {
  readonly version: typeof VERSION
  readonly build: string
  readonly database: string
}

/** Which build's class names a screen is made of. */
export const buildOf = (startPage: string): string => createHash('sha256').update(startPage).digest('hex')

/** Stores the screen of a library that has just been closed; null takes away what is there. */
export function storeFirstScreen(library: string, build: string, taken: TakenScreen | null): void {
  const file = path.join(library, FIRST_SCREEN_FILE)
  const database = databaseMark(library)
  if (taken === null || database === null) return fs.rmSync(file, { force: true })
  const stored: Stored = { version: VERSION, build, database, ...taken }
  const partial = `${file}.partial`
  fs.writeFileSync(partial, JSON.stringify(stored), { mode: FILE_MODE })
  fs.renameSync(partial, file)
}

/** The start page with the stored screen; null, and the file is gone, when it is not of this library, article and build as they are now. */
export function readFirstScreen(
  library: string,
  articleId: ArticleId,
  startPage: string,
  addresses: ReadonlySet<string>,
  readStyle: (address: string) => string,
): StoredPage | null {
  const file = path.join(library, FIRST_SCREEN_FILE)
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) return null
  const stored = size > MAX_FILE_BYTES ? null : storedIn(fs.readFileSync(file, 'utf8'))
  const isCurrent = stored?.build === buildOf(startPage) && stored.database === databaseMark(library)
  if (stored === null || !isCurrent) {
    fs.rmSync(file, { force: true })
    return null
  }
  if (stored.articleId !== articleId) return null
  const screen = renderScreen(parse(stored.screen), addresses)
  if (screen === null) return null
  const own = [...startPage.matchAll(LINK)].flatMap(([, address = '']) => address)
  const styles = [...new Set([...own.filter((address) => address.endsWith('.css')), ...screen.styles])]
  return {
    html: startPage
      .replace(LINK, '')
      .replace(SCRIPT, `<script type="module" src=".${FIRST_FRAME_SCRIPT}"></script>`)
      .replace('</head>', () => `<link rel="stylesheet" href=".${FIRST_SCREEN_STYLE}"></head>`)
      .replace(
        '<div id="root">',
        () => `<div id="first-screen" inert aria-hidden="true">${screen.html}</div><div id="root">`,
      ),
    css: `${styles.map((address) => readStyle(address)).join('\n')}\n${screen.css}\n`,
    script: afterFirstFrame(
      SCRIPT.exec(startPage)?.[1] ?? '',
      own.filter((address) => address.endsWith('.js')),
    ),
  }
}

/** Beside the style sheets it is made of, so that their addresses of fonts hold. */
export const FIRST_SCREEN_STYLE = '/assets/first-screen.css'
export const FIRST_FRAME_SCRIPT = '/assets/first-frame.js'

/** How the build names its files in the start page. */
const LINK = /<link rel="(?:modulepreload|stylesheet)"[^>]* href="\.(\/assets\/[^"]+)">\s*/g
const SCRIPT = /<script type="module"[^>]* src="\.(\/assets\/[^"]+)"><\/script>/

/** Milliseconds after which the app is loaded though no frame was painted: a window may be hidden. */
const FRAME_LIMIT_MS = 250

/** The app is loaded after the first frame: loading it before would keep the thread that paints. */
const afterFirstFrame = (entry: string, preloads: readonly string[]): string => `let isBegun = false
const begin = () => {
  if (isBegun) return
  isBegun = true
  for (const href of ${JSON.stringify(preloads)})
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
  import(${JSON.stringify(entry)})
}
requestAnimationFrame(() => setTimeout(begin))
setTimeout(begin, ${FRAME_LIMIT_MS})
`

/** Whether anything at all was written since: a library at rest is this one file (its log is gone when it was closed well). */
function databaseMark(library: string): string | null {
  const file = path.join(library, DATABASE_FILE)
  if (fs.existsSync(`${file}-wal`)) return null
  const stat = fs.statSync(file, { throwIfNoEntry: false, bigint: true })
  return stat === undefined ? null : `${stat.ino} ${stat.size} ${stat.mtimeNs}`
}

function storedIn(text: string): Stored | null {
  const value = parse(text)
  const isStored =
    typeof value === 'object' &&
    value !== null &&
    Reflect.get(value, 'version') === VERSION &&
    (['build', 'database', 'articleId', 'screen'] as const).every(
      (key) => typeof Reflect.get(value, key) === 'string',
    )
  return isStored ? (value as Stored) : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // nothing of a person's is lost with it
  }
}
