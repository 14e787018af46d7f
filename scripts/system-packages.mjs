// What Electron needs from a Linux system: found before launch, installed where we may, named exactly where we may not.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { Failure, runQuietly } from './console.mjs'

const LIBRARY_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'fonts-dejavu-core']
const DISPLAY_PACKAGES = ['xvfb']

/** Shared libraries that the runtime in `dist` wants and this machine lacks. */
export function missingLibraries(dist) {
  if (process.platform !== 'linux') return []
  const files = [path.join(dist, 'electron')]
  for (const name of fs.readdirSync(dist)) if (/\.so(\.\d+)*$/.test(name)) files.push(path.join(dist, name))
  const result = spawnSync('ldd', files, { encoding: 'utf8' })
  if (result.error) return [] // no ldd (musl, NixOS): nothing can be said before the launch
  return missingFrom(result.stdout)
}

/** Names that ldd could not find, each once. */
export function missingFrom(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
  return [...new Set(names)]
}

export const isCommandPresent = (name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => folder && fs.existsSync(path.join(folder, name)))

/** Makes sure that the runtime's libraries and, if asked, a virtual display are there. */
export async function ensureSystem({ dist, wantsVirtualDisplay }) {
  const missing = missingLibraries(dist)
  const wanted = []
  if (missing.length > 0) wanted.push(...LIBRARY_PACKAGES)
  if (wantsVirtualDisplay && !isCommandPresent('Xvfb')) wanted.push(...DISPLAY_PACKAGES)
  if (wanted.length === 0) return
  const why =
    missing.length > 0
      ? `This machine lacks ${missing.length} shared libraries that Electron needs (${missing.slice(0, 3).join(', ')} …).`
      : 'There is no display, and no virtual one (Xvfb) is installed.'
  if (!isCommandPresent('apt-get'))
    throw new Failure(why, `Install the counterparts of these Debian packages: ${wanted.join(' ')}`)
  const names = wanted.map(nameHere)
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  if (process.getuid?.() !== 0) throw new Failure(why, `Run: sudo apt-get update && sudo ${command}`)
  await apt('Refreshing the list of system packages', ['update'], command)
  // Names may differ once the list is fresh (the 64-bit time transition renamed some).
  const fresh = wanted.map(nameHere)
  await apt(
    `Installing system packages (${fresh.join(' ')})`,
    ['install', '-y', '--no-install-recommends', ...fresh],
    command,
  )
  const still = missingLibraries(dist)
  if (still.length > 0)
    throw new Failure(
      `Electron still lacks shared libraries: ${still.join(', ')}.`,
      'Install the packages that carry them.',
    )
}

async function apt(label, args, command) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, output } = await runQuietly(label, 'apt-get', ['-q', ...args], { env })
  if (code === 0) return
  process.stderr.write(`${output.join('\n')}\n`)
  throw new Failure(`${label} failed.`, `Run it by hand: apt-get update && ${command}`)
}

/** Debian 13 and Ubuntu 24.04 call some of these libraries by a new name. */
function nameHere(name) {
  const hasCandidate = (candidate) =>
    /Candidate: (?!\(none\))/.test(
      spawnSync('apt-cache', ['policy', candidate], { encoding: 'utf8' }).stdout ?? '',
    )
  return !hasCandidate(name) && hasCandidate(`${name}t64`) ? `${name}t64` : name
}
