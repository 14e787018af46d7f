// A private copy of a library that was cut short. Reading it needs recovery, recovery writes, and nothing may be written
// before we know that the files are whole and belong together (RELIABILITY 5.6).
import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DATABASE_FILE } from './library-format.ts'

export interface PrivateCopy {
  readonly file: string
  remove(): void
}

const PARTS = ['', '-wal', '-journal'] as const

/**
 * Copies database and journals, nothing else. Only while no connection of this process is open on them: closing the
 * copied file would drop its lock. `isInside` keeps unpublished text within the library's own folder where that works.
 */
export function copyPrivately(folder: string, isInside: boolean): PrivateCopy {
  const home = mkdtempSync(isInside ? join(folder, 'check-') : join(tmpdir(), 'stet-'))
  const remove = () => rmSync(home, { recursive: true, force: true })
  try {
    for (const part of PARTS) {
      const source = join(folder, DATABASE_FILE + part)
      if (existsSync(source))
        copyFileSync(source, join(home, DATABASE_FILE + part), constants.COPYFILE_FICLONE)
    }
  } catch (error) {
    remove()
    throw error
  }
  return { file: join(home, DATABASE_FILE), remove }
}
