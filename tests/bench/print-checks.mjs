// What checking costs, in plain Node: built first, since Node 20 reads no TypeScript.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { build } from 'vite'
import { benchParagraphs } from './bench-text.mjs'
import { quantile } from './measure-typing.mjs'

const print = (line = '') => process.stdout.write(`${line}\n`)
const ms = (values) => `${quantile(values, 0.5).toFixed(2)} ms`.padStart(10)

/** A whole article and one edited block, beside the same text only read into words. */
export async function printChecks(root, words) {
  mkdirSync(path.join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(path.join(root, '.cache', 'bench-checks-'))
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: path.join(root, 'tests/support/bench-checks.ts'),
        outDir: folder,
        target: 'node20',
        minify: false,
        rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
      },
      ssr: { noExternal: true },
    })
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(folder, 'bench.mjs'), JSON.stringify(benchParagraphs(words))],
      { encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(stderr)
    const { found, cold, whole, wholeFloor, oneBlock, oneBlockFloor } = JSON.parse(stdout)
    const times = (ours, floor) => `x${(quantile(ours, 0.5) / quantile(floor, 0.5)).toFixed(2)}`
    print()
    print(
      `checks, CPU, ${words.toLocaleString('en')} words, 27 rules, 1,000 house terms, ${found} findings; floor: the same blocks read into words`,
    )
    print(`  whole, first time    ${`${cold.toFixed(2)} ms`.padStart(10)}  (goal 150 ms)`)
    print(`  whole, warm          ${ms(whole)}  floor ${ms(wholeFloor)}  ${times(whole, wholeFloor)}`)
    print(`  one edited block     ${ms(oneBlock)}  floor ${ms(oneBlockFloor)}  (goal 5 ms)`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
