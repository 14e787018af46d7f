// Whether this machine lets tests mount small file systems: a full disk and a read-only disk cannot be played honestly
// without one.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const canMount = tryMount()
export const SKIP_MOUNT = canMount ? '' : ' (skipped: this machine does not permit mount)'

/** A disk of its own, in memory, with room for `megabytes`. */
export function mountSmallDisk(megabytes: number): { path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), 'stet-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'stet-test', path])
  return {
    path,
    [Symbol.dispose]: () => {
      // Lazy: a closed database keeps its descriptors until the engine's statements are collected.
      execFileSync('umount', ['--lazy', path])
      rmSync(path, { recursive: true, force: true })
    },
  }
}

function tryMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const path = mkdtempSync(join(tmpdir(), 'stet-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'stet-test', path], { stdio: 'ignore' })
    execFileSync('umount', [path], { stdio: 'ignore' })
    return true
  } catch {
    return false // not permitted here: this is the question, not a failure
  } finally {
    rmSync(path, { recursive: true, force: true })
  }
}
