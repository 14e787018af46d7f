// A file nobody can hold in mind is a design that was not finished: 400 lines is the hard stop, tests included.
import fs from 'node:fs'
import path from 'node:path'

/** Lines. About 80 is the habit; the longest file of our models that still read well had 380. */
export const MAX_LINES = 400
const FOLDERS = ['shared', 'electron', 'renderer', 'tests', 'scripts', 'bin']
const LOOKED_AT = /\.(ts|tsx|css|mjs|cjs)$/
const GENERATED = /^tests\/fixtures\//

/** Files over the limit as lines for a person. */
export function checkFileSizes(root) {
  return FOLDERS.filter((folder) => fs.existsSync(path.join(root, folder))).flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
      .filter((file) => LOOKED_AT.test(file) && !GENERATED.test(file))
      .map((file) => ({ file, lines: fs.readFileSync(path.join(root, file), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > MAX_LINES)
      .map(({ file, lines }) => `${file} has ${lines} lines; ${MAX_LINES} is the limit`),
  )
}
