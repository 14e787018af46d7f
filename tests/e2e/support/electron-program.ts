// How Electron is started without Playwright: for second instances and for counting processes.
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** Another build of the app, such as an instrumented one, may stand in for this checkout. */
export const root = process.env.STET_E2E_APP ?? path.resolve(import.meta.dirname, '../../..')
const electron = path.resolve(import.meta.dirname, '../../../node_modules/electron')
const isRoot = process.platform === 'linux' && process.getuid?.() === 0

export const electronProgram = {
  file: path.join(electron, 'dist', fs.readFileSync(path.join(electron, 'path.txt'), 'utf8')),
  args: [root, ...(isRoot ? ['--no-sandbox'] : [])],
}
