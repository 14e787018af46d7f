// Runs writer-child.ts in a process of its own: built once per test file, since plain Node 20 reads no TypeScript.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'

/** Below the repository, so that the program finds its packages. */
const CACHE = join(import.meta.dirname, '../../../.cache')
const DEADLINE_MS = 10_000

export interface ChildProgram {
  readonly file: string
  [Symbol.dispose](): void
}

export async function buildChild(entry = 'writer-child.ts'): Promise<ChildProgram> {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(join(CACHE, 'storage-child-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, entry),
      outDir: folder,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
    ssr: { external: ['@photostructure/sqlite'], noExternal: ['zod'] },
  })
  return {
    file: join(folder, 'child.mjs'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The same program with one place of it changed, for negative controls: a test that cannot fail proves nothing. */
export function withDefect(program: ChildProgram, sound: RegExp, defect: string): ChildProgram {
  const code = readFileSync(program.file, 'utf8')
  if (!sound.test(code)) throw new Error(`nothing in the program fits ${String(sound)}`)
  const file = program.file.replace('child.mjs', 'child-with-defect.mjs')
  writeFileSync(file, code.replace(sound, defect))
  return { file, [Symbol.dispose]: () => rmSync(file, { force: true }) }
}

export interface Child {
  readonly process: ChildProcess
  /** Everything printed so far. */
  readonly facts: readonly Readonly<Record<string, unknown>>[]
  /** Waits for the n-th fact. */
  fact(n: number): Promise<Readonly<Record<string, unknown>>>
  kill(): Promise<void>
  readonly exited: Promise<number | null>
}

export function startChild(
  program: ChildProgram,
  task: 'hold' | 'read' | 'write' | 'endure',
  library: string,
  options: { command?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
): Child {
  const words = [...(options.command ?? []), process.execPath, program.file, task, library]
  const child = spawn(words[0] ?? process.execPath, words.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  })
  const facts: Record<string, unknown>[] = []
  const watchers = new Set<() => void>()
  const wake = () => {
    for (const watcher of watchers) watcher()
  }
  let errors = ''
  let hasExited = false
  child.stderr.on('data', (text) => {
    errors += String(text)
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    facts.push(JSON.parse(line) as Record<string, unknown>)
    wake()
  })
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      hasExited = true
      resolve(code)
      wake()
    })
  })
  return {
    process: child,
    facts,
    exited,
    fact: (n) =>
      new Promise((resolve, reject) => {
        const giveUp = () =>
          reject(new Error(`the child did not say enough: ${JSON.stringify(facts)} ${errors}`))
        const timer = setTimeout(giveUp, DEADLINE_MS)
        const look = () => {
          const fact = facts[n]
          if (fact === undefined && !hasExited) return
          clearTimeout(timer)
          watchers.delete(look)
          if (fact === undefined) giveUp()
          else resolve(fact)
        }
        watchers.add(look)
        look()
      }),
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
