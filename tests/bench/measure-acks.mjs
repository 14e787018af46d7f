// From the key's event to the renderer's own answer that the row is committed. Main notes when each push arrives and is
// answered; the way back is measured apart, as half a round trip of a call that does nothing.
import { sleep } from './apps.mjs'

const KEYS = 120
const KEY_PAUSE_MS = 70

export async function measureAcks({ app, page }) {
  await app.evaluate(({ ipcMain }) => {
    // Electron keeps its handlers in a map; a wrapper around ours sees what it sees and changes nothing.
    const handlers = ipcMain._invokeHandlers
    const handle = handlers.get('stet:call')
    globalThis.stetPushes = []
    handlers.set('stet:call', async (event, group, name, ...rest) => {
      const arrivedAt = performance.timeOrigin + performance.now()
      const answer = await handle(event, group, name, ...rest)
      if (name === 'push')
        globalThis.stetPushes.push({ arrivedAt, answeredAt: performance.timeOrigin + performance.now() })
      return answer
    })
  })
  const wayBackMs = await page.evaluate(async () => {
    const trips = []
    for (let i = 0; i < 50; i += 1) {
      const startedAt = performance.now()
      await window.stet.settings.get({})
      trips.push(performance.now() - startedAt)
    }
    trips.sort((a, b) => a - b)
    window.__keys = []
    document.addEventListener(
      'keydown',
      (event) => window.__keys.push(performance.timeOrigin + event.timeStamp),
      true,
    )
    return trips[25] / 2
  })
  for (let index = 0; index < KEYS; index += 1) {
    await page.keyboard.press('stet '[index % 5] === ' ' ? 'Space' : 'stet'[index % 4])
    await sleep(KEY_PAUSE_MS)
  }
  await sleep(500)
  const keys = await page.evaluate(() => window.__keys)
  const pushes = await app.evaluate(() => globalThis.stetPushes)
  // Each key is in the first push that arrived after it.
  const acks = keys.flatMap((at) => {
    const push = pushes.find(({ arrivedAt }) => arrivedAt >= at)
    return push === undefined ? [] : [push.answeredAt - at + wayBackMs]
  })
  if (acks.length < keys.length * 0.95)
    throw new Error(`Only ${acks.length} of ${keys.length} keys reached the log`)
  return acks
}
