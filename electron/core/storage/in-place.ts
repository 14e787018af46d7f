// SQLite goes on acknowledging commits after its files are gone (RELIABILITY finding 6), so we watch them ourselves.
import { statSync } from 'node:fs'

export interface Watch {
  /** False once a file was unlinked, replaced or moved. A few microseconds. */
  isInPlace(): boolean
}

/** Remembers which files these are (device and inode). Call it when they are known to be the open ones. */
export function watchFiles(paths: readonly string[]): Watch {
  const remembered = paths.map((path) => [path, identify(path)] as const)
  return { isInPlace: () => remembered.every(([path, identity]) => identify(path) === identity) }
}

/** Device and inode as text, or null when there is no such file. */
export function identify(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return null // every reason for not finding the file means the same here: it is not where it was
  }
}
