// `npm test`: everything needed, then unit and integration tests, then the built app in a real Electron.
// `-- --unit` stops after the first half, `-- --e2e` does the second only; other arguments go to the runner.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { ensureBuild } from './build-stamp.mjs'
import { runScript, say } from './console.mjs'
import { playwrightCounts, summaryLines, total, vitestCounts } from './run-results.mjs'
import { root, setUp, setUpPackages } from './setup.mjs'
import { startVirtualDisplay } from './virtual-display.mjs'

const reports = path.join(root, '.cache/test-reports')

await runScript(async () => {
  const asked = process.argv.slice(2)
  const rest = asked.filter((argument) => argument !== '--unit' && argument !== '--e2e')
  const isUnit = !asked.includes('--e2e')
  const isE2e = !asked.includes('--unit')
  fs.rmSync(reports, { recursive: true, force: true })
  fs.mkdirSync(reports, { recursive: true })
  const counts = []
  if (isE2e) await setUp()
  else await setUpPackages()
  if (isUnit) counts.push(await runVitest(isE2e ? [] : rest))
  if (isE2e) counts.push(await runPlaywright(isUnit ? [] : rest))
  const { passed, failed } = total(...counts)
  process.stdout.write(`${summaryLines(...counts).join('\n')}\n`)
  return failed > 0 || passed === 0 ? 1 : 0
})

async function runVitest(args) {
  say('Unit and integration tests (vitest)')
  const file = path.join(reports, 'vitest.json')
  const status = await runNode('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...args,
  ])
  return counted(file, vitestCounts, status)
}

async function runPlaywright(args) {
  await ensureBuild(root)
  say('End-to-end tests in Electron (Playwright)')
  const file = path.join(reports, 'playwright.json')
  // Always a screen of our own: windows must not jump about on the one somebody is working at, and sizes stay the same.
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null
  try {
    const status = await runNode('@playwright/test/cli.js', ['test', '--reporter=list,json', ...args], {
      ...display?.env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      // Chromium would prefer Wayland where both are named, and open on the person's screen after all.
      WAYLAND_DISPLAY: '',
    })
    return counted(file, playwrightCounts, status)
  } finally {
    display?.stop()
  }
}

/** Ctrl-C reaches the runner from the terminal; a signal to this script alone is passed on, so nothing is left behind. */
function runNode(program, args, env = {}) {
  const file = path.join(root, 'node_modules', program)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const pass = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, pass)
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** A runner that ended badly without a failed test, or without a report, counts as one failure. */
function counted(file, read, status) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const counts = read(JSON.parse(fs.readFileSync(file, 'utf8')))
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
