// Wires the policy to the session all windows share: permissions, devices, requests, downloads, spelling, proxy.
import type { Session } from 'electron'
import type { Log } from '#core/ports.ts'
import { isLocalRequest, isPermissionAllowed, type OwnPages, proxyConfig } from './security.ts'

export function guardSession(ses: Session, pages: OwnPages, log: Log): void {
  ses.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const isAllowed = isPermissionAllowed(permission, details.requestingUrl, details.isMainFrame, pages)
    if (!isAllowed) log('warn', 'permission-refused', { permission })
    answer(isAllowed)
  })
  ses.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isPermissionAllowed(permission, origin, details.isMainFrame, pages),
  )
  ses.setDevicePermissionHandler(() => false)
  ses.setDisplayMediaRequestHandler((_request, answer) => {
    try {
      answer({})
    } catch {
      // Electron refuses by throwing here when no stream is named; a refusal is what is wanted (RELIABILITY 4.3)
    }
  })
  ses.setSpellCheckerEnabled(false)
  ses.setSpellCheckerLanguages([])
  ses.setSpellCheckerDictionaryDownloadURL('https://127.0.0.1:9/')
  ses.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, answer) => {
    const isLocal = isLocalRequest(details.url, pages)
    // The scheme only: an address may itself be what must not be written down.
    if (!isLocal) log('warn', 'request-refused', { scheme: details.url.split(':', 1)[0] ?? '' })
    answer({ cancel: !isLocal })
  })
  ses.on('will-download', (event) => {
    event.preventDefault()
    log('warn', 'download-refused')
  })
  ses.setProxy(proxyConfig(pages)).catch((error: unknown) => {
    log('error', 'proxy-not-set', { message: String(error) })
  })
}
