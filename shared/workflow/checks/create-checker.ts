// Runs the rules over an article and remembers what each block said, by the block's identity: a changed block is read again,
// the others are not. Without a memory of earlier runs it is the plain, whole check.
import type { Article, NodeJson } from '../../article/article.ts'
import { localTime } from '../../article/format-stamp.ts'
import { type Block, readBlock } from './block.ts'
import type { CheckContext } from './check-context.ts'
import type { DeskFile } from './desk-file.ts'
import { type Finding, LEVELS, type Place } from './finding.ts'
import { baseLanguage } from './languages.ts'
import { type Rule, type Scope, type Spot, type Story, type StoryHit } from './rule.ts'
import { RULES } from './rules.ts'
import { createTermIndex, type TermIndex } from './term-index.ts'

export interface Checker {
  /**
   * Reads blocks that are not known yet, until all are or `isOver` says so; true when all are. Blocks are known by identity:
   * hand in the same object for a block that did not change.
   */
  prepare(article: Article, context: CheckContext, isOver: () => boolean): boolean
  /** All findings, errors first, in reading order. */
  check(article: Article, context: CheckContext): readonly Finding[]
}

/** Every finding of an article, each block read afresh. */
export const runChecks = (article: Article, context: CheckContext): readonly Finding[] =>
  createChecker().check(article, context)

export function createChecker(rules: readonly Rule<unknown>[] = RULES): Checker {
  let memory: Memory | null = null
  const memoryFor = (article: Article, context: CheckContext): Memory => {
    const scope = scopeOf(article, context, memory?.scope ?? null, memory?.deskFile ?? null)
    if (memory === null || memory.scope !== scope)
      memory = { scope, deskFile: context.deskFile, blocks: new WeakMap() }
    return memory
  }
  return {
    prepare(article, context, isOver) {
      const known = memoryFor(article, context)
      for (const node of article.content.content ?? []) {
        if (known.blocks.has(node)) continue
        if (isOver()) return false
        readInto(known, node, rules)
      }
      return true
    },
    check(article, context) {
      const known = memoryFor(article, context)
      const readings = (article.content.content ?? []).map(
        (node) => known.blocks.get(node) ?? readInto(known, node, rules),
      )
      const story: Story = {
        article,
        context,
        scope: known.scope,
        blocks: readings.map(({ block }) => block),
      }
      const found: Finding[] = []
      for (const [index, rule] of rules.entries()) {
        const hits = rule.judge(
          story,
          readings.map(({ facts }) => facts[index]),
        )
        for (const hit of hits) found.push(toFinding(rule, hit, story))
      }
      return withOwnIds(inOrder(withoutFine(found, story)))
    },
  }
}

interface Memory {
  readonly scope: Scope
  readonly deskFile: DeskFile
  readonly blocks: WeakMap<NodeJson, Reading>
}
interface Reading {
  readonly block: Block
  /** One entry per rule. */
  readonly facts: readonly unknown[]
}

function readInto({ scope, blocks }: Memory, node: NodeJson, rules: readonly Rule<unknown>[]): Reading {
  const block = readBlock(node, scope.language)
  const reading = { block, facts: rules.map((rule) => rule.read(block, scope)) }
  blocks.set(node, reading)
  return reading
}

const DAY_MS = 86_400_000

/** The same object as before when nothing in it changed, so that what was read stays valid. */
function scopeOf(
  article: Article,
  context: CheckContext,
  before: Scope | null,
  deskFileBefore: DeskFile | null,
): Scope {
  const language = baseLanguage(article.meta.language)
  const speaksAt = context.published ?? { at: article.meta.embargo?.at ?? context.now }
  const { year, month, day: date } = localTime(speaksAt.at, context.zone)
  const day = Date.UTC(year, month - 1, date) / DAY_MS
  const isSameFile = before !== null && context.deskFile === deskFileBefore
  if (isSameFile && before.language === language && before.day === day) return before
  const terms: TermIndex = isSameFile ? before.terms : createTermIndex(context.deskFile.terms)
  return { language, day, terms }
}

function toFinding(rule: Rule<unknown>, hit: StoryHit, story: Story): Finding {
  const level = hit.level ?? rule.level
  const excerpt = excerptOf(hit)
  return {
    id: `${rule.id}-${shortHash(hit.about ?? aboutOf(hit))}`,
    rule: rule.id,
    level,
    sentence: hit.sentence,
    place: placeOf(hit, story),
    excerpt,
    canBeWaived: rule.canBeWaived ?? level === 'WARN',
    ...(hit.link === undefined ? {} : { link: hit.link }),
    ...(hit.fix === undefined ? {} : { fix: hit.fix }),
  }
}

