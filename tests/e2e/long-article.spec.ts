// Most of a long article is not drawn (decision 0013). Nobody may notice: wherever one goes, words are there.
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { galley } from './support/at-the-desk.ts'
import { expect, type Stet, test } from './support/launch-stet.ts'
import { stetCommand } from './support/stet-command.ts'

test.use({ startsAtOnce: false })

/** Paragraphs of one to five lines, so that heights that were never drawn are guessed wrong. */
const PARAGRAPHS = 600
const paragraph = (index: number) =>
  `Paragraph ${index} begins here. ${'The harbour bridge stays shut. '.repeat((index % 5) * 4)}`.trim()

async function openLongArticle(stet: Stet): Promise<Page> {
  const file = path.join(stet.scratch, 'long.md')
  const body = Array.from({ length: PARAGRAPHS }, (_, index) => paragraph(index + 1))
  fs.writeFileSync(file, ['# A long article', ...body].join('\n\n'))
  const { imported } = stetCommand(stet.library, 'import', file).json as { imported: [{ id: string }] }
  await stet.launch({ open: imported[0].id })
  await galley(stet.page).click({ position: { x: 200, y: 150 } })
  return stet.page
}

const scroller = (page: Page) => page.locator('.editor-scroll')

/** The words in the middle of the screen, as painted: what is not drawn has no box to be hit. */
const wordsInTheMiddle = (page: Page) =>
  scroller(page).evaluate((frame) => {
    const { left, top, width, height } = frame.getBoundingClientRect()
    // Between two paragraphs there are no words: look a little further down.
    for (let y = top + height / 2; y < top + height; y += 8) {
      const range = document.caretRangeFromPoint(left + width / 2 - 100, y)
      const node = range?.startContainer
      const block = node instanceof Text ? node.parentElement?.closest('.ProseMirror > *') : null
      const box = block?.getBoundingClientRect()
      if (block && box && box.top <= y && y <= box.bottom) return block.textContent
    }
    return null
  })
const number = (words: string | null) => Number(/Paragraph (\d+)/.exec(words ?? '')?.[1] ?? Number.NaN)

/** The number of the paragraph that the caret is in, when it can be seen there. */
const caretParagraph = (page: Page) =>
  scroller(page).evaluate((scrolled) => {
    const selection = getSelection()
    const frame = scrolled.getBoundingClientRect()
    const box = selection?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect()
    const words = selection?.focusNode?.parentElement?.closest('.ProseMirror > *')?.textContent ?? ''
    const isSeen = box.height > 0 && box.top >= frame.top && box.bottom <= frame.bottom
    return isSeen ? Number(/Paragraph (\d+)/.exec(words)?.[1]) : null
  })

test('the end and the beginning are one key away, typing lands there, page keys miss nothing', async ({
  stet,
}) => {
  const page = await openLongArticle(stet)
  await expect(async () => {
    await page.keyboard.press('Control+End')
    expect(await caretParagraph(page)).toBe(PARAGRAPHS)
  }).toPass()
  await page.keyboard.type(' At the end.')
  await expect(galley(page).locator('> p').last()).toHaveText(/At the end\.$/)
  const seen = new Set<number>()
  for (let turn = 0; turn < 5; turn += 1) {
    await page.keyboard.press('PageUp')
    await expect.poll(() => caretParagraph(page)).not.toBeNull()
    seen.add((await caretParagraph(page)) ?? 0)
    expect(number(await wordsInTheMiddle(page))).toBeGreaterThan(PARAGRAPHS - 150)
  }
  const upwards = [...seen]
  expect(upwards).toEqual([...upwards].sort((a, b) => b - a))
  // Through what was never drawn: one line up is one line up.
  const before = (await caretParagraph(page)) ?? 0
  for (let line = 0; line < 60; line += 1) await page.keyboard.press('ArrowUp')
  const after = (await caretParagraph(page)) ?? 0
  expect(before - after).toBeGreaterThan(5)
  expect(before - after).toBeLessThanOrEqual(60)
  await page.keyboard.press('Control+Home')
  await expect.poll(() => scroller(page).evaluate((frame) => frame.scrollTop)).toBe(0)
})

test('wheel and scrollbar never come to a blank screen', async ({ stet }) => {
  const page = await openLongArticle(stet)
  const box = await scroller(page).boundingBox()
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200)
  let last = 0
  for (let turn = 0; turn < 12; turn += 1) {
    await page.mouse.wheel(0, 2_500)
    await expect.poll(async () => number(await wordsInTheMiddle(page))).toBeGreaterThan(last)
    last = number(await wordsInTheMiddle(page))
  }
  for (const part of [0.9, 0.1, 0.5]) {
    const blank = await scroller(page).evaluate(async (frame, share) => {
      frame.scrollTop = frame.scrollHeight * share
      // The next frame that is painted shows words already.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return frame.scrollTop
    }, part)
    expect(blank).toBeGreaterThan(0)
    expect(number(await wordsInTheMiddle(page))).toBeGreaterThan(0)
  }
})

test('all is selected and copied, drawn or not; a selection that leaves the screen keeps its other end', async ({
  stet,
}) => {
  const page = await openLongArticle(stet)
  const copied = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener(
            'copy',
            (event) => setTimeout(() => resolve(event.clipboardData?.getData('text/plain') ?? '')),
            { once: true },
          )
          const data = new DataTransfer()
          const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
          document.querySelector('.ProseMirror')?.dispatchEvent(event)
          resolve(data.getData('text/plain'))
        }),
    )
  await expect(async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+a')
    expect(await copied()).toContain(`Paragraph ${PARAGRAPHS} begins`)
  }).toPass()
  expect((await copied()).match(/begins here/g)).toHaveLength(PARAGRAPHS)
  // From the third paragraph on, far beyond what is drawn around it.
  await galley(page)
    .locator('> p', { hasText: 'Paragraph 3 begins' })
    .click({ position: { x: 30, y: 8 } })
  for (let turn = 0; turn < 12; turn += 1) await page.keyboard.press('Shift+PageDown')
  const words = await copied()
  expect(words).toMatch(/begins here\. The harbour/)
  expect(words.match(/begins here/g)?.length).toBeGreaterThan(50)
  expect(words.indexOf('Paragraph 4 begins')).toBeGreaterThanOrEqual(0)
  expect(words).not.toContain('Paragraph 2 begins')
})

test('find goes to what was never drawn', async ({ stet }) => {
  const page = await openLongArticle(stet)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Paragraph 555 begins')
  await page.keyboard.press('Enter')
  await expect.poll(() => caretOrMatch(page)).toBe(555)
})

const caretOrMatch = (page: Page) =>
  scroller(page).evaluate((scrolled) => {
    const frame = scrolled.getBoundingClientRect()
    const match = document.querySelector('.find-current')
    const box = match?.getBoundingClientRect()
    const isSeen = box !== undefined && box.height > 0 && box.top >= frame.top && box.bottom <= frame.bottom
    return isSeen ? Number(/Paragraph (\d+)/.exec(match?.textContent ?? '')?.[1]) : null
  })

test('assistive technology finds the whole story', async ({ stet }) => {
  const page = await openLongArticle(stet)
  const undrawn = () =>
    galley(page).evaluate(
      (text) =>
        [...text.children].filter((block) => getComputedStyle(block).contentVisibility === 'hidden').length,
    )
  expect(await undrawn()).toBeGreaterThan(400)
  await stet.app.evaluate(({ app }) => app.setAccessibilitySupportEnabled(true))
  await expect.poll(undrawn).toBe(0)
})
