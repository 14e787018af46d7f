// The second promise: the app killed at any moment of typing loses at most what was typed in the last quarter of a second.
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { root } from './support/electron-program.ts'
import { expect, test } from './support/launch-stet.ts'

/** The bar of the product (RELIABILITY R1), in ms. */
const MAY_BE_LOST_MS = 250
const KILLS = Number(process.env['STET_KILLS'] ?? 20)
/** About eight characters a second is a fast typist; this is faster, so that more is under way when the kill comes. */
const KEY_PAUSE_MS = 40

interface Typed {
  readonly char: string
  readonly at: number
}

function cli(library: string, ...args: string[]): { status: number; json: Record<string, unknown> } {
  const command = [path.join(root, 'out/main/cli.js'), ...args, '--library', library, '--json']
  try {
    return { status: 0, json: JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' })) }
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    return { status, json: JSON.parse(stdout || '{}') }
  }
}

/** All text of an article as `stet show --json` prints it. */
function textOf(article: unknown): string {
  const { content } = article as { content: { text?: string; content?: unknown[] } }
  const walk = (node: { text?: string; content?: unknown[] }): string =>
    (node.text ?? '') + (node.content ?? []).map((child) => walk(child as typeof node)).join('')
  return walk(content)
}

test.use({ startsAtOnce: false })

test(`R1: ${KILLS} times kill -9 in mid-typing loses at most the last ${MAY_BE_LOST_MS} ms, and the library verifies`, async ({
  stet,
}) => {
  test.setTimeout(KILLS * 20_000)
  const made = JSON.parse(
    execFileSync(
      process.execPath,
      [path.join(root, 'out/main/cli.js'), 'new', '--library', stet.library, '--json'],
      { encoding: 'utf8' },
    ),
  ) as { id: string }
  let expected = ''
  let worstMs = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    await stet.launch({ open: made.id })
    const galley = stet.page.getByRole('textbox', { name: 'Text of the article' })
    await galley.focus()
    // ProseMirror puts its own selection back for 50 ms after taking focus: press until the caret has moved.
    await expect(async () => {
      await stet.page.keyboard.press('Control+End')
      const isAtEnd = await stet.page.evaluate(() => {
        const { anchorNode } = getSelection() ?? { anchorNode: null }
        return document.querySelector('[role="textbox"] > p:last-of-type')?.contains(anchorNode) ?? false
      })
      expect(isAtEnd).toBe(true)
    }).toPass()
    const typed: Typed[] = []
    // A different moment each time, spread over a second and a half, in no step with the typing.
    const killAt = Date.now() + 300 + ((kill * 377) % 1_500)
    const killed = new Promise<number>((resolve) => {
      setTimeout(() => {
        const at = Date.now()
        void stet.kill().then(() => resolve(at))
      }, killAt - Date.now())
    })
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    try {
      for (let index = 0; Date.now() < killAt + 2_000; index += 1) {
        const char = letters[(index + kill) % letters.length] ?? 'x'
        const at = Date.now()
        await stet.page.keyboard.press(char)
        typed.push({ char, at })
        await new Promise((resolve) => setTimeout(resolve, KEY_PAUSE_MS))
      }
    } catch {
      // the app is gone, as intended
    }
    const killedAt = await killed
    const { status, json } = cli(stet.library, 'verify')
    expect({ kill, status, faults: json['faults'] }).toEqual({ kill, status: 0, faults: [] })
    const text = textOf(cli(stet.library, 'show', made.id).json['article'])
    const all = typed.map(({ char }) => char).join('')
    expect(text.startsWith(expected), `run ${kill}: what was there before is still there`).toBe(true)
    const kept = text.slice(expected.length)
    // The very key under way may have arrived although its press was never answered.
    expect(
      `${all}${letters}`.startsWith(kept) || kept.startsWith(all),
      `run ${kill}: kept ${kept} of ${all}`,
    ).toBe(true)
    const firstLost = typed[kept.length]
    const lostMs = firstLost === undefined ? 0 : killedAt - firstLost.at
    worstMs = Math.max(worstMs, lostMs)
    expect(
      lostMs,
      `run ${kill}: typed for ${killedAt - (typed[0]?.at ?? killedAt)} ms, lost ${lostMs} ms`,
    ).toBeLessThanOrEqual(MAY_BE_LOST_MS)
    expected = text
  }
  test
    .info()
    .annotations.push({ type: 'measured', description: `worst loss ${worstMs} ms in ${KILLS} kills` })
  process.stdout.write(
    `    kill -9: worst loss ${worstMs} ms of typing in ${KILLS} kills; stet verify clean ${KILLS}/${KILLS}\n`,
  )
})
