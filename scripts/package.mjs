// `npm run package`: an unpacked application under dist/. The fallback runtime from the npm registry is for development
// and tests; `--for-tests` lets a packaging test use it and marks the result so.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { ensureBuild } from './build-stamp.mjs'
import { Failure, runScript, say } from './console.mjs'
import { root, setUp } from './setup.mjs'

await runScript(async () => {
  const isForTests = process.argv.includes('--for-tests')
  await setUp()
  const runtime = fs
    .readFileSync(path.join(root, 'node_modules/electron/dist/version'), 'utf8')
    .replace(/^v/, '')
    .trim()
  const product = JSON.parse(
    fs.readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'),
  ).version
  if (runtime !== product && !isForTests)
    throw new Failure(
      `This machine has Electron ${runtime} for tests only; a release needs the official Electron ${product}.`,
      'Package where Electron’s downloads can be reached, or use --for-tests to try the packaging itself.',
    )
  await ensureBuild(root)
  say(`Packaging with Electron ${runtime}${isForTests ? ' (for tests: not for release)' : ''}`)
  const builder = path.join(root, 'node_modules/electron-builder/cli.js')
  const output = isForTests ? ['-c.directories.output=dist/for-tests', `-c.electronVersion=${runtime}`] : []
  const { status } = spawnSync(process.execPath, [builder, '--dir', '--publish', 'never', ...output], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Failure('Packaging failed.', 'The lines above say where.')
  return 0
})
