import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { openLibrary } from '#core/storage/open-library.ts'
import { articleIdSchema, assetIdSchema } from '#shared/article/ids.ts'
import { stillClock } from '#tests/support/open-test-library.ts'
import { buildChild, type ChildProgram, withDefect } from './child.ts'
import { canCompile, compileShim, SKIP_COMPILE } from './shim.ts'

/** STET_CRASH_EVERY=1 tries every point (some minutes); the suite tries a sample that shifts with each way to die. */
const EVERY = Number(process.env['STET_CRASH_EVERY'] ?? 180)
const WAYS = ['kill', 'power', 'torn', 'reorder'] as const
const LIMIT_MS = 600_000

let home = ''
let shim = ''
let program: ChildProgram
let unsynced: ChildProgram
/** Uncut: how many calls the scenario makes. */
let whole: Run
beforeAll(async () => {
  if (!canCompile) return
  // In memory where possible: the shim decides what survives, so a real disk's fsync would only cost time.
  home = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'stet-crash-'))
  shim = compileShim(home)
  program = await buildChild('golden-child.ts')
  unsynced = withDefect(program, /"FULL",\s*2/u, '"NORMAL", 1')
  whole = run(program, 0, 'kill')
}, 60_000)
afterAll(() => {
  if (!canCompile) return
  program[Symbol.dispose]()
  rmSync(home, { recursive: true, force: true })
})

interface Run {
  readonly facts: readonly Readonly<Record<string, unknown>>[]
  readonly folder: string
  readonly calls: number
  readonly errors: string
}

/** Runs the scenario, cut short at call number `at`; 0 lets it run to its end. */
function run({ file }: ChildProgram, at: number, how: (typeof WAYS)[number]): Run {
  const folder = mkdtempSync(join(home, 'run-'))
  const count = join(home, 'count')
  const { stdout, stderr } = spawnSync(process.execPath, [file, join(folder, 'Mine.stet')], {
    encoding: 'utf8',
    env: {
      ...process.env,
      LD_PRELOAD: shim,
      STET_CRASH_DIR: folder,
      STET_CRASH_AT: String(at),
      STET_CRASH_HOW: how,
      STET_CRASH_SEED: String(at * 31 + how.length),
      ...(at === 0 ? { STET_CRASH_COUNT: count } : {}),
    },
  })
  const facts = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { facts, folder, errors: stderr, calls: at === 0 ? Number(readFileSync(count, 'utf8')) : at }
}

/** What is wrong after the crash, in words; null when every acknowledged fact is there and the library is whole. */
async function judge({ facts, folder }: Run): Promise<string | null> {
  const path = join(folder, 'Mine.stet')
  if (!existsSync(path)) return facts.length === 0 ? null : 'the library is gone'
  const opened = openLibrary(path, { mode: 'read-write', clock: stillClock })
  if (!opened.ok) return `does not open: ${JSON.stringify(opened.error)}`
  const store = opened.value
  try {
    const verification = await store.verify()
    if (!verification.ok) return JSON.stringify(verification.error)
    const first = verification.value.faults[0]
    if (first !== undefined) return first.detail
    const articleId = articleIdSchema.parse('a'.repeat(32))
    const updates = facts.flatMap(({ update }) => (typeof update === 'string' ? [update] : []))
    if (updates.length > 0) {
      const draft = store.updates.read(articleId)
      if (!draft.ok) return JSON.stringify(draft.error)
      if (draft.value.seq < updates.length)
        return `${updates.length} updates acknowledged, ${draft.value.seq} there`
    }
    const revisions = facts.filter(({ revision }) => revision !== undefined).length
    if (revisions > verification.value.revisions) return 'an acknowledged revision is missing'
    const published = facts.flatMap(({ edition }) => (typeof edition === 'string' ? [edition] : []))
    const fault = published.length === 0 ? null : judgeEditions(store, published.length)
    if (fault !== null) return fault
    const asset = facts.find((fact) => fact['asset'] !== undefined)?.['asset']
    if (asset !== undefined && !store.assets.bytes(assetIdSchema.parse(asset)).ok)
      return 'an acknowledged picture is missing'
    return null
  } finally {
    store.close()
  }
}

/** Edition, note, stamp and desk event of each publication are there together, and none without the others. */
function judgeEditions(store: LibraryStore, acknowledged: number): string | null {
  const articleId = articleIdSchema.parse('a'.repeat(32))
  const editions = store.editions.list(articleId)
  const notes = store.editions.notes(articleId)
  const events = store.workflow.events(articleId)
  const stamps = store.workflow.stamps(articleId)
  if (!editions.ok || !notes.ok || !events.ok || !stamps.ok) return 'the editions cannot be read'
  const counts = [editions.value.length, notes.value.length, events.value.length]
  if (new Set(counts).size !== 1) return `half a publication: ${counts.join(', ')}`
  if (editions.value.length < acknowledged) return 'an acknowledged edition is missing'
  const last = editions.value.at(-1)
  const stamp = editions.value.length === 1 ? stamps.value.published : stamps.value.updated
  return last !== undefined && stamp?.at === last.at ? null : 'a stamp without its edition'
}

describe.skipIf(!canCompile)(`R3: cut short at any call that changes a file${SKIP_COMPILE}`, () => {
  it.each(WAYS)(
    '%s: everything acknowledged is there and the library is whole',
    async (how) => {
      expect(whole.facts.at(-1), whole.errors).toEqual({ done: true })
      const faults: string[] = []
      let points = 0
      for (let at = 1 + (WAYS.indexOf(how) * EVERY) / WAYS.length; at <= whole.calls; at += EVERY) {
        const cut = run(program, Math.floor(at), how)
        const fault = await judge(cut)
        if (fault !== null) faults.push(`call ${Math.floor(at)} of ${whole.calls}: ${fault}`)
        points += 1
        rmSync(cut.folder, { recursive: true })
      }
      expect(points).toBeGreaterThan(3)
      expect(faults).toEqual([])
    },
    LIMIT_MS,
  )

  it(
    'negative control: with synchronous=NORMAL a power cut loses what was acknowledged',
    async () => {
      const faults: string[] = []
      for (let at = Math.floor(whole.calls / 2); at < whole.calls && faults.length === 0; at += 7) {
        const fault = await judge(run(unsynced, at, 'power'))
        if (fault !== null) faults.push(fault)
      }
      expect(faults.join()).toMatch(/ArticleNotFound|missing|acknowledged/u)
    },
    LIMIT_MS,
  )
})
