// Entry of the window. Switches that would open a side door end a packaged app at once (E6). Then the lock: a second
// instance hands over what it was asked and is gone before anything that could open a library is loaded (C1).
import fs from 'node:fs'
import process from 'node:process'
import { app, dialog } from 'electron'
import { readLaunchArguments } from './shell/launch-arguments.ts'
import { forbiddenArguments } from './shell/security.ts'

const forbidden = app.isPackaged ? forbiddenArguments(process.argv) : []
const request = readLaunchArguments(process.argv, process.cwd())

if (forbidden.length > 0) {
  process.stderr.write(`stet: refused to start with ${forbidden.join(' ')}\n`)
  app.exit(2)
} else if (app.requestSingleInstanceLock({ ...request })) {
  // Awaited, so that Electron is not ready before the policy stands. boot.ts itself never waits for ready: that deadlocks.
  const { boot } = await import('./boot.ts')
  boot(request)
} else {
  sayIfNobodyCan(app.getPath('userData'))
  app.exit(0)
}

/** The lock is a file: where none can be made there is no other instance either, and a silent end would be a riddle. */
function sayIfNobodyCan(folder: string): void {
  try {
    fs.accessSync(folder, fs.constants.W_OK)
  } catch {
    dialog.showErrorBox('Stet cannot start', `The folder for its settings cannot be written: ${folder}`)
    app.exit(1)
  }
}
