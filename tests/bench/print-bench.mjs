// Runs the parts and prints each figure beside its floor and its goal (PERFORMANCE.md section 5).
import process from 'node:process'
import {
  end,
  floorArguments,
  launchFloor,
  launchStet,
  profileFolder,
  sizeWindow,
  sleep,
  stetArguments,
} from './apps.mjs'
import { benchHeadline, benchParagraphs } from './bench-text.mjs'
import { measureAcks } from './measure-acks.mjs'
import { measureTyping, quantile } from './measure-typing.mjs'
import { timeStart } from './start-times.mjs'

const print = (line = '') => process.stdout.write(`${line}\n`)
const median = (values) => quantile(values, 0.5)
const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`
const times = (ours, floor) => `x${(ours / floor).toFixed(2)}`

export async function printBench({ parts, rounds, library, articles, sizes }) {
  print(
    `Stet bench, ${rounds} round${rounds === 1 ? '' : 's'}, medians; every ratio is to the floor of the same run`,
  )
  if (parts.includes('start')) await printStart(rounds, library, articles[1_000])
  if (parts.includes('typing')) for (const words of sizes) await printTyping(rounds, library, articles, words)
  if (parts.includes('open')) await printOpen(rounds, library, articles, 10_000)
  if (parts.includes('ack')) await printAcks(library, articles[10_000])
}

/** Square pixels that are a paragraph of forty words and no headline, row or label. */
const PARAGRAPH_AREA = 20_000

/** Warm: profile used before, files in the page cache, the last window closed as a person closes it, so that its first screen is stored. The floor is an Electron window with one line of text. */
async function printStart(rounds, library, articleId) {
  const profiles = { floor: profileFolder(), stet: profileFolder() }
  const floor = []
  const stet = []
  for (let round = -1; round < Math.max(5, rounds); round += 1) {
    const empty = await timeStart(floorArguments('empty', profiles.floor), null, () => null)
    const ours = await timeStart(
      stetArguments(library, profiles.stet, articleId),
      'stet:interactive',
      firstScreenSeen,
    )
    if (round < 0) continue // the first warms both
    floor.push(empty)
    stet.push(ours)
  }
  const of = (list, key) => median(list.map((one) => one[key]))
  const served = stet.filter(({ seen }) => seen.wasStored).length
  print()
  print(`start, warm, 1,000 words   empty window ${ms(of(floor, 'paint'))}`)
  print(
    `  article painted          ${ms(of(stet, 'paint'))}  ${times(of(stet, 'paint'), of(floor, 'paint'))}  (goal x1.3)`,
  )
  print(
    `  article there, editable  ${ms(of(stet, 'usable'))}  ${times(of(stet, 'usable'), of(floor, 'usable'))}  (goal x1.5)`,
  )
  print(`  painted from the stored first screen in ${served} of ${stet.length} starts`)
  if (stet.some(({ seen, paintedArea }) => !seen.hasArticle || paintedArea < PARAGRAPH_AREA))
    print('  NOT A START: the article was not on screen')
}

/** In the page: whether this start had a stored screen to paint, and whether it ended in the article. */
function firstScreenSeen() {
  const text = document.querySelector('[role="textbox"][contenteditable="true"]')
  return {
    wasStored: document.querySelector('link[href$="/first-screen.css"]') !== null,
    hasArticle: text?.querySelectorAll('p').length > 20,
  }
}

const galley = (page) => page.getByRole('textbox', { name: 'Text of the article' })

/** Puts the caret into the middle of the text, on screen. */
async function caretInMiddle(page, editable) {
  await editable.evaluate((element) => {
    const blocks = element.querySelectorAll(':scope > p')
    const block = blocks[Math.floor(blocks.length / 2)]
    element.focus()
    block.scrollIntoView({ block: 'center' })
    getSelection().collapse(block.firstChild, 10)
  })
  await sleep(1_500)
  await editable.evaluate(() => getSelection().focusNode.parentElement.scrollIntoView({ block: 'center' }))
  await sleep(500)
}

async function printTyping(rounds, library, articles, words) {
  const floor = []
  const stet = []
  for (let round = 0; round < rounds; round += 1) {
    const bare = await launchFloor('editable', profileFolder())
    await sizeWindow(bare)
    await bare.page.evaluate((paragraphs) => {
      const text = document.getElementById('text')
      text.innerHTML = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')
    }, benchParagraphs(words))
    await caretInMiddle(bare.page, bare.page.locator('#text'))
    floor.push(await measureTyping(bare.page))
    await end(bare)
    const ours = await launchStet(library, profileFolder(), articles[words])
    await sizeWindow(ours)
    await galley(ours.page).waitFor()
    await caretInMiddle(ours.page, galley(ours.page))
    stet.push(await measureTyping(ours.page))
    await end(ours)
  }
  const of = (list, key) => median(list.map((one) => one[key]))
  const goals = { 10_000: '(goal x1.5)', 100_000: '(goal x0.7)' }
  const row = (name, key, goal = '') =>
    print(
      `  ${name}  ${ms(of(stet, key)).padStart(9)}  floor ${ms(of(floor, key)).padStart(9)}  ${times(of(stet, key), of(floor, key))}  ${goal}`,
    )
  print()
  print(`typing, ${words.toLocaleString('en')} words, in a bare contenteditable and in the real app`)
  row('CPU per key       ', 'cpuPerKeyMs', goals[words])
  row('key to paint p50  ', 'paintP50Ms')
  row('key to paint p95  ', 'paintP95Ms')
  row('first key         ', 'firstKeyMs')
  print(
    `  slower than 60 Hz   ${(of(stet, 'slowerThanFrame') * 100).toFixed(0)} %  floor ${(of(floor, 'slowerThanFrame') * 100).toFixed(0)} %`,
  )
}

/** From the draft's bytes in the window, and from the press on its row, to painted and editable. The floor sets innerHTML of the same paragraphs in the same runtime. */
async function printOpen(rounds, library, articles, words) {
  const floor = []
  const stet = []
  for (let round = 0; round < rounds; round += 1) {
    const bare = await launchFloor('editable', profileFolder())
    await sizeWindow(bare)
    await sleep(1_000)
    floor.push(
      await bare.page.evaluate(async (paragraphs) => {
        const startedAt = performance.now()
        document.getElementById('text').innerHTML = paragraphs
          .map((paragraph) => `<p>${paragraph}</p>`)
          .join('')
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
        return performance.now() - startedAt
      }, benchParagraphs(words)),
    )
    await end(bare)
    // Another article first, so that code is loaded as it is when a person goes from one article to the next.
    const ours = await launchStet(library, profileFolder(), articles[1_000])
    await sizeWindow(ours)
    await sleep(1_500)
    stet.push(
      await ours.page.evaluate(async (headline) => {
        const rows = [...document.querySelectorAll('#desk button')]
        const row = rows.find((one) => one.textContent.includes(headline))
        const isOpen = () =>
          document.querySelector('[role="textbox"][contenteditable="true"] h1')?.textContent === headline
        const startedAt = performance.now()
        row.click()
        while (!isOpen()) await new Promise((resolve) => requestAnimationFrame(resolve))
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
        const hereAt = performance.getEntriesByName('stet:draft-here').at(-1).startTime
        return { fromPress: performance.now() - startedAt, fromBytes: performance.now() - hereAt }
      }, benchHeadline(words)),
    )
    await end(ours)
  }
  print()
  const row = (name, key, goal) =>
    print(
      `  ${name}  ${ms(median(stet.map((one) => one[key])))}  floor ${ms(median(floor))}  ${times(median(stet.map((one) => one[key])), median(floor))}  ${goal}`,
    )
  print(`open, ${words.toLocaleString('en')} words, to painted and editable`)
  row('from the draft in memory ', 'fromBytes', '(goal x1.4)')
  row('from the press on its row', 'fromPress', '')
}

async function printAcks(library, articleId) {
  const ours = await launchStet(library, profileFolder(), articleId)
  await galley(ours.page).waitFor()
  await caretInMiddle(ours.page, galley(ours.page))
  const acks = await measureAcks(ours)
  await end(ours)
  print()
  print('key to durable acknowledgement (committed with full sync), 10,000 words')
  print(
    `  p50 ${ms(quantile(acks, 0.5))}  p95 ${ms(quantile(acks, 0.95))}  of ${acks.length} keys  (goal p95 16.7 ms)`,
  )
}
