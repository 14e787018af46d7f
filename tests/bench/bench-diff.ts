// Measures the diff beside fast-myers-diff on words, in one run: `npm run bench -- diff`. Only the ratios travel.
import process from 'node:process'
import { diff as myersDiff } from 'fast-myers-diff'
import type { Article, NodeJson } from '#shared/article/article.ts'
import { inlineText } from '#shared/article/plain-text.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import { diffBlock } from '#shared/revision/diff/diff-block.ts'
import { article } from '../support/builders.ts'

const ROUNDS = 15
/** Rounds before those that count, for both: the first compile the code. */
const WARM_UP = 5
const WORDS_PER_PARAGRAPH = 40
/** Share of words edited; of blocks split, and swapped with another. */
const EDITED = 0.05
const SPLIT = 0.02
const SWAPPED = 0.02
const VOCABULARY = 12_000

let state = 42
/** mulberry32: the same numbers on every machine, and no short cycles that would repeat whole paragraphs. */
function random(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}
const below = (count: number): number => Math.floor(random() * count)

const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi wo xu ka le mi no qu'.split(' ')
const words = Array.from({ length: VOCABULARY }, (_, rank) => {
  let word = ''
  for (let left = rank + 20; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length]
  return word
})
/** Zipf's law, as in real text: the word of rank k about 1/k as often as the first. */
const anyWord = (): string => words[Math.floor(VOCABULARY ** random()) - 1] ?? 'ba'
/** Few words that come again and again, so that hardly one is rare. */
const commonWord = (): string => words[below(60)] ?? 'ba'

type Paragraph = string[]
const paragraphs = (count: number, word: () => string): Paragraph[] =>
  Array.from({ length: Math.ceil(count / WORDS_PER_PARAGRAPH) }, () =>
    Array.from({ length: WORDS_PER_PARAGRAPH }, word),
  )

/** What an editor may have made of it, and how many words that took out or put in. */
function edited(
  story: readonly Paragraph[],
  word: () => string,
  swapped = SWAPPED,
): { story: Paragraph[]; editedWords: number } {
  let editedWords = 0
  const changed = story.map((paragraph) =>
    paragraph.flatMap((one) => {
      if (random() >= EDITED) return [one]
      const kind = random()
      editedWords += kind < 0.6 ? 2 : 1
      return kind < 0.6 ? [word()] : kind < 0.8 ? [] : [one, word()]
    }),
  )
  for (let n = Math.floor(story.length * SPLIT); n > 0; n--) {
    const at = below(changed.length)
    const paragraph = changed[at] ?? []
    const half = Math.floor(paragraph.length / 2)
    changed.splice(at, 1, paragraph.slice(0, half), paragraph.slice(half))
  }
  for (let n = Math.floor(story.length * swapped); n > 0; n--) {
    const [one, two] = [below(changed.length), below(changed.length)]
    const kept = changed[one] ?? []
    changed[one] = changed[two] ?? []
    changed[two] = kept
  }
  return { story: changed, editedWords }
}

const toArticle = (story: readonly Paragraph[]): Article =>
  article({ body: story.map((one) => `${one.join(' ')}.`) })
const toWords = (story: Article): string[] =>
  (story.content.content ?? [])
    .map(inlineText)
    .join('\n')
    .match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []

const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? 0
function time(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

const print = (line = ''): void => void process.stdout.write(`${line}\n`)
const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`

function compare(count: number, word: () => string, label: string, goal: string, swapped = SWAPPED): void {
  const before = paragraphs(count, word)
  const { story, editedWords } = edited(before, word, swapped)
  const [old, now] = [toArticle(before), toArticle(story)]
  const ours: number[] = []
  const peer: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    if (round === 0) for (const times of [ours, peer]) times.length = 0
    peer.push(time(() => [...myersDiff(toWords(old), toWords(now))]))
    ours.push(time(() => diffArticles(old, now)))
  }
  const diff = diffArticles(old, now)
  if (diff.type !== 'changed') throw new Error('the bench compares two versions')
  let peerMarked = 0
  for (const [from, to, start, end] of myersDiff(toWords(old), toWords(now)))
    peerMarked += to - from + end - start
  const marked = diff.words.inserted + diff.words.deleted
  const [a, b] = [median(ours), median(peer)]
  print(
    `  ${label.padEnd(34)}${ms(a).padStart(9)}   fast-myers ${ms(b).padStart(9)}   x${(a / b).toFixed(2)}  ${goal.padEnd(11)}  marked / edited ${(marked / editedWords).toFixed(2)}, fast-myers ${(peerMarked / editedWords).toFixed(2)}   moves ${diff.moves}, regions ${diff.regions}`,
  )
}

function oneBlock(): void {
  const [story] = [paragraphs(4_000, anyWord)]
  const again = edited(story, anyWord).story
  const block = (paragraph: Paragraph | undefined): NodeJson =>
    toArticle([paragraph ?? []]).content.content?.[3] as NodeJson
  const pairs = story.map((paragraph, index) => [block(paragraph), block(again[index])] as const)
  const times = pairs.map(([before, after]) => time(() => diffBlock(before, after)))
  print(
    `  one paragraph of ${WORDS_PER_PARAGRAPH} words again     ${ms(median(times)).padStart(9)}   slowest ${ms(Math.max(...times))}  (goal 1 ms)`,
  )
}

print(
  `diff, ${EDITED * 100} % of the words edited, ${SPLIT * 100} % of the blocks split, ${SWAPPED * 100} % swapped; median of ${ROUNDS}`,
)
compare(1_000, anyWord, '1,000 words', '')
compare(10_000, anyWord, '10,000 words', '(goal x1.0)')
compare(50_000, anyWord, '50,000 words', '(goal x0.5)')
compare(50_000, anyWord, '50,000 words, no block moved', '', 0)
compare(50_000, commonWord, '50,000 words, of 60 different ones', '')
oneBlock()
