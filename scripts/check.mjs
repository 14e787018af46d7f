// `npm run check`: everything a change must pass before it is shown to anybody, one step after the other. Each step runs
// even when an earlier one failed, so that one run tells all. End-to-end tests are `npm test`.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { checkStyles } from './check-styles.mjs'
import { Failure, runScript, say } from './console.mjs'
import { checkFileSizes } from './file-sizes.mjs'
import { summaryLines, total, vitestCounts } from './run-results.mjs'
import { root, setUpPackages } from './setup.mjs'

/** Lines of a failed step that are shown; the rest is counted and the command named. */
const SHOWN_LINES = 60
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024
const report = path.join(root, '.cache/test-reports/check.json')

/** A step answers the faults it found, as lines. */
const steps = [
  { name: 'format', faults: tool('@biomejs/biome/bin/biome', 'format', '--max-diagnostics=200') },
  { name: 'lint', faults: tool('oxlint/bin/oxlint', '--format=unix') },
  { name: 'boundaries', faults: tool('../scripts/boundaries/check-boundaries.mjs') },
  { name: 'styles', faults: () => checkStyles(root) },
  { name: 'types', faults: tool('typescript/bin/tsc', '-b', '--pretty', 'false') },
  {
    name: 'types against Electron 33',
    faults: tool('typescript/bin/tsc', '-p', 'tsconfig.electron33.json', '--pretty', 'false'),
  },
  { name: 'file sizes', faults: () => checkFileSizes(root) },
  { name: 'dead code', faults: tool('knip/bin/knip.js', '--no-progress', '--no-config-hints') },
]

await runScript(async () => {
  await setUpPackages()
  const counts = steps.map(runStep)
  counts.push(runTests())
  process.stdout.write(`${summaryLines(...counts).join('\n')}\n`)
  return total(...counts).failed === 0 ? 0 : 1
})

function runStep({ name, faults }) {
  const startedAt = Date.now()
  const found = faults()
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  say(`${name}: ${found.length === 0 ? 'ok' : 'FAILED'} (${seconds} s)`)
  for (const line of found.slice(0, SHOWN_LINES)) process.stderr.write(`      ${line}\n`)
  if (found.length > SHOWN_LINES) {
    process.stderr.write(`      ... and ${found.length - SHOWN_LINES} more lines\n`)
  }
  const isOk = found.length === 0
  return { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1, skipped: 0, names: isOk ? [] : [name] }
}

/** A command-line tool as a step: silent when it exits with 0, its output otherwise. */
function tool(script, ...args) {
  return () => {
    const { status, stdout, stderr, error } = runNode(script, args, 'pipe')
    if (error)
      throw new Failure(`${script} could not be started: ${error.message}`, 'Run npm ci and try again.')
    if (status === 0) return []
    const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '')
    return lines.length > 0 ? lines : [`${script} ended with ${status} and said nothing`]
  }
}

function runTests() {
  say('unit and integration tests')
  fs.rmSync(report, { force: true })
  fs.mkdirSync(path.dirname(report), { recursive: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = runNode('vitest/vitest.mjs', args, 'inherit')
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const counts = vitestCounts(JSON.parse(fs.readFileSync(report, 'utf8')))
  // An error outside any test fails the run without failing a test.
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function runNode(script, args, output) {
  const file = path.join(root, 'node_modules', script)
  return spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT_BYTES,
    stdio: ['ignore', output, output === 'pipe' ? 'pipe' : 'inherit'],
  })
}
