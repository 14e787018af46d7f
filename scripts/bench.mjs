// `npm run bench`: what typing, opening, saving and starting cost, each beside a floor measured in the same run. Prints
// ratios; never fails for being slow. `-- typing`, `-- open`, `-- start`, `-- ack`, `-- checks` pick parts; `-- --rounds 1` hurries.
// `-- diff`, `-- marking` and `-- export` need no window: the diff beside a peer, what it marks in the corpora, a page beside its floor.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { benchHeadline, benchParagraphs } from '../tests/bench/bench-text.mjs'
import { runBench } from './bench-diff.mjs'
import { ensureBuild } from './build-stamp.mjs'
import { runScript, say } from './console.mjs'
import { root, setUp } from './setup.mjs'
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs'

const SIZES = [1_000, 10_000, 100_000]
/** In the real app, beside a floor app. */
const PARTS = ['start', 'typing', 'open', 'ack']
const WITHOUT_WINDOW = ['diff', 'marking', 'export']
/** Words of the article that is checked, in plain Node. */
const CHECKED_WORDS = 10_000

await runScript(async () => {
  const asked = process.argv.slice(2)
  const parts = PARTS.filter((part) => asked.includes(part))
  const outside = WITHOUT_WINDOW.filter((part) => asked.includes(part))
  const isAll = parts.length === 0 && outside.length === 0
  if (asked.includes('checks') || isAll) {
    const { printChecks } = await import('../tests/bench/print-checks.mjs')
    await printChecks(root, CHECKED_WORDS)
  }
  for (const part of outside) await runBench(`bench-${part}`)
  if (parts.length === 0 && (outside.length > 0 || asked.includes('checks'))) return
  const rounds = Number(asked[asked.indexOf('--rounds') + 1]) || 3
  await setUp()
  await ensureBuild(root)
  const display = hasDisplay() ? null : await startVirtualDisplay()
  Object.assign(process.env, display?.env)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-bench-'))
  try {
    const { printBench } = await import('../tests/bench/print-bench.mjs')
    const library = path.join(folder, 'Bench.stet')
    const articles = Object.fromEntries(SIZES.map((words) => [words, makeArticle(folder, library, words)]))
    await printBench({ parts: parts.length > 0 ? parts : PARTS, rounds, library, articles, sizes: SIZES })
  } finally {
    display?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

/** An article of so many words, brought in as any other would be. */
function makeArticle(folder, library, words) {
  say(`Preparing an article of ${words.toLocaleString('en')} words`)
  const file = path.join(folder, `bench-${words}.md`)
  fs.writeFileSync(file, [`# ${benchHeadline(words)}`, ...benchParagraphs(words)].join('\n\n'))
  const run = spawnSync(
    process.execPath,
    [path.join(root, 'out/main/cli.js'), 'import', file, '--library', library, '--json'],
    { encoding: 'utf8' },
  )
  const [imported] = JSON.parse(run.stdout).imported
  return imported.id
}