function placeOf(hit: StoryHit, { blocks }: Story): Place {
  if ('whole' in hit) return { kind: 'story' }
  if ('field' in hit) return { kind: 'field', field: hit.field }
  const { block, spot } = hit
  const blockId = blocks[block]?.blockId ?? null
  if ('path' in spot) return { kind: 'block', block, blockId, path: spot.path }
  return { kind: 'text', block, blockId, path: spot.line.path, from: spot.from, to: spot.to }
}

const spotOf = (hit: StoryHit): Spot | null => ('spot' in hit ? hit.spot : null)

/** Characters shown on either side of the words a finding is about. */
const EXCERPT_CHARS = 30

function excerptOf(hit: StoryHit): string {
  const spot = spotOf(hit)
  if (spot === null || 'path' in spot) return ''
  const { text } = spot.line
  const from = wordStart(text, Math.max(0, spot.from - EXCERPT_CHARS))
  const to = wordEnd(text, Math.min(text.length, spot.to + EXCERPT_CHARS), spot.to)
  const cut = text
    .slice(from, to)
    .replace(/\s+/g, ' ')
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
  return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`
}

/** Not in the middle of a word, where there is a space to end at. */
function wordEnd(text: string, at: number, least: number): number {
  if (at === text.length) return at
  const space = text.slice(least, at + 1).search(/\s\S*$/u)
  return space < 0 ? at : least + space
}

/** Not in the middle of a word, where there is a space to begin behind. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.slice(at, at + EXCERPT_CHARS).search(/\s/u)
  const start = space < 0 ? at : at + space + 1
  return /[\udc00-\udfff]/.test(text[start] ?? '') ? start + 1 : start
}

/** The sentence around the words: a waiver of it ends when the sentence changes, and not before. */
function aboutOf(hit: StoryHit): string {
  const spot = spotOf(hit)
  if (spot === null || 'path' in spot) return hit.sentence
  const { text } = spot.line
  const start = Math.max(
    0,
    ...Array.from(text.slice(0, spot.from).matchAll(/[.!?。]\s+/gu), (m) => m.index + m[0].length),
  )
  const end = text.slice(spot.to).search(/[.!?。](?:\s|$)/u)
  return `${text.slice(start, end < 0 ? text.length : spot.to + end)}|${text.slice(spot.from, spot.to)}`
}

/** FNV-1a over UTF-16 units, twice with different beginnings: 64 bits, plenty to tell the sentences of one library apart. */
function shortHash(text: string): string {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x5bd1e995)
  }
  const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0')
  return `${hex(a)}${hex(b)}`
}

/** Rules about words that a term marked fine lets stand. */
const SILENCED: ReadonlySet<string> = new Set([
  'double-word',
  'name-spelling',
  'house-term',
  'weekday-date',
  'tk',
])

function withoutFine(found: readonly Finding[], { blocks, scope, context }: Story): readonly Finding[] {
  if (!context.deskFile.terms.some((term) => term.advice === 'fine')) return found
  return found.filter(({ rule, place }) => {
    if (place.kind !== 'text' || !SILENCED.has(rule)) return true
    const line = blocks[place.block]?.lines.find((one) => one.path.join() === place.path.join())
    return !(line === undefined ? [] : scope.terms.find(line)).some(
      ({ term, from, to }) => term.advice === 'fine' && from <= place.from && place.to <= to,
    )
  })
}

function inOrder(found: readonly Finding[]): readonly Finding[] {
  return found
    .map((finding, index) => ({ finding, index }))
    .sort(
      (a, b) =>
        LEVELS.indexOf(a.finding.level) - LEVELS.indexOf(b.finding.level) ||
        comparePlaces(a.finding.place, b.finding.place) ||
        a.index - b.index,
    )
    .map(({ finding }) => finding)
}

/** Fields and the story as a whole first, then reading order. */
function comparePlaces(a: Place, b: Place): number {
  const hasBlock = (place: Place) => place.kind === 'text' || place.kind === 'block'
  if (!hasBlock(a) || !hasBlock(b)) return Number(hasBlock(a)) - Number(hasBlock(b))
  if (a.block !== b.block) return a.block - b.block
  for (let depth = 0; depth < Math.max(a.path.length, b.path.length); depth++) {
    const step = (a.path[depth] ?? -1) - (b.path[depth] ?? -1)
    if (step !== 0) return step
  }
  return (a.kind === 'text' ? a.from : -1) - (b.kind === 'text' ? b.from : -1)
}

/** The same words twice in one story are two findings. */
function withOwnIds(found: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>()
  return found.map((finding) => {
    const count = (seen.get(finding.id) ?? 0) + 1
    seen.set(finding.id, count)
    return count === 1 ? finding : { ...finding, id: `${finding.id}-${count}` }
  })
}
