// Where a library is when nobody says: the same place for the window and the command line.
import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** Name of the folder; the suffix is the library's own. */
const DEFAULT_NAME = 'Stet.stet'

/** STET_LIBRARY where it is set, else a folder among the person's documents. */
export function defaultLibraryPath(
  home: string = homedir(),
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const chosen = env['STET_LIBRARY']?.trim() ?? ''
  return chosen === '' ? join(home, 'Documents', DEFAULT_NAME) : chosen
}
