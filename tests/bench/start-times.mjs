// One start, watched by nobody: no debugger is attached to any process until the window has been at rest for a while; then its
// own entries say what happened when. Launched by Playwright, every process would run under an inspector, which costs whoever
// loads more code more, and would start only when told to.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { chromium } from '@playwright/test'
import { environment, hasSandbox, sleep } from './apps.mjs'

/** The path of the runtime that `npm start` uses. */
const electron = createRequire(import.meta.url)('electron')
/** Long after anything that is measured, in ms: a start takes one second. */
const LEAVE_ALONE_MS = 3_000

/**
 * `paint` is when the largest text of the first screen was painted (of an article a paragraph), `usable` when the page's mark was
 * set (without one, when it had loaded): milliseconds from the spawn. `look` runs in the page and answers whatever the caller
 * wants to know of it. The app is asked to end as a person would end it.
 */
export async function timeStart(args, mark, look) {
  const spawnedAt = Date.now()
  const app = spawn(
    electron,
    [...(hasSandbox ? [] : ['--no-sandbox']), '--remote-debugging-port=0', ...args],
    { stdio: ['ignore', 'ignore', 'pipe'], env: environment },
  )
  const ended = new Promise((resolve) => app.once('exit', resolve))
  try {
    const address = await devtoolsAddress(app)
    await sleep(LEAVE_ALONE_MS)
    const browser = await chromium.connectOverCDP(address)
    const [page] = browser.contexts()[0].pages()
    const at = await page.evaluate(timesOf, mark)
    const seen = await page.evaluate(look)
    await browser.close()
    return {
      paint: at.paint - spawnedAt,
      usable: Math.max(at.paint, at.usable) - spawnedAt,
      paintedArea: at.paintedArea,
      seen,
    }
  } finally {
    app.kill('SIGTERM')
    await ended
  }
}

function devtoolsAddress(app) {
  return new Promise((resolve, reject) => {
    let said = ''
    app.stderr.on('data', (bytes) => {
      said += bytes
      const found = /DevTools listening on (ws:\S+)/.exec(said)
      if (found) resolve(found[1])
    })
    app.once('exit', () => reject(new Error(`It ended before it had started:\n${said}`)))
  })
}

/** In the page. */
async function timesOf(mark) {
  const observed = (type) =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true })
    })
  const largest = (await observed('largest-contentful-paint')).at(-1)
  const usable =
    mark === null
      ? performance.getEntriesByType('navigation')[0].loadEventEnd
      : (performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN)
  return {
    paint: performance.timeOrigin + largest.startTime,
    usable: performance.timeOrigin + usable,
    paintedArea: largest.size,
  }
}
