// Measures the diff, or prints what it marks in the histories of the corpora: `npm run bench -- diff`, `npm run bench -- marking`.
// Builds the bench first, since plain Node 20 reads no TypeScript.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')

/** `name` is a file of tests/bench without its ending. */
export async function runBench(name) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, '.cache', 'bench-diff-'))
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: join(root, `tests/bench/${name}.ts`),
        outDir: folder,
        target: 'node20',
        minify: false,
        rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
      },
      ssr: { noExternal: true },
    })
    const run = spawnSync(process.execPath, [join(folder, 'bench.mjs')], { stdio: 'inherit' })
    if (run.status !== 0) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
