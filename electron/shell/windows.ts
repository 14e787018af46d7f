// The only factory of windows. Knows which article each one shows, speaks to them, remembers where they stood.
import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron'
import type { ArticleId } from '#shared/article/ids.ts'
import { EVENT_CHANNEL } from '#shared/ipc/channels.ts'
import type { Broadcast } from '#shared/ipc/desktop-api.ts'
import { drawAllForAssistiveReading } from './assistive-reading.ts'
import { webPreferences } from './security.ts'
import { cascadeFrom, MIN_WINDOW, placeWindow, type SavedWindow } from './window-state.ts'

export interface StetWindow {
  /** The id of its webContents: how the router knows who called. */
  readonly id: number
  readonly window: BrowserWindow
  articleId: ArticleId | null
  /** Its page has called us at least once, so it may be holding words. */
  hasCalled: boolean
}

export interface Windows {
  open(articleId: ArticleId | null, saved?: SavedWindow | null): StetWindow
  /** Loads the start page again: after a crash, after a notice. */
  showStartPage(window: StetWindow): void
  all(): readonly StetWindow[]
  byId(id: number): StetWindow | undefined
  of(contents: WebContents): StetWindow | undefined
  /** Brings the window that shows this article to the front; false when none does. */
  focusArticle(articleId: ArticleId): boolean
  focusLast(): void
  snapshot(): SavedWindow[]
  readonly broadcast: Broadcast
}

export interface WindowsDeps {
  readonly preload: string
  readonly isPackaged: boolean
  readonly startPage: string
  /** Each new window, before it loads anything. */
  onCreated(window: StetWindow): void
  onClosed(window: StetWindow): void
  /** It moved, was resized, or shows another article. */
  onChanged(): void
}

/** The paper colours of renderer/styles/themes.css, so that nothing flashes before the page is there. */
const PAPER = { light: '#fbfaf7', dark: '#171614' }

export function createWindows(deps: WindowsDeps): Windows {
  const windows = new Map<number, StetWindow>()
  let last: StetWindow | undefined
  nativeTheme.on('updated', () => {
    for (const { window } of windows.values()) window.setBackgroundColor(paper())
  })

  const open = (articleId: ArticleId | null, saved: SavedWindow | null = null): StetWindow => {
    const from = saved ?? (last ? cascadeFrom(last.window.getNormalBounds()) : null)
    const window = new BrowserWindow({
      ...placeWindow(
        from,
        screen.getAllDisplays().map((display) => display.workArea),
      ),
      minWidth: MIN_WINDOW.width,
      minHeight: MIN_WINDOW.height,
      show: false,
      title: 'Stet',
      backgroundColor: paper(),
      webPreferences: webPreferences(deps),
    })
    const opened: StetWindow = { id: window.webContents.id, window, articleId, hasCalled: false }
    windows.set(opened.id, opened)
    last = opened
    if (saved?.isMaximized) window.maximize()
    window.once('ready-to-show', () => window.show())
    window.on('focus', () => {
      last = opened
    })
    for (const event of ['moved', 'resized', 'maximize', 'unmaximize'] as const)
      window.on(event as 'moved', deps.onChanged)
    window.on('page-title-updated', (event) => event.preventDefault()) // app.showing names the window
    window.on('closed', () => {
      windows.delete(opened.id)
      if (last === opened) last = [...windows.values()].at(-1)
      deps.onClosed(opened)
    })
    drawAllForAssistiveReading(window)
    deps.onCreated(opened)
    showStartPage(opened)
    return opened
  }

  // A load that fails is reported by 'did-fail-load' (crash.ts); the promise only says the same thing once more.
  const showStartPage = ({ window }: StetWindow): void =>
    void window.loadURL(deps.startPage).catch(() => undefined)

  return {
    open,
    showStartPage,
    all: () => [...windows.values()],
    byId: (id) => windows.get(id),
    of: (contents) => windows.get(contents.id),
    focusArticle: (articleId) => {
      const found = [...windows.values()].find((window) => window.articleId === articleId)
      if (found) bringToFront(found.window)
      return found !== undefined
    },
    focusLast: () => {
      if (last) bringToFront(last.window)
    },
    snapshot: () =>
      [...windows.values()].map(({ window, articleId }) => ({
        ...window.getNormalBounds(),
        isMaximized: window.isMaximized(),
        articleId,
      })),
    broadcast: (group, name, payload, to = {}) => {
      for (const { id, window } of windows.values()) {
        const isMeant = to.only === undefined ? id !== to.except : id === to.only
        if (isMeant && !window.webContents.isCrashed())
          window.webContents.send(EVENT_CHANNEL, group, name, payload)
      }
    },
  }
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

const paper = () => (nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light)
