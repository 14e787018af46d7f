import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  APP_HEADERS,
  chromiumSwitches,
  externalAddress,
  forbiddenArguments,
  isLocalRequest,
  isOwnFrame,
  isOwnPage,
  isPermissionAllowed,
  MEDIA_HEADERS,
  NOTICE_HEADERS,
  ownPages,
  PARTITION,
  PREVIEW_HEADERS,
  PRIVILEGED_SCHEMES,
  webPreferences,
} from '#shell/security.ts'

const packaged = ownPages(true, undefined)
const dev = ownPages(false, 'http://localhost:5173/')

describe('E1: windows', () => {
  test('every preference that matters is spelled out, whatever the defaults of an Electron are', () => {
    expect(webPreferences({ preload: '/p.cjs', isPackaged: true })).toEqual({
      preload: '/p.cjs',
      partition: 'persist:newsroom',
      v8CacheOptions: 'bypassHeatCheck',
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
      disableDialogs: true,
      spellcheck: false,
      webgl: false,
      autoplayPolicy: 'user-gesture-required',
      devTools: false,
      backgroundThrottling: false,
    })
  })

  test('the session of windows has a folder for compiled code; first-screen.spec.ts sees that no words get there', () => {
    expect(PARTITION).toBe('persist:newsroom')
  })

  test('no scheme of ours bypasses a policy, answers cross-origin or runs service workers', () => {
    const asked = new Set(PRIVILEGED_SCHEMES.flatMap(({ privileges }) => Object.keys(privileges)))
    for (const never of ['bypassCSP', 'corsEnabled', 'allowServiceWorkers', 'supportFetchAPI'])
      expect(asked).not.toContain(never)
  })
})

describe('P1: nothing leaves', () => {
  test('names are not resolved, the proxy is dead and loopback does not bypass it', () => {
    const switches = new Map(chromiumSwitches(packaged).map(([name, value]) => [name, value ?? '']))
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect(switches.get('proxy-server')).toBe('127.0.0.1:9')
    expect(switches.get('proxy-bypass-list')).toBe('<-loopback>')
    expect(switches.get('disable-features')).toContain('WebRtcHideLocalIpsWithMdns')
    expect(switches.has('disable-component-update')).toBe(true)
  })

  test('an address is local only when it names one of our own origins, whatever else it says', () => {
    for (const url of [
      'app://newsroom/index.html',
      'app://preview/abc',
      'media://library/abc',
      'blob:app://newsroom/1-2',
      'data:image/png;base64,AA==',
    ])
      expect(isLocalRequest(url, packaged), url).toBe(true)
    for (const url of [
      'http://localhost:5173/',
      'https://example.org/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'ftp://newsroom/',
      'app://other/index.html',
      'app://newsroom.example/',
      'blob:https://example.org/1',
      'blob:app://newsroom.evil/1',
      'chrome://settings/',
      'view-source:app://newsroom/',
      'not a url',
    ])
      expect(isLocalRequest(url, packaged), url).toBe(false)
  })

  test('no address with a host on a network is ever local', () => {
    fc.assert(fc.property(fc.webUrl(), (url) => !isLocalRequest(url, packaged)))
  })

  test('the dev server counts only in development and only on this machine', () => {
    expect(isLocalRequest('http://localhost:5173/@vite/client', dev)).toBe(true)
    expect(isLocalRequest('http://localhost:9999/', dev)).toBe(false)
    expect(ownPages(true, 'http://localhost:5173/')).toEqual(packaged)
    expect(ownPages(false, 'http://attacker.example/')).toEqual(packaged)
    expect(ownPages(false, 'http://localhost.attacker.example/')).toEqual(packaged)
  })
})

