import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createAppProtocol,
  createMediaProtocol,
  HTML,
  type PictureLookup,
  rendererFiles,
} from '#shell/app-protocol.ts'
import { APP_HEADERS, PREVIEW_HEADERS } from '#shell/security.ts'

let folder: string
let answer: (request: Request) => Promise<Response>

beforeAll(() => {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-protocol-'))
  folder = path.join(parent, 'renderer')
  fs.mkdirSync(path.join(folder, 'assets'), { recursive: true })
  fs.writeFileSync(path.join(parent, 'secret.html'), 'secret')
  fs.writeFileSync(path.join(folder, 'index.html'), '<p>page</p>')
  fs.writeFileSync(path.join(folder, 'assets/index-1.js'), 'run()')
  fs.writeFileSync(path.join(folder, 'assets/spelling-worker-a-1.js'), 'spell()')
  fs.writeFileSync(path.join(folder, 'assets/engine-1.wasm'), 'wasm')
  fs.writeFileSync(path.join(folder, 'assets/notes.txt'), 'no type, not served')
  fs.symlinkSync(path.join(parent, 'secret.html'), path.join(folder, 'link.html'))
  answer = createAppProtocol({
    files: rendererFiles(folder),
    texts: new Map([['app://preview/abc', { body: '<p>export</p>', mime: HTML, headers: PREVIEW_HEADERS }]]),
  })
})
afterAll(() => fs.rmSync(path.dirname(folder), { recursive: true }))

const get = (url: string, init?: RequestInit) => answer(new Request(url, init))
/** As Electron hands it over: spelled as the page spelled it, which `new Request` would tidy up. */
const getRaw = (url: string) => answer({ url, method: 'GET', headers: new Headers() } as Request)

describe('app://', () => {
  test('serves the files of the build with their type and our policy', async () => {
    const page = await get('app://newsroom/index.html')
    expect(page.status).toBe(200)
    expect(await page.text()).toBe('<p>page</p>')
    expect(page.headers.get('content-type')).toBe(HTML)
    for (const [name, value] of Object.entries(APP_HEADERS)) expect(page.headers.get(name)).toBe(value)
    const script = await get('app://newsroom/assets/index-1.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test('lets the spelling worker, and nothing else, compile WebAssembly and fetch our own files', async () => {
    const policyOf = async (address: string) =>
      (await get(`app://newsroom${address}`)).headers.get('content-security-policy')
    expect(await policyOf('/assets/spelling-worker-a-1.js')).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:",
    )
    for (const address of ['/index.html', '/assets/index-1.js', '/assets/engine-1.wasm'])
      expect(await policyOf(address)).toBe(APP_HEADERS['Content-Security-Policy'])
    expect((await get('app://newsroom/assets/engine-1.wasm')).headers.get('content-type')).toBe(
      'application/wasm',
    )
  })

  test('serves a preview under its own policy', async () => {
    const page = await get('app://preview/abc')
    expect(await page.text()).toBe('<p>export</p>')
    expect(page.headers.get('content-security-policy')).toBe(PREVIEW_HEADERS['Content-Security-Policy'])
  })

  test('HEAD has the headers and no body; other methods are refused', async () => {
    const head = await get('app://newsroom/index.html', { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('content-length')).toBe('11')
    expect(await head.text()).toBe('')
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await get('app://newsroom/index.html', { method })).status).toBe(405)
  })

  test('E5: a request from another origin is refused', async () => {
    const from = (origin: string) => get('app://newsroom/index.html', { headers: { origin } })
    expect((await from('app://newsroom')).status).toBe(200)
    for (const origin of ['https://example.org', 'null', 'app://preview', 'app://newsroom.evil'])
      expect((await from(origin)).status).toBe(403)
  })

  test('E5: no spelling reaches a file that is not in the map', async () => {
    const up = [
      '..',
      '%2e%2e',
      '%2E%2E',
      '..%2f',
      '..%5c',
      '..\\',
      '%252e%252e',
      '.%2e',
      '\u2024\u2024',
      '..;',
      '...//',
    ]
    const inFront = ['', '/', '//', '/./', '/assets/', '\\', '%2f', '/%00', 'index.html/', 'index.html%00/']
    const ends = [
      'secret.html',
      '/secret.html',
      'etc/passwd',
      'secret.html%00',
      'secret.html?x',
      'SECRET.HTML',
    ]
    for (const a of inFront)
      for (const b of up)
        for (const c of ends) {
          const url = `app://newsroom${a}/${b}/${c}`
          expect((await getRaw(url)).status, url).toBe(404)
        }
    for (const url of [
      'app://newsroom/link.html',
      'app://newsroom/assets/notes.txt',
      'app://newsroom/assets',
      'app://newsroom/',
      'app://newsroom/INDEX.HTML',
      'app://newsroom/index.html?x=1',
      'app://newsroom:80/index.html',
      'app://user@newsroom/index.html',
      'app://other/index.html',
      'app://preview/index.html',
      'media://library/index.html',
      'app://newsroom/__proto__',
      'app://newsroom/constructor',
    ])
      expect((await getRaw(url)).status, url).toBe(404)
  })

  test('E5: whatever is asked, what comes back is a listed file or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath(), fc.string(), async (webPath, tail) => {
        const { status } = await getRaw(`app://newsroom${webPath}${tail}`)
        return status === 404 || (webPath + tail).split('#')[0] === '/index.html'
      }),
    )
  })
})

describe('media://', () => {
  const id = 'a'.repeat(64)
  const media = (found: PictureLookup) => createMediaProtocol(async () => found)
  const picture = { mime: 'image/webp', bytes: new Uint8Array([1, 2, 3]) }

  test('serves a known picture under the type the library gave it', async () => {
    const response = await media(picture)(new Request(`media://library/${id}`))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(picture.bytes)
  })

  test('an unknown picture is 404, a library that cannot answer is 503', async () => {
    expect((await media('absent')(new Request(`media://library/${id}`))).status).toBe(404)
    expect((await media('unavailable')(new Request(`media://library/${id}`))).status).toBe(503)
  })

  test('E5: only a digest in its one spelling is looked up', async () => {
    let lookups = 0
    const answerMedia = createMediaProtocol(async () => {
      lookups += 1
      return picture
    })
    for (const url of [
      `media://library/${id.toUpperCase()}`,
      `media://library/${id}0`,
      `media://library/${id}/`,
      `media://library/${id}?x`,
      `media://library//${id}`,
      `media://library/../${id}`,
      `media://other/${id}`,
      `app://newsroom/${id}`,
      'media://library/',
    ])
      expect((await answerMedia({ url, method: 'GET', headers: new Headers() } as Request)).status, url).toBe(
        404,
      )
    expect(lookups).toBe(0)
  })
})
