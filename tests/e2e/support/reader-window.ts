// A window as a reader would have one: a session of its own, nothing of Stet in it, and everything the page does written down.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { ElectronApplication, Page } from '@playwright/test'
import type { AxeResults, ElementContext, RunOptions } from 'axe-core'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const axeSource = fs.readFileSync(axePath, 'utf8')

export interface ReadPage {
  /** Requests besides the page itself. */
  readonly requests: readonly string[]
  /** What could run: script elements that are more than data, handlers in attributes, addresses that are code. */
  readonly scripts: readonly string[]
  /** By colour scheme. */
  readonly violations: { readonly light: readonly string[]; readonly dark: readonly string[] }
  readonly headline: string
  readonly people: readonly string[]
  /** Label, machine time and words of each public stamp. */
  readonly stamps: readonly { label: string; datetime: string; words: string }[]
  readonly jsonLd: Record<string, unknown>
  readonly pictures: readonly number[]
}

/** What people and machines can read on it; runs in the page. */
function look() {
  const text = (selector: string) =>
    [...document.querySelectorAll(selector)].map((found) => found.textContent ?? '')
  const isActive = (element: Element) =>
    (element.localName === 'script' && element.getAttribute('type') !== 'application/ld+json') ||
    [...element.attributes].some(({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value))
  return {
    scripts: [...document.querySelectorAll('*')]
      .filter(isActive)
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    headline: text('h1').join('|'),
    people: text('.person'),
    stamps: [...document.querySelectorAll('.stamps .stamp')].map((stamp) => ({
      label: stamp.firstChild?.textContent?.trim() ?? '',
      datetime: stamp.querySelector('time')?.dateTime ?? '',
      words: stamp.querySelector('time')?.textContent ?? '',
    })),
    jsonLd: JSON.parse(
      document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}',
    ) as Record<string, unknown>,
    pictures: [...document.images].map((image) => image.naturalWidth),
  }
}

export async function readAsReader(app: ElectronApplication, file: string): Promise<ReadPage> {
  const url = pathToFileURL(file).href
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }, address) => {
    const window = new BrowserWindow({
      width: 1_000,
      height: 800,
      webPreferences: { partition: `reader-${Date.now()}`, sandbox: true, contextIsolation: true },
    })
    const requests: string[] = []
    ;(globalThis as WithRequests).stetReaderRequests = requests
    window.webContents.session.webRequest.onBeforeRequest((details, answer) => {
      requests.push(details.url)
      answer({})
    })
    void window.loadURL(address)
  }, url)
  const page = await opened
  await page.waitForURL(url)
  // Pictures further down load when they are scrolled to: all of them are, before anything is judged.
  await page.evaluate(() =>
    Promise.all(
      Array.from(document.images, (image) => {
        image.loading = 'eager'
        return image.decode()
      }),
    ),
  )
  const found = await page.evaluate(look)
  const judge = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme })
    return violationsOf(page)
  }
  const violations = { light: await judge('light'), dark: await judge('dark') }
  const requests = await app.evaluate(() => (globalThis as WithRequests).stetReaderRequests)
  await page.close()
  return { ...found, violations, requests: requests.filter((address) => address !== url) }
}

type WithRequests = typeof globalThis & { stetReaderRequests: string[] }

/** Everything axe finds, best practices included, one line a place. Frames are left out: each is a page of its own. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> }
    }
    // The look may have just changed: two frames to draw it.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    // React Aria says aloud that a button is busy by pointing at it; when the button goes the pointer stays for some seconds.
    const context = { exclude: [['[data-live-announcer]']] }
    const result = await axe.run(context, { iframes: false, resultTypes: ['violations'] })
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} (${failureSummary ?? ''})`),
    )
  })
}
