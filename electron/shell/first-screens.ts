// The stored first screen between two runs: prepared for the one window of this start, taken from the one window of its end.
import fs from 'node:fs'
import type { Log } from '#core/ports.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { type ServedFile, type ServedText, START_PAGE } from './app-protocol.ts'
import {
  buildOf,
  FIRST_FRAME_SCRIPT,
  FIRST_SCREEN_STYLE,
  readFirstScreen,
  storeFirstScreen,
  type TakenScreen,
} from './first-screen.ts'
import { APP_HEADERS, APP_ORIGIN } from './security.ts'

export interface FirstScreens {
  /** Reads what this library stored of this article, for the first who asks for the start page. */
  prepare(library: string, articleId: ArticleId): void
  takeStartPage(): string | null
  /** What a window showed when it was asked to close. */
  keep(windowId: number, taken: TakenScreen): void
  /** The windows that the next start will open. */
  noteWindows(windowIds: readonly number[]): void
  /** Stores the screen of a library that has just been closed. */
  store(library: string): void
}

export function createFirstScreens(
  files: ReadonlyMap<string, ServedFile>,
  texts: Map<string, ServedText>,
  log: Log,
): FirstScreens {
  const taken = new Map<number, TakenScreen>()
  let atEnd: readonly number[] = []
  let html: string | null = null
  const read = (address: string) => {
    const file = files.get(address)?.file
    return file === undefined ? '' : fs.readFileSync(file, 'utf8')
  }
  const startPage = () => read(START_PAGE)
  /** A convenience that fails is no reason to stop: the window is drawn without it. */
  const attempt = (event: string, act: () => void) => {
    try {
      act()
    } catch (error) {
      log('warn', event, { name: error instanceof Error ? error.name : typeof error })
    }
  }
  return {
    prepare: (library, articleId) =>
      attempt('first-screen-not-read', () => {
        const stored = readFirstScreen(library, articleId, startPage(), new Set(files.keys()), (address) =>
          read(address),
        )
        if (stored === null) return
        html = stored.html
        const serve = (address: string, body: string, mime: string) =>
          texts.set(`${APP_ORIGIN}${address}`, { body, mime, headers: APP_HEADERS })
        serve(FIRST_SCREEN_STYLE, stored.css, 'text/css; charset=utf-8')
        serve(FIRST_FRAME_SCRIPT, stored.script, 'text/javascript; charset=utf-8')
      }),
    takeStartPage() {
      const page = html
      html = null
      return page
    },
    keep: (windowId, screen) => void taken.set(windowId, screen),
    noteWindows(windowIds) {
      atEnd = windowIds
    },
    store: (library) =>
      attempt('first-screen-not-stored', () => {
        const [only, ...others] = atEnd
        const screen = only !== undefined && others.length === 0 ? (taken.get(only) ?? null) : null
        storeFirstScreen(library, buildOf(startPage()), screen)
      }),
  }
}
