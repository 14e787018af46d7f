// Compiles tests/support/crash-shim.c for one test file, where there is a compiler.
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const canCompile =
  process.platform === 'linux' && spawnSync('gcc', ['--version'], { stdio: 'ignore' }).status === 0
export const SKIP_COMPILE = canCompile ? '' : ' (skipped: needs Linux and gcc)'

export function compileShim(folder: string): string {
  const shim = join(folder, 'crash-shim.so')
  const source = join(import.meta.dirname, '../../support/crash-shim.c')
  execFileSync('gcc', ['-O1', '-shared', '-fPIC', '-o', shim, source, '-ldl'])
  return shim
}
