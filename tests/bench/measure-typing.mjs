// Types into whatever is focused and answers main-thread CPU per key (thread time, so that other programs do not count)
// and key-to-paint. The same code measures the floor and Stet.

/** Keys typed before anything is counted: the first ones are slower and are reported apart. */
const WARM_UP_KEYS = 10
/** Pause between keys, about ten characters a second, as a fast typist. */
const KEY_PAUSE_MS = 90

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const sorted = (values) => [...values].sort((a, b) => a - b)
export const quantile = (values, q) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN

/** @param {import('@playwright/test').Page} page */
export async function measureTyping(page, keys = 60) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const cpuMs = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000
  }
  await page.evaluate(() => {
    window.__paints = []
    document.addEventListener(
      'keydown',
      (event) => {
        const at = event.timeStamp
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.addEventListener('message', () => window.__paints.push(performance.now() - at))
          channel.port1.start()
          channel.port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  const press = async (index) => {
    const text = index % 6 === 5 ? ' ' : 'stet'[index % 4]
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      text,
      key: text,
      unmodifiedText: text,
      windowsVirtualKeyCode: text.toUpperCase().charCodeAt(0),
    })
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'keyUp',
      key: text,
      windowsVirtualKeyCode: text.toUpperCase().charCodeAt(0),
    })
    await sleep(KEY_PAUSE_MS)
  }
  for (let i = 0; i < WARM_UP_KEYS; i++) await press(i)
  const firstKeyMs = await page.evaluate(() => window.__paints[0])
  await sleep(1500)
  await page.evaluate(() => void (window.__paints = []))
  const before = await cpuMs()
  const startedAt = performance.now()
  for (let i = 0; i < keys; i++) await press(i)
  await sleep(300)
  const typedMs = (await cpuMs()) - before
  const tookMs = performance.now() - startedAt
  const idleBefore = await cpuMs()
  await sleep(tookMs)
  const idleMs = (await cpuMs()) - idleBefore
  const paints = await page.evaluate(() => window.__paints)
  await cdp.detach()
  return {
    cpuPerKeyMs: (typedMs - idleMs) / keys,
    paintP50Ms: quantile(paints, 0.5),
    paintP95Ms: quantile(paints, 0.95),
    slowerThanFrame: paints.filter((ms) => ms > 1000 / 60).length / paints.length,
    firstKeyMs,
  }
}
