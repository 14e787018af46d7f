// A screen for machines without one: an Xvfb of our own, with a cookie so that no other user can look at it.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { Failure } from './console.mjs'

const SCREEN = '1440x900x24'
/** Xvfb answers in about 100 ms; after this it never will. */
const START_LIMIT_MS = 15_000

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Starts a virtual display; `env` is what a program needs to use it. */
export async function startVirtualDisplay() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-display-'))
  const authority = path.join(folder, 'authority')
  fs.writeFileSync(authority, authorityFor(randomBytes(16)), { mode: 0o600 })
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-auth', authority]
  // Its own process group: Ctrl-C must reach the app first and the screen last.
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true })
  const stop = () => {
    server.kill('SIGTERM')
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    const number = await displayNumber(server)
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, stop }
  } catch (error) {
    stop()
    throw error
  }
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const fail = (why) =>
      reject(new Failure(`The virtual display did not start: ${why}.`, 'Is the package xvfb installed?'))
    const timer = setTimeout(() => fail(`no answer in ${START_LIMIT_MS / 1000} s`), START_LIMIT_MS)
    const settle = (act, value) => {
      clearTimeout(timer)
      act(value)
    }
    server.on('error', (error) => settle(fail, error.message))
    server.on('exit', (code) => settle(fail, `Xvfb ended with code ${code}`))
    let text = ''
    server.stdio[3].on('data', (chunk) => {
      text += chunk
      if (text.endsWith('\n')) settle(resolve, text.trim())
    })
  })
}

/** An Xauthority file with one cookie for any display: the number is not known before Xvfb has started. */
function authorityFor(cookie) {
  const counted = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes])
  const FAMILY_WILD = Buffer.from([0xff, 0xff])
  const none = Buffer.alloc(0)
  return Buffer.concat([
    FAMILY_WILD,
    counted(none),
    counted(none),
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(cookie),
  ])
}
