// Measures the library on synthetic articles: commit latency at full sync, lists and searches. Not a test; run with
// `node scripts/bench-storage.mjs [articles]`.
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { createLibrary, openLibrary } from '#core/storage/open-library.ts'
import { type ArticleId, newArticleId, toInstant } from '#shared/article/ids.ts'
import { type ArticleQuery, EVERYTHING } from '#shared/library/article-summary.ts'
import { stillClock, valueOf } from './open-test-library.ts'

/** A library to keep between runs: filled when it is not there, else measured as it is. */
const KEPT = process.argv[3] ?? null
const ARTICLES = Number(process.argv[2] ?? 100_000)
const WORDS_PER_ARTICLE = 600
const VOCABULARY = 60_000
const SECTIONS = ['News', 'Business', 'Culture', 'Sport', 'Science', 'Opinion']

/** Zipf's law, as in real text: word k about 1/k as frequent as the first. */
let state = 12_345
const random = () => {
  state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
  return state / 0x7fffffff
}
const words = Array.from({ length: VOCABULARY }, (_, n) => syllables(n))
function syllables(n: number): string {
  const parts = [
    'ba',
    'ne',
    'ro',
    'ti',
    'lu',
    'ka',
    'men',
    'sor',
    'vi',
    'dal',
    'pre',
    'con',
    'sta',
    'ger',
    'fo',
    'hu',
  ]
  let text = ''
  for (let rest = n + 17; rest > 0; rest = Math.floor(rest / parts.length)) text += parts[rest % parts.length]
  return text
}
const word = () => words[Math.min(VOCABULARY - 1, Math.floor(VOCABULARY ** random()) - 1)] ?? 'ba'
const sentence = (length: number) => Array.from({ length }, word).join(' ')

/** Filled where fsync costs nothing, measured on the disk: two hundred thousand commits would only measure the disk. */
const home = mkdtempSync(join(tmpdir(), 'stet-bench-'))
const path = KEPT ?? join(home, 'Bench.stet')
if (!existsSync(path)) fillLibrary(path)
let store = valueOf(openLibrary(path, { mode: 'read-write', clock: stillClock }))
const ids = valueOf(store.articles.ids())
console.log(`library.db ${Math.round(statSync(join(path, 'library.db')).size / 1e6)} MB`)

const floor = openSync(join(home, 'floor'), 'w')
measure('floor: write 4 KiB and fsync', 300, (n) => {
  writeSync(floor, Buffer.alloc(4_096), 0, 4_096, n * 4_096)
  fsyncSync(floor)
})
closeSync(floor)
measure('append (commit at FULL)', 500, (n) =>
  valueOf(store.updates.append(update(pick(n), 'Ana', stillClock.now()))),
)
measure('project after an edit', 300, (n) => {
  const articleId = pick(n)
  valueOf(store.articles.project(projection(articleId, seqOf(articleId), 'Writer 1')))
})
store.close()
const opening = performance.now()
store = valueOf(openLibrary(path, { mode: 'read-write', clock: stillClock }))
console.log(`open ${(performance.now() - opening).toFixed(1)} ms`)

const LISTS: Readonly<Record<string, Partial<ArticleQuery>>> = {
  'list, newest': {},
  'list, page 500': { offset: 50_000 },
  'list by headline': { sort: 'headline', descending: false },
  'list by status': { sort: 'status', descending: false },
  'list one section': { section: 'Culture' },
  'list one person': { person: 'Writer 3' },
  'list TK': { onlyTk: true },
  'rare word': { text: words[30_000] ?? '', limit: 20 },
  'middling word': { text: words[800] ?? '', limit: 20 },
  'commonest word': { text: words[0] ?? '', limit: 20 },
  'commonest word, by headline': { text: words[0] ?? '', limit: 20, sort: 'headline' },
  'two words': { text: `${words[60]} ${words[300]}`, limit: 20 },
  phrase: { text: `"${words[1]} ${words[2]}"`, limit: 20 },
  'prefix of 4': { text: `${(words[5_000] ?? '').slice(0, 4)}*`, limit: 20 },
  'prefix of 2': { text: 'ba*', limit: 20 },
  'not the commonest': { text: `-${words[0]}`, limit: 20 },
  'common, not common, in one section': { text: `${words[2]} -${words[5]}`, section: 'Sport', limit: 20 },
  'commonest, page of 100': { text: words[0] ?? '' },
}
for (const [name, query] of Object.entries(LISTS)) {
  const total = valueOf(store.articles.list({ ...EVERYTHING, ...query })).total
  measure(`${name} (${total})`, 60, () => valueOf(store.articles.list({ ...EVERYTHING, ...query })))
}
store.close()
rmSync(home, { recursive: true, force: true })

function fillLibrary(target: string): void {
  const nursery = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'stet-bench-'))
  const filling = valueOf(createLibrary(join(nursery, 'Bench.stet'), { clock: stillClock }))
  const started = performance.now()
  for (let n = 0; n < ARTICLES; n += 1) {
    const articleId = newArticleId()
    const at = toInstant(1_600_000_000_000 + Math.floor(random() * 1e11))
    const author = `Writer ${Math.floor(random() * 40)}`
    valueOf(filling.articles.create(update(articleId, author, at)))
    valueOf(filling.articles.project(projection(articleId, 1, author)))
  }
  console.log(`filled with ${Math.round(ARTICLES / ((performance.now() - started) / 1000))} articles/s`)
  filling.close()
  cpSync(join(nursery, 'Bench.stet'), target, { recursive: true })
  rmSync(nursery, { recursive: true, force: true })
}
function pick(n: number): ArticleId {
  const id = ids[(n * 7_919) % ids.length]
  if (id === undefined) throw new Error('no articles')
  return id
}
function seqOf(articleId: ArticleId): number {
  return valueOf(store.updates.sizeSinceSnapshot(articleId)).rows
}
function update(
  articleId: ArticleId,
  author: string,
  at: ReturnType<typeof toInstant>,
): Parameters<LibraryStore['updates']['append']>[0] {
  return { articleId, bytes: randomBytes(60), origin: 'window', author, schemaVersion: 1, at, zone: 'UTC' }
}
function projection(
  articleId: ArticleId,
  seq: number,
  author: string,
): Parameters<LibraryStore['articles']['project']>[0] {
  return {
    articleId,
    seq,
    headline: sentence(9),
    standfirst: sentence(25),
    slugline: sentence(2),
    urlSlug: '',
    section: SECTIONS[Math.floor(random() * SECTIONS.length)] ?? '',
    byline: `By ${author}`,
    people: author,
    body: sentence(WORDS_PER_ARTICLE),
    words: WORDS_PER_ARTICLE,
    hasTk: random() < 0.02,
    embargo: null,
    problem: null,
  }
}
/** Wall time, and processor time of this process alone: the latter holds on a machine that others are using. */
function measure(name: string, times: number, work: (n: number) => unknown): void {
  const wall: number[] = []
  const processor: number[] = []
  for (let n = 0; n < times; n += 1) {
    const from = performance.now()
    const used = process.cpuUsage()
    work(n)
    const { user, system } = process.cpuUsage(used)
    wall.push(performance.now() - from)
    processor.push((user + system) / 1000)
  }
  console.log(`${name.padEnd(44)} wall ${quantiles(wall)}   cpu ${quantiles(processor)} ms`)
}
function quantiles(taken: number[]): string {
  taken.sort((a, b) => a - b)
  const at = (share: number) => (taken[Math.floor(taken.length * share)] ?? 0).toFixed(2).padStart(7)
  return `p50 ${at(0.5)} p95 ${at(0.95)}`
}
