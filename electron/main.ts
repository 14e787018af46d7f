// Entry of the window. The lock comes first: a second instance hands over what it was asked and is gone before anything
// that could open a library is even loaded (RELIABILITY C1).
import process from 'node:process'
import { app } from 'electron'
import { readLaunchArguments } from './shell/launch-arguments.ts'

const request = readLaunchArguments(process.argv, process.cwd())
if (app.requestSingleInstanceLock({ ...request })) {
  // Awaited, so that Electron is not ready before the policy stands. boot.ts itself never waits for ready: that deadlocks.
  const { boot } = await import('./boot.ts')
  boot(request)
} else {
  app.exit(0)
}
