// Electron's fuses as RELIABILITY 4.7 wants them, and a reader of the wire, so that what was flipped is also checked.
const fs = require('node:fs')

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** By position in the wire, version 1. A wire of nine has wasmTrapHandlers last (Electron 41 and later). */
const WANTED = [
  ['runAsNode', false],
  ['cookieEncryption', false], // there are no cookies, and it is a one-way switch
  ['nodeOptions', false],
  ['nodeCliInspect', false],
  ['embeddedAsarIntegrityValidation', true], // enforced on macOS and Windows
  ['onlyLoadAppFromAsar', true],
  ['loadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', false],
  ['wasmTrapHandlers', true],
]

/** The fuses of an Electron executable by name; a fuse that was removed from the wire is null. */
function readFuses(executable) {
  const { bytes, at, count } = locate(executable)
  return Object.fromEntries(WANTED.slice(0, count).map(([name], i) => [name, stateOf(bytes[at + 2 + i])]))
}

function flipFuses(executable, wanted = WANTED) {
  const { at, count } = locate(executable)
  if (count > wanted.length)
    throw new Error(
      `This Electron has ${count} fuses and ${wanted.length} are known: decide about the new ones first.`,
    )
  const fd = fs.openSync(executable, 'r+')
  try {
    wanted.slice(0, count).forEach(([, isOn], i) => fs.writeSync(fd, isOn ? '1' : '0', at + 2 + i))
  } finally {
    fs.closeSync(fd)
  }
  const found = readFuses(executable)
  for (const [name, isOn] of wanted.slice(0, count))
    if (found[name] !== isOn) throw new Error(`Fuse ${name} could not be set.`)
  return found
}

function locate(executable) {
  const bytes = fs.readFileSync(executable)
  const found = bytes.indexOf(SENTINEL)
  if (found < 0) throw new Error(`${executable} has no fuse wire.`)
  const at = found + SENTINEL.length
  if (bytes[at] !== 1) throw new Error(`Fuse wire of version ${bytes[at]} is unknown.`)
  return { bytes, at, count: bytes[at + 1] }
}

const stateOf = (byte) => (byte === 0x31 ? true : byte === 0x30 ? false : null)

module.exports = { WANTED, readFuses, flipFuses }
