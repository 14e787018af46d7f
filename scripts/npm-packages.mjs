// Installs the locked packages when, and only when, what is installed is not what is locked.
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { Failure, runQuietly } from './console.mjs'

/** npm writes what it installed here, last of all: an interrupted install leaves none. */
const INSTALLED = 'node_modules/.package-lock.json'

export async function ensurePackages(root) {
  if (isInstalled(root)) return false
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { code, output } = await runQuietly('Installing packages (npm ci, about 40 s)', npm, ['ci'], {
    cwd: root,
    shell: process.platform === 'win32',
  })
  if (code === 0) return true
  process.stderr.write(`${output.join('\n')}\n`)
  throw new Failure(
    'npm could not install the packages.',
    'Check that an npm registry can be reached (npm ping), then run the command again.',
  )
}

export function isInstalled(root) {
  let installed
  try {
    installed = JSON.parse(fs.readFileSync(path.join(root, INSTALLED), 'utf8'))
  } catch {
    return false // absent or half-written: either way the packages have to be installed
  }
  const locked = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  return firstDifference(locked, installed) === null
}

/** The first locked package that is not installed in its locked version, or null. */
export function firstDifference(locked, installed) {
  for (const [where, entry] of Object.entries(locked.packages)) {
    if (where === '' || entry.optional === true || entry.devOptional === true) continue // other platforms' binaries
    const found = installed.packages?.[where]
    if (found?.version !== entry.version || found?.integrity !== entry.integrity) return where
  }
  return null
}
