// Wires the policy to every webContents there will ever be: no new windows, no leaving, no webview, no devices, no logins.
import { app, type WebContents } from 'electron'
import type { Log } from '#core/ports.ts'
import { isOwnFrame, isOwnPage, type OwnPages } from './security.ts'

export interface GuardDeps {
  readonly pages: OwnPages
  readonly log: Log
  /** A link to the outside was followed: ask the person. */
  offerExternal(href: string, from: WebContents): void
  /** A link of a notice page was followed (notice-page.ts). */
  chosen(url: string, from: WebContents): boolean
}

export function guardAllWindows(deps: GuardDeps): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, deps))
}

function guard(contents: WebContents, { pages, log, offerExternal, chosen }: GuardDeps): void {
  contents.setWindowOpenHandler(({ url }) => {
    log('warn', 'window-refused')
    offerExternal(url, contents)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    if (chosen(event.url, contents)) return event.preventDefault()
    // Reloading is the one navigation a page of ours may make by itself; a link in one goes to the system's browser.
    if (isOwnPage(event.url, pages) && event.url === contents.getURL()) return
    event.preventDefault()
    log('warn', 'navigation-refused')
    if (!isOwnPage(event.url, pages)) offerExternal(event.url, contents)
  })
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || isOwnFrame(event.url)) return
    event.preventDefault()
    log('warn', 'frame-navigation-refused')
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
    log('warn', 'redirect-refused')
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault()
    answer('')
  })
  contents.on('login', (event) => event.preventDefault())
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
