// Shows notice pages in windows and hands back what the person chose there.
import type { WebContents } from 'electron'
import { HTML, type ServedText } from './app-protocol.ts'
import {
  choiceOf,
  type Notice,
  NOTICE_STYLE,
  NOTICE_STYLE_ADDRESS,
  noticeFaces,
  renderNotice,
} from './notice-page.ts'
import { APP_ORIGIN, NOTICE_HEADERS } from './security.ts'
import type { StetWindow } from './windows.ts'

export interface Notices {
  show(window: StetWindow, notice: Notice, onChoice: (choice: string) => void): void
  isShownIn(window: StetWindow): boolean
  /** The real page is back. */
  leave(window: StetWindow): void
  /** Whether this address was a choice of the notice shown here; if so it has been acted on. */
  take(url: string, from: WebContents): boolean
}

/** `addresses` are the files of the build: the product's faces are among them. */
export function createNotices(texts: Map<string, ServedText>, addresses: Iterable<string>): Notices {
  const shown = new Map<number, (choice: string) => void>()
  texts.set(`${APP_ORIGIN}${NOTICE_STYLE_ADDRESS}`, {
    body: `${noticeFaces(addresses)}\n${NOTICE_STYLE}`,
    mime: 'text/css; charset=utf-8',
    headers: NOTICE_HEADERS,
  })
  return {
    show: (opened, notice, onChoice) => {
      const address = `${APP_ORIGIN}/notice/${opened.id}`
      texts.set(address, { body: renderNotice(notice), mime: HTML, headers: NOTICE_HEADERS })
      shown.set(opened.id, onChoice)
      opened.hasCalled = false
      opened.window.setTitle(`${notice.title} – Stet`)
      opened.window.webContents.loadURL(address).catch(() => undefined) // 'did-fail-load' says it too
    },
    isShownIn: (opened) => shown.has(opened.id),
    leave: (opened) => {
      shown.delete(opened.id)
      texts.delete(`${APP_ORIGIN}/notice/${opened.id}`)
      opened.window.setTitle('Stet')
    },
    take: (url, from) => {
      const choice = choiceOf(url)
      const onChoice = shown.get(from.id)
      if (choice === null || onChoice === undefined) return false
      onChoice(choice)
      return true
    },
  }
}
