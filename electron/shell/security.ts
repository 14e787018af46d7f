// The security policy as plain data and pure decisions (RELIABILITY section 4): what windows may be, what may load, what
// may be asked. No Electron at run time in here, so every line is asserted by unit tests; session-guards.ts and
// window-guards.ts only wire it.
import type { WebPreferences } from 'electron'

export const APP_ORIGIN = 'app://newsroom'
export const PREVIEW_ORIGIN = 'app://preview'
export const MEDIA_ORIGIN = 'media://library'

/** Where our own pages come from: the app scheme, or in development the build tool's server on this machine. */
export interface OwnPages {
  readonly origin: string
  readonly isDevServer: boolean
}

/** The dev server's address counts only in development and only on this machine. */
export function ownPages(isPackaged: boolean, devServerUrl: string | undefined): OwnPages {
  const url = !isPackaged && devServerUrl ? parse(devServerUrl) : null
  const isLoopback = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  return url && isLoopback
    ? { origin: url.origin, isDevServer: true }
    : { origin: APP_ORIGIN, isDevServer: false }
}

/**
 * The session of every window. 'persist:' gives it a folder in the profile, for the engine's compiled form of our own code and
 * nothing else (docs/decisions/0014); what the page holds never goes there, which an end-to-end test reads it for.
 */
export const PARTITION = 'persist:newsroom'

