// One reader's window for many pages: opens each, and says everything about it that only a browser knows.
import { pathToFileURL } from 'node:url'
import type { ElectronApplication, Page } from '@playwright/test'
import { violationsOf } from './reader-window.ts'

/** CSS pixels of a 1280 pixel wide window at 400 %. */
const REFLOW_WIDTH = 320
const DESK = { width: 1_280, height: 900 } as const

export interface PageJudge {
  /** What is wrong with the page, in words; none when nothing is. */
  problemsOf(file: string): Promise<readonly string[]>
  readonly page: Page
  close(): Promise<void>
}

export async function openPageJudge(app: ElectronApplication): Promise<PageJudge> {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }) => {
    const window = new BrowserWindow({
      webPreferences: { partition: `judge-${Date.now()}`, sandbox: true, contextIsolation: true },
    })
    const requests: string[] = []
    ;(globalThis as WithRequests).stetJudgeRequests = requests
    window.webContents.session.webRequest.onBeforeRequest((details, answer) => {
      requests.push(details.url)
      answer({})
    })
    void window.loadURL('about:blank')
  })
  const page = await opened
  await page.setViewportSize(DESK)
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))

  async function problemsOf(file: string): Promise<readonly string[]> {
    const url = pathToFileURL(file).href
    said.length = 0
    await app.evaluate(() => void (globalThis as WithRequests).stetJudgeRequests.splice(0))
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none' })
    await page.goto(url)
    const light = await violationsOf(page)
    const pictures = await page.evaluate(brokenPictures)
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await violationsOf(page)
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    const forced = await page.evaluate(lostInForcedColours)
    await page.emulateMedia({ forcedColors: 'none' })
    await page.setViewportSize({ width: REFLOW_WIDTH, height: DESK.height })
    const narrow = await page.evaluate(outsideOf, REFLOW_WIDTH)
    await page.setViewportSize(DESK)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const print = await page.evaluate(wrongInPrint)
    const requests = await app.evaluate(() => (globalThis as WithRequests).stetJudgeRequests)
    const folder = url.slice(0, url.lastIndexOf('/') + 1)
    const named = (what: string, list: readonly string[]) => list.map((one) => `${what}: ${one}`)
    return [
      ...named('light', light),
      ...named('dark', dark),
      ...named('forced colours', forced),
      ...named('at 400 %', narrow),
      ...named('in print', print),
      ...named('picture', pictures),
      ...named('console', said),
      // Pictures beside the page are the page's own.
      ...named(
        'request',
        requests.filter((one) => one !== url && !one.startsWith('data:') && !one.startsWith(folder)),
      ),
    ]
  }
  return { problemsOf, page, close: () => page.close() }
}

type WithRequests = typeof globalThis & { stetJudgeRequests: string[] }

/** Loads all of them, the lazy ones too. */
async function brokenPictures(): Promise<string[]> {
  const broken: string[] = []
  for (const image of document.images) {
    image.loading = 'eager'
    await image.decode().catch(() => broken.push(`${image.alt} is not shown`))
  }
  return broken
}

/** WCAG 1.4.10: nothing but a table that scrolls in a box of its own needs a second direction of scrolling. */
function outsideOf(width: number): string[] {
  const page = document.documentElement
  const found = page.scrollWidth > width ? [`the page is ${page.scrollWidth} wide`] : []
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('.table') !== null && !element.matches('.table')) continue
    const { left, right, width: own } = element.getBoundingClientRect()
    if (own > 0 && (right > width + 0.5 || left < -0.5))
      found.push(`<${element.localName} class="${element.className}"> reaches from ${left} to ${right}`)
  }
  return found
}

/** Colours are the system's; what a tint alone told apart has an edge instead. */
function lostInForcedColours(): string[] {
  if (!matchMedia('(forced-colors: active)').matches) return ['they are not on']
  const found: string[] = []
  for (const element of document.querySelectorAll('.fact-box, .notes, .proof'))
    if (getComputedStyle(element).borderBlockStartStyle === 'none')
      found.push(`<${element.localName} class="${element.className}"> has no edge`)
  for (const element of document.querySelectorAll('body *'))
    if (getComputedStyle(element).forcedColorAdjust === 'none')
      found.push(`<${element.localName} class="${element.className}"> keeps its own colours`)
  return found
}

function wrongInPrint(): string[] {
  const found: string[] = []
  const must = (holds: boolean, what: string) => {
    if (!holds) found.push(what)
  }
  const style = (element: Element, pseudo?: string) => getComputedStyle(element, pseudo)
  must(style(document.body).backgroundColor === 'rgb(255, 255, 255)', 'the paper is not white')
  for (const element of document.querySelectorAll(
    'h1, h2, .body p, .standfirst, .stamps, .credit, .notes p, .colophon',
  ))
    must(
      style(element).color === 'rgb(0, 0, 0)',
      `<${element.localName} class="${element.className}"> is not black`,
    )
  for (const element of document.querySelectorAll('figure, .notes li, tr'))
    must(style(element).breakInside === 'avoid', `<${element.localName}> may be broken`)
  for (const element of document.querySelectorAll('h1, h2, h3, h4, h5, h6'))
    must(style(element).breakAfter === 'avoid', `<${element.localName}> may stand at the foot of a page`)
  for (const link of document.querySelectorAll('main a[href]:not([href^="#"])'))
    must(
      style(link, '::after').content.includes('http') ||
        /^(mailto|tel):/.test(link.getAttribute('href') ?? ''),
      'a link does not print its target',
    )
  for (const entry of document.querySelectorAll('.record .print-only'))
    must(style(entry).display !== 'none', 'the foot lacks a stamp')
  must(
    document.querySelector('.skip') === null ||
      style(document.querySelector('.skip') as Element).display === 'none',
    'the skip link is printed',
  )
  return found
}
