// Where an import leads: a file of this repository by its path, or a package by its name. No file system and no guessing:
// specifiers carry their extension, and the aliases are those of package.json.
import { isBuiltin } from 'node:module'
import path from 'node:path'

const ALIASES = {
  '#shared/': 'shared/',
  '#core/': 'electron/core/',
  '#shell/': 'electron/shell/',
  '#renderer/': 'renderer/',
  '#tests/': 'tests/',
}

/** `file` is the path from the root of the repository; node's own modules are the package "node:". */
export function resolveImport(fromFile, specifier) {
  const target = specifier.replace(/\?.*$/, '')
  for (const [alias, folder] of Object.entries(ALIASES)) {
    if (target.startsWith(alias)) {
      return { file: path.posix.join(folder, target.slice(alias.length)), alias, specifier }
    }
  }
  if (target.startsWith('.')) {
    return { file: path.posix.join(path.posix.dirname(fromFile), target), alias: null, specifier }
  }
  return { package: packageOf(target), specifier }
}

function packageOf(specifier) {
  if (isBuiltin(specifier)) return 'node:'
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}
