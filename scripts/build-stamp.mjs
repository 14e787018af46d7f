// Knows whether out/ was built from the sources as they are now.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { Failure, runQuietly } from './console.mjs'

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const PRODUCTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const STAMP = 'out/.built-from'

export async function ensureBuild(root) {
  const before = stampOf(root)
  if (before !== null && before === readStamp(root)) return false
  const vite = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { code, output } = await runQuietly(
    'Building (electron-vite build)',
    process.execPath,
    [vite, 'build', '--logLevel', 'warn'],
    { cwd: root },
  )
  if (code !== 0) {
    process.stderr.write(`${output.join('\n')}\n`)
    throw new Failure('The build failed.', 'The lines above say where; mend it and run the command again.')
  }
  const after = stampOf(root)
  if (after !== null) fs.writeFileSync(path.join(root, STAMP), after)
  return true
}

/** Digest of the sources plus the times of the products: a build made behind our back is noticed too. */
export function stampOf(root) {
  const hash = createHash('sha256')
  for (const file of filesUnder(root, SOURCES)) {
    hash.update(file).update('\0')
    hash.update(fs.readFileSync(path.join(root, file))).update('\0')
  }
  for (const file of PRODUCTS) {
    const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false })
    if (!stat) return null
    hash.update(`${stat.mtimeMs} ${stat.size}\0`)
  }
  return hash.digest('hex')
}

function readStamp(root) {
  const file = path.join(root, STAMP)
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
}

function filesUnder(root, names) {
  const found = []
  for (const name of names) {
    const stat = fs.statSync(path.join(root, name), { throwIfNoEntry: false })
    if (stat?.isFile()) found.push(name)
    else if (stat?.isDirectory())
      found.push(
        ...filesUnder(
          root,
          fs
            .readdirSync(path.join(root, name))
            .sort()
            .map((child) => `${name}/${child}`),
        ),
      )
  }
  return found
}
