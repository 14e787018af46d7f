// axe-core over what a window shows: in light, in dark and with the system's forced colours.
import type { Page } from '@playwright/test'
import { expect } from './launch-stet.ts'
import { violationsOf } from './reader-window.ts'

const LOOKS = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const

/** No violation of any rule of axe, best practices included. The preview's frame is judged as the export it is. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const found: Record<string, readonly string[]> = {}
  for (const { name, media } of LOOKS) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    const violations = await violationsOf(page)
    if (violations.length > 0) found[name] = violations
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null })
  expect.soft(found, screen).toEqual({})
}

/** Tab stops tried before giving up: a whole round through the busiest screen. */
const MAX_STOPS = 150

/** Goes there with the Tab key, as somebody without a mouse has to. */
export async function tabTo(page: Page, name: string | RegExp, role = 'button'): Promise<void> {
  const target = page.getByRole(role as 'button', { name, exact: true }).first()
  await expect(target).toBeAttached()
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab stop leads to ${String(name)}`)
}
