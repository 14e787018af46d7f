// `npm start`: from a bare clone to an open window. `--dev` rebuilds as files change; everything else goes to the app.
import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { ensureBuild } from './build-stamp.mjs'
import { Failure, runScript, say } from './console.mjs'
import { electronProgram, root, setUp } from './setup.mjs'
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs'

/** After Ctrl-C the app has this long to write what is unsaved and leave. */
const LEAVE_LIMIT_MS = 10_000
const hasGroups = process.platform !== 'win32'

await runScript(async () => {
  const isDev = process.argv.includes('--dev')
  const appArguments = fromWhereTyped(process.argv.slice(2).filter((argument) => argument !== '--dev'))
  await setUp()
  if (!isDev) await ensureBuild(root)
  const display = hasDisplay() ? null : await startVirtualDisplay()
  if (display)
    say(`No display here: Stet opens on a virtual one (${display.env.DISPLAY}), where nobody sees it.`)
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (isRoot)
    say('Warning: running as root, so Chromium’s sandbox is off. Use an ordinary user for real work.')
  // Chromium's complaints about what a virtual display lacks would bury the lines above.
  const switches = [...(isRoot ? ['--no-sandbox'] : []), ...(display ? ['--log-level=3'] : [])]
  try {
    say(isDev ? 'Starting Stet; it rebuilds as you edit. Ctrl-C ends it.' : 'Starting Stet. Ctrl-C ends it.')
    return await launch(isDev, switches, appArguments, display?.env ?? {})
  } finally {
    display?.stop()
  }
})

function launch(isDev, switches, appArguments, displayEnv) {
  const [command, args] = isDev
    ? [
        process.execPath,
        [
          path.join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
          'dev',
          '--watch',
          '--',
          ...switches,
          ...appArguments,
        ],
      ]
    : [electronProgram(), [root, ...switches, ...appArguments]]
  const env = { ...process.env, ...displayEnv }
  // An inherited switch of other Electron tools that would turn our runtime into a plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  if (displayEnv.DISPLAY) env.DBUS_SESSION_BUS_ADDRESS ??= 'disabled:' // no session bus there: spares pages of noise
  return new Promise((resolve, reject) => {
    // A group of its own, so that Ctrl-C arrives once, from here, and nothing outlives this script.
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', detached: hasGroups })
    const end = () => {
      // The app itself first: its helpers must live until it has written what is unsaved. Then whatever is left of it.
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      setTimeout(() => killGroup(child), LEAVE_LIMIT_MS).unref()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
    child.on('error', (error) => reject(new Failure(`Electron did not start: ${error.message}.`)))
    child.on('exit', (code, signal) => {
      if (isDev && hasGroups) endGroup(child.pid) // electron-vite leaves its Electron behind when it is told to go
      resolve(signal ? 1 : (code ?? 1))
    })
  })
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error // nobody left
  }
}

function killGroup(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  if (hasGroups) process.kill(-child.pid, 'SIGKILL')
  else child.kill('SIGKILL')
}

/** npm runs scripts in the project's folder: a relative library is meant from where the command was typed. */
function fromWhereTyped(args) {
  const typedIn = process.env.INIT_CWD ?? process.cwd()
  return args.map((argument, i) => (args[i - 1] === '--library' ? path.resolve(typedIn, argument) : argument))
}
