// The difference between two versions of an article (DF1 to DF7). Pure and linear in what stayed the same: a worker or a window may run it.
import type { Article, NodeJson } from '../../article/article.ts'
import { inlineText } from '../../article/plain-text.ts'
import type { Stamps } from '../../article/stamps.ts'
import { alignBlocks, alignEqualBlocks } from './align-blocks.ts'
import { createChangeList, NOWHERE } from './change-list.ts'
import { diffBlocks } from './diff-blocks.ts'
import { diffFields } from './diff-fields.ts'
import { MAX_DIFF_BLOCKS, MAX_DIFF_WORDS } from './diff-limits.ts'
import { measureMarks } from './measure-marks.ts'
import type { RevisionDiff, TooLargeDiff } from './revision-diff.ts'

export interface DiffLimits {
  readonly words: number
  readonly blocks: number
}
export interface DiffOptions {
  /** The publication's zone, in which times are told. */
  readonly zone?: string
  /** Public stamps of the two versions, where they are known. */
  readonly stamps?: { readonly before: Stamps; readonly after: Stamps }
  readonly limits?: DiffLimits
}

const LIMITS: DiffLimits = { words: MAX_DIFF_WORDS, blocks: MAX_DIFF_BLOCKS }

/** Both articles canonical, as `materialise` and the importers make them. `before` is null when nothing came before. */
export function diffArticles(
  before: Article | null,
  after: Article,
  options: DiffOptions = {},
): RevisionDiff {
  if (before === null) return { type: 'first' }
  const old = before.content.content ?? []
  const now = after.content.content ?? []
  const reason = tooLarge(old, options.limits ?? LIMITS) ?? tooLarge(now, options.limits ?? LIMITS)
  const list = createChangeList()
  const context = { list, place: NOWHERE, cell: null }
  const rows = diffBlocks(old, now, context, null, reason === null ? alignBlocks : alignEqualBlocks)
  diffFields(before.meta, after.meta, list, options)
  const changes = list.all()
  if (changes.length === 0) return { type: 'same' }
  const merged = {
    changes,
    rows,
    ...measureMarks(rows),
    meta: { before: before.meta, after: after.meta },
    schemaVersions: { before: before.schemaVersion, after: after.schemaVersion },
  }
  return reason === null ? { type: 'changed', ...merged } : { type: 'too-large', reason, ...merged }
}

/** Characters of a word with the space after it, in the languages of Europe; only texts near the limit need to be told apart. */
const CHARS_A_WORD = 6

function tooLarge(blocks: readonly NodeJson[], limits: DiffLimits): TooLargeDiff['reason'] | null {
  if (blocks.length > limits.blocks) return 'blocks'
  let characters = 0
  for (const block of blocks) characters += inlineText(block).length
  return characters > limits.words * CHARS_A_WORD ? 'words' : null
}
