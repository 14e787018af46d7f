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

/** One in this many files is read where reading all would take seconds; STET_CORPUS=all reads all. */
const SAMPLE = process.env['STET_CORPUS'] === 'all' ? 1 : 3

/** Every third of many files, so that all kinds of a sorted corpus are in it. */
export const sampled = (paths: readonly string[]): string[] =>
  paths.filter((_path, index) => index % SAMPLE === 0)

/** Paths of files below a folder of the corpora, sorted. */
export function corpusFiles(folder: string, fits: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && fits.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort()
}
