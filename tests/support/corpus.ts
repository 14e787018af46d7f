// The third-party corpora beside the checkout. Nothing of them is in the repository; where they are missing, tests say so and pass over.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'

const ROOT = resolve(import.meta.dirname, '../../../shared/corpus')

/** Whether the corpora are there; says it once per file when they are not. */
export function hasCorpus(): boolean {
  if (existsSync(ROOT)) return true
  process.stdout.write('skipped: no ../shared/corpus\n')
  return false
}

export const corpusJson = (path: string): unknown =>
  JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as unknown
export const corpusText = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
export const corpusBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(join(ROOT, path)))

const TAKES_ALL = process.env['STET_CORPUS'] === 'all'

/** One in so many where trying all would take seconds, spread so that every kind of a sorted corpus is in it. STET_CORPUS=all takes all. */
export const sampled = <T>(all: readonly T[], oneIn: number): readonly T[] =>
  TAKES_ALL ? all : all.filter((_one, index) => index % oneIn === 0)

/** Paths of files below a folder of the corpora, sorted. */
export function corpusFiles(folder: string, fits: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && fits.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort()
}