describe('E2: navigation', () => {
  test('a main frame stays on our own pages', () => {
    expect(isOwnPage('app://newsroom/index.html', packaged)).toBe(true)
    for (const url of [
      'app://preview/abc',
      'app://user:secret@newsroom/index.html',
      'https://newsroom/',
      'file:///index.html',
      'about:blank',
      'data:text/html,x',
      'javascript:alert(1)',
      'media://library/x',
    ])
      expect(isOwnPage(url, packaged), url).toBe(false)
  })

  test('a frame inside a page shows the preview or nothing', () => {
    expect(isOwnFrame('app://preview/abc')).toBe(true)
    expect(isOwnFrame('about:srcdoc')).toBe(true)
    for (const url of ['app://newsroom/index.html', 'https://example.org/', 'data:text/html,x'])
      expect(isOwnFrame(url), url).toBe(false)
  })
})

describe('E3: permissions', () => {
  const permissions = [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'midiSysex',
    'pointerLock',
    'openExternal',
  ]
  const more = [
    'clipboard-read',
    'hid',
    'serial',
    'usb',
    'display-capture',
    'idle-detection',
    'fileSystem',
    'unknown',
  ]

  test('only writing the clipboard and full screen, only for our own main frame', () => {
    for (const permission of ['clipboard-sanitized-write', 'fullscreen']) {
      expect(isPermissionAllowed(permission, 'app://newsroom/', true, dev)).toBe(false)
      expect(isPermissionAllowed(permission, 'https://example.org/', true, packaged)).toBe(false)
      expect(isPermissionAllowed(permission, 'app://newsroom/index.html', false, packaged)).toBe(false)
      expect(isPermissionAllowed(permission, 'app://newsroom/index.html', true, packaged)).toBe(true)
      expect(isPermissionAllowed(permission, 'app://newsroom/', true, packaged)).toBe(true)
    }
    for (const permission of [...permissions, ...more])
      expect(isPermissionAllowed(permission, 'app://newsroom/', true, packaged), permission).toBe(false)
  })
})

describe('headers', () => {
  test('a page of ours may run its own script and reach nothing', () => {
    const policy = APP_HEADERS['Content-Security-Policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  test('a notice and a preview run no script at all', () => {
    for (const headers of [NOTICE_HEADERS, PREVIEW_HEADERS, MEDIA_HEADERS]) {
      expect(headers['Content-Security-Policy']).toContain("default-src 'none'")
      expect(headers['Content-Security-Policy']).not.toContain('script-src')
      expect(headers['X-Content-Type-Options']).toBe('nosniff')
    }
    expect(PREVIEW_HEADERS['Content-Security-Policy']).toMatch(/^sandbox;/)
  })
})

describe('addresses for the outside', () => {
  test('a look-alike host is shown in punycode', () => {
    expect(externalAddress('https://аpple.com/login')?.shownAs).toBe('xn--pple-43d.com')
    expect(externalAddress(' https://example.org/a?b#c ')).toEqual({
      href: 'https://example.org/a?b#c',
      shownAs: 'example.org',
    })
    expect(externalAddress('mailto:desk@example.org')?.shownAs).toBe('desk@example.org')
  })

  test('only web and mail addresses, and none that carry a password', () => {
    for (const href of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
      'smb://host/share',
      'vscode://x',
      'app://newsroom/',
      'https://user:pass@example.org/',
      'ms-msdt:/id',
      '',
      'no address',
    ])
      expect(externalAddress(href), href).toBeNull()
  })
})

describe('E6: command line of a packaged app', () => {
  test('what would open a side door is refused by name', () => {
    const bad = [
      '--inspect',
      '--inspect-brk=9229',
      '--remote-debugging-port=9222',
      '--no-sandbox',
      '--load-extension=/x',
      '--js-flags=--expose-gc',
      '--user-data-dir=/tmp/x',
      '--disable-web-security',
      '--disable-features=x',
      '--host-rules=MAP',
      '--proxy-server=x',
      '-inspect',
      '-r',
    ]
    for (const argument of bad) expect(forbiddenArguments(['stet', argument]), argument).toEqual([argument])
    expect(
      forbiddenArguments(['stet', '--library', '/home/a/Library.stet', '--open', 'a'.repeat(32)]),
    ).toEqual([])
    expect(forbiddenArguments(['/opt/--no-sandbox/stet'])).toEqual([])
  })
})
