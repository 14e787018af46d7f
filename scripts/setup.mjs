// From a bare clone to a machine that can run Stet: each step looks first and does nothing when nothing is to be done.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Failure } from './console.mjs'
import { ensurePackages } from './npm-packages.mjs'
import { ensureSystem } from './system-packages.mjs'
import { hasDisplay } from './virtual-display.mjs'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
export const electronFolder = path.join(root, 'node_modules/electron/dist')

const NEEDED_NODE = [20, 19]

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1])) return
  throw new Failure(
    `Stet needs Node ${NEEDED_NODE.join('.')} or newer; this is Node ${version}.`,
    'Install a current Node (nodejs.org, nvm, or your package manager) and run the command again.',
  )
}

/** Packages only: enough for unit tests, checks and the command line. */
export async function setUpPackages() {
  checkNode()
  await ensurePackages(root)
}

/** Packages, the Electron runtime and what it needs from the system. */
export async function setUp() {
  await setUpPackages()
  ensureRuntime()
  await ensureSystem({ dist: electronFolder, wantsVirtualDisplay: !hasDisplay() })
}

/** A process of its own: its peak memory (1 GB while unpacking) must be gone before the app starts. */
function ensureRuntime() {
  const script = path.join(root, 'scripts/electron-runtime.mjs')
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Failure('There is no Electron to run Stet with.', 'The line above says why.')
}

/** The runtime's executable, as the electron package itself names it. */
export function electronProgram() {
  const name = fs.readFileSync(path.join(root, 'node_modules/electron/path.txt'), 'utf8')
  return path.join(electronFolder, name)
}