export const PRIVILEGED_SCHEMES = [
  { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  { scheme: 'media', privileges: { standard: true, secure: true, stream: true } },
]

/** Switches that end the app when it is packaged: each would let another process of this user look in or take over (A6). */
const FORBIDDEN_SWITCHES =
  /^--?(inspect|remote-debugging|remote-allow-origins|no-sandbox|disable-|enable-|load-extension|js-flags|user-data-dir|proxy-|host-|allow-|gpu-launcher|renderer-cmd-prefix|utility-cmd-prefix|ppapi|register-pepper|browser-subprocess-path|require|r$|log-net-log|ssl-key-log-file|unsafely-)/i

export const forbiddenArguments = (argv: readonly string[]): string[] =>
  argv.slice(1).filter((argument) => FORBIDDEN_SWITCHES.test(argument))

/** RELIABILITY 4.2: no name is resolved and no packet leaves, whatever a page or Chromium itself may want. */
export function chromiumSwitches(pages: OwnPages): ReadonlyArray<readonly [name: string, value?: string]> {
  const loopback = ', EXCLUDE localhost, EXCLUDE 127.0.0.1'
  return [
    ['host-resolver-rules', `MAP * ~NOTFOUND${pages.isDevServer ? loopback : ''}`],
    ['proxy-server', '127.0.0.1:9'], // the discard port: nothing listens
    ['proxy-bypass-list', pages.isDevServer ? 'localhost;127.0.0.1' : '<-loopback>'],
    ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    [
      'disable-features',
      'WebRtcHideLocalIpsWithMdns,MediaRouter,DnsOverHttps,OptimizationHints,Translate,AutofillServerCommunication',
    ],
    ['disable-background-networking'],
    ['disable-component-update'],
    ['disable-domain-reliability'],
    ['disable-sync'],
    ['disable-quic'],
    ['no-pings'],
    ['no-first-run'],
    ['disable-breakpad'],
  ]
}

/** Proxy of the session: dead, except towards the dev server. */
export const proxyConfig = (pages: OwnPages) => ({
  mode: 'fixed_servers' as const,
  proxyRules: '127.0.0.1:9',
  proxyBypassRules: pages.isDevServer ? 'localhost,127.0.0.1' : '<-loopback>',
})

/** Everything spelled out: nothing may depend on a default of one Electron version (4.1). */
export const webPreferences = (options: { preload: string; isPackaged: boolean }): WebPreferences => ({
  preload: options.preload,
  partition: PARTITION,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  webgl: false,
  // Our files have addresses made of their contents: what was compiled once is kept from the first start on.
  v8CacheOptions: 'bypassHeatCheck',
  autoplayPolicy: 'user-gesture-required',
  devTools: !options.isPackaged,
  // A hidden window's timers must not be slowed: it may still hold words that are not on disk.
  backgroundThrottling: false,
  // alert() and its kin would block the very thread that saves.
  disableDialogs: true,
})

const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** For the request and the check handler alike; `origin` may carry a trailing slash or a path. */
export function isPermissionAllowed(
  permission: string,
  origin: string,
  isMainFrame: boolean,
  pages: OwnPages,
): boolean {
  return isMainFrame && ALLOWED_PERMISSIONS.has(permission) && isOwnPage(origin, pages)
}

/** May a main frame be (or go) here? Only our own pages. */
export const isOwnPage = (url: string, pages: OwnPages): boolean => {
  const parsed = parse(url)
  return parsed !== null && originOf(parsed) === pages.origin && !hasCredentials(parsed)
}

/** May a frame inside a page go here? Only the export preview, which runs in a sandbox. */
export const isOwnFrame = (url: string): boolean => {
  const parsed = parse(url)
  return (
    url === 'about:srcdoc' ||
    url === 'about:blank' ||
    (parsed !== null && originOf(parsed) === PREVIEW_ORIGIN && !hasCredentials(parsed))
  )
}

/** May this be loaded at all? Our own schemes, blobs of our own pages, and nothing with a host on a network. */
export function isLocalRequest(url: string, pages: OwnPages): boolean {
  const parsed = parse(url)
  if (parsed === null) return false
  if (parsed.protocol === 'blob:') return parsed.pathname.startsWith(`${pages.origin}/`)
  if (parsed.protocol === 'data:') return true // carries its own bytes; the page's CSP decides what may use it
  if (parsed.protocol === 'devtools:') return true // served from the runtime itself; packaged builds have no devtools
  if (pages.isDevServer && parsed.host === new URL(pages.origin).host) return true
  return [APP_ORIGIN, PREVIEW_ORIGIN, MEDIA_ORIGIN].includes(originOf(parsed))
}

export interface ExternalAddress {
  readonly href: string
  /** The host in punycode, so that a look-alike is visible; for mail the address. */
  readonly shownAs: string
}

/** An address that may be offered to the system's browser or mail program, or null. */
export function externalAddress(href: string): ExternalAddress | null {
  const url = parse(href.trim())
  if (url === null || hasCredentials(url)) return null
  if (url.protocol === 'http:' || url.protocol === 'https:') return { href: url.href, shownAs: url.host }
  if (url.protocol === 'mailto:') return { href: url.href, shownAs: url.pathname }
  return null
}

const NO_FEATURES = [
  'accelerometer',
  'bluetooth',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

const everyResponse = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy': NO_FEATURES,
} as const

/** Of the application's own pages and files. */
export const APP_HEADERS: Readonly<Record<string, string>> = {
  ...everyResponse,
  'Content-Security-Policy': [
    // No popups, downloads, modal dialogs, printing. Forms stay: their submit events are how dialogs are confirmed.
    'sandbox allow-scripts allow-same-origin allow-forms',
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' media: blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'self'",
    `frame-src ${PREVIEW_ORIGIN}`,
    "object-src 'none'",
    "media-src 'none'",
    "manifest-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

const SPELLING_WORKER = /^\/assets\/spelling-worker-[\w-]+\.js$/

/** A worker runs under the policy its own file comes with. One compiles WebAssembly, which it fetches from beside itself. */
export function headersOf(address: string): Readonly<Record<string, string>> {
  return SPELLING_WORKER.test(address) ? SPELLING_HEADERS : APP_HEADERS
}

/** Of the spelling engine's worker (decision 0012): no frame, no picture, no style, nobody to talk to but our own files. */
const SPELLING_HEADERS: Readonly<Record<string, string>> = {
  ...APP_HEADERS,
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:",
}

/** Of notice pages (a library that cannot be opened, a window that keeps crashing): text and links, no script. */
export const NOTICE_HEADERS: Readonly<Record<string, string>> = {
  ...APP_HEADERS,
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

/** Of the export preview: the exported bytes, able to show themselves and nothing else. `sandbox` gives it no origin. */
export const PREVIEW_HEADERS: Readonly<Record<string, string>> = {
  ...everyResponse,
  'Content-Security-Policy': `sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors ${APP_ORIGIN}`,
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** Of pictures. They live on an origin of their own, so the page may embed them only if they say so. */
export const MEDIA_HEADERS: Readonly<Record<string, string>> = {
  ...everyResponse,
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // Content-addressed: the bytes behind an address never change.
  'Cache-Control': 'private, max-age=31536000, immutable',
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}

/** Node calls the origin of an unknown scheme 'null'; ours are standard schemes, so scheme and host are the origin. */
const originOf = (url: URL): string => (url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin)

const hasCredentials = (url: URL): boolean => url.username !== '' || url.password !== ''
