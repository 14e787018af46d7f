// Measures the checks in plain Node: a whole article, one edited block, and beside them the same text only cut into words.
// Prints one line of JSON for tests/bench/print-checks.mjs. Not a test.
import process from 'node:process'
import { ARTICLE_VERSION, type Article, type NodeJson } from '#shared/article/article.ts'
import type { Instant } from '#shared/article/ids.ts'
import { EMPTY_META } from '#shared/article/meta.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import { readBlock } from '#shared/workflow/checks/block.ts'
import type { CheckContext } from '#shared/workflow/checks/check-context.ts'
import { createChecker, runChecks } from '#shared/workflow/checks/create-checker.ts'
import type { HouseTerm } from '#shared/workflow/checks/desk-file.ts'
import { QUIET_CONTEXT } from './quiet-context.ts'

const paragraphs = JSON.parse(process.argv[2] ?? '[]') as string[]
const ROUNDS = 30
/** House terms of the desk file: a grown style book. */
const TERMS = 1_000

const text = (words: string): NodeJson[] => [{ type: 'text', text: words }]
/** Names, numbers, quotes and dates among the plain words, as in a news story: rules that find nothing to look at cost nothing. */
const seasoned = paragraphs.map((words, index) =>
  index % 4 === 0
    ? `“${words}” said John Smith${index} of the United Nations on Tuesday, 4 March 2025, when 1,2${index % 10}0 people came.`
    : words,
)
const blocks = (): NodeJson[] => [
  { type: 'headline', content: text('Some 1,200 people came to the river bridge on Tuesday') },
  { type: 'standfirst', content: text('Engineers found cracks in two of its piers') },
  ...seasoned.map((words) => ({ type: 'paragraph', content: text(words) })),
]
const articleOf = (content: NodeJson[]): Article => ({
  version: ARTICLE_VERSION,
  schemaVersion: SCHEMA_VERSION,
  content: { type: 'doc', content },
  meta: { ...EMPTY_META, section: 'news', bylineTail: 'Staff' },
})
const terms = Array.from(
  { length: TERMS },
  (_, index): HouseTerm => ({
    term: `houseword${index} phrase`,
    advice: 'amend',
    reason: '',
    replacement: '',
    link: '',
    matchCase: false,
  }),
)
const context: CheckContext = {
  ...QUIET_CONTEXT,
  now: Date.UTC(2025, 2, 5) as Instant,
  deskFile: { version: 1, terms, dictionary: [] },
}

/** CPU time in ms, compiling threads included, so that other programs do not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function measure(run: () => void): number[] {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = cpuMs()
    run()
    times.push(cpuMs() - startedAt)
  }
  return times
}

const first = cpuMs()
const found = runChecks(articleOf(blocks()), context).length
const cold = cpuMs() - first
const whole = measure(() => void runChecks(articleOf(blocks()), context))
const wholeFloor = measure(() => {
  for (const block of blocks()) readBlock(block, 'en')
})

const checker = createChecker()
let content = blocks()
checker.check(articleOf(content), context)
const middle = Math.floor(content.length / 2)
let edits = 0
const edited = (): NodeJson => ({ type: 'paragraph', content: text(`${seasoned[middle] ?? ''} ${edits++}`) })
const oneBlock = measure(() => {
  content = content.with(middle, edited())
  checker.check(articleOf(content), context)
})
const oneBlockFloor = measure(() => void readBlock(edited(), 'en'))

process.stdout.write(JSON.stringify({ found, cold, whole, wholeFloor, oneBlock, oneBlockFloor }))
