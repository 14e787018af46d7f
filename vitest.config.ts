import { statfsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { defineConfig } from 'vitest/config'

/** vitest would leave one core idle, which on two cores is half the machine. */
const WORKERS = Math.min(availableParallelism(), 8)
/** A limit against hanging, in ms, not a measure of speed: properties take their time when a build runs beside them. */
const HANGS_AFTER_MS = 30_000 * Math.max(1, Number(process.env['STET_RUNS_FACTOR'] ?? 1))

const MEMORY_DISK = '/dev/shm'
/** Bytes; all libraries of a run that are there at one time take a small part of it. */
const ENOUGH_MEMORY = 1_000_000_000

/** Libraries of tests lie in memory where there is room: waiting for a real disk took a third of the run and proves nothing here. */
function scratchPlace(): Record<string, string> {
  if (process.env['TMPDIR'] !== undefined) return {}
  try {
    const { bavail, bsize } = statfsSync(MEMORY_DISK)
    return bavail * bsize > ENOUGH_MEMORY ? { TMPDIR: MEMORY_DISK } : {}
  } catch {
    return {} // no such thing on this system: its own temporary folder, then
  }
}

/**
 * A worker starts once and keeps the packages it imported from file to file: doing both anew for each cost more than all the
 * tests. Our own modules are fresh in each file. A worker is kept only while files of one project follow each other, hence the order.
 */
const kept = (groupOrder: number) => ({
  isolate: false,
  env: scratchPlace(),
  maxWorkers: WORKERS,
  sequence: { groupOrder },
  setupFiles: ['tests/support/fresh-modules.ts', 'tests/support/property-seed.ts'],
  testTimeout: HANGS_AFTER_MS,
  hookTimeout: HANGS_AFTER_MS,
})

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...kept(0),
          name: 'node',
          environment: 'node',
          include: [
            'tests/integration/**/*.test.ts',
            'tests/unit/{shared,electron/core,electron/cli,scripts,config}/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...kept(1),
          name: 'shell',
          environment: 'node',
          include: ['tests/unit/electron/shell/**/*.test.ts'],
          isolate: true, // the one place where modules are mocked
        },
      },
      {
        test: {
          ...kept(2),
          name: 'window',
          environment: 'happy-dom',
          include: ['tests/unit/renderer/**/*.test.{ts,tsx}'],
          setupFiles: [
            'tests/support/fresh-modules.ts',
            'tests/support/property-seed.ts',
            'tests/support/clean-window.ts',
          ],
        },
      },
    ],
  },
})
