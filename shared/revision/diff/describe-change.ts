// One change in a sentence: for a screen reader, the change list and the command line, from the same data as the marks.
import { lowered } from './block-names.ts'
import type { Change, ChangeKind, FieldChange, MergedDiff } from './revision-diff.ts'

/** Characters of a text in a sentence; longer ones are shortened in the middle, where they say least. */
const MAX_QUOTED_CHARS = 80

export function describeChange(change: Change): string {
  const { name } = change.place
  const before = quoted(change.before)
  const after = quoted(change.after)
  switch (change.kind) {
    case 'inserted':
      if (change.scope === 'block') return wholeBlock(name, 'inserted', change.after)
      return `${name}: ${textOrSpace(change.after)} inserted${linked(change.links)}`
    case 'deleted':
      if (change.scope === 'block') return wholeBlock(name, 'deleted', change.before)
      return `${name}: ${textOrSpace(change.before)} deleted${linked(change.links)}`
    case 'replaced':
      return `${name}: ${textOrSpace(change.before)} replaced by ${textOrSpace(change.after)}${linked(change.links)}`
    case 'moved':
      return `${name} moved ${change.direction}${change.standsAfter === null ? ', now at the top' : `, now after ${lowered(change.standsAfter)}`}`
    case 'split':
      return `${name} split into ${change.to}`
    case 'joined':
      return `${name} joined from ${change.from}`
    case 'reshaped':
      return `${name} set as ${change.to} instead of ${change.from}`
    case 'formatting':
      return `${name}: ${before} ${looks(change.added, change.removed)}`
    case 'attribute':
      return attributeSentence(change)
    case 'table-cell':
      if (change.before === '') return `${name}: ${after} inserted`
      if (change.after === '') return `${name}: ${before} deleted`
      if (change.before === change.after) return `${name}: changed inside`
      return `${name}: ${before} replaced by ${after}`
    case 'table-row':
    case 'table-column':
      return wholeBlock(name, change.action, change.action === 'inserted' ? change.after : change.before)
    case 'field':
      return fieldSentence(change)
  }
}

export type ChangeCounts = Readonly<Partial<Record<ChangeKind, number>>>

/** How many changes of each kind there are; kinds without any are left out. */
export function changeCounts({ changes }: Pick<MergedDiff, 'changes'>): ChangeCounts {
  const counts: Partial<Record<ChangeKind, number>> = {}
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

const wholeBlock = (name: string, done: string, text: string): string =>
  text.trim() === '' ? `${name} ${done}` : `${name} ${done}: ${quoted(text)}`

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Characters in which so many graphemes are looked for: an accented letter or a family takes several. */
const LOOKED_AT_CHARS = MAX_QUOTED_CHARS * 4

/** In single quotes, on one line, long ones shortened in the middle and never inside a character. */
function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= MAX_QUOTED_CHARS) return `‘${line}’`
  const half = Math.floor((MAX_QUOTED_CHARS - 3) / 2)
  const head = segmentsOf(line.slice(0, LOOKED_AT_CHARS)).slice(0, half)
  const tail = segmentsOf(line.slice(-LOOKED_AT_CHARS)).slice(-half)
  return `‘${head.join('').trimEnd()} … ${tail.join('').trimStart()}’`
}

const segmentsOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment)

/** White space by its name: between quotes nobody would hear it. */
function textOrSpace(text: string): string {
  if (text === '' || /\S/u.test(text)) return quoted(text)
  if (text === '\n') return 'a line break'
  if (text === '\u00a0') return 'a no-break space'
  return text === ' ' ? 'a space' : 'white space'
}

function linked({
  before,
  after,
}: {
  readonly before: readonly string[]
  readonly after: readonly string[]
}): string {
  const [old, now] = [before.join(', '), after.join(', ')]
  if (old === now) return ''
  if (old === '') return `, linked to ${now}`
  return now === '' ? `, link to ${old} removed` : `, link to ${old} changed to ${now}`
}

const LOOKS: Readonly<Record<string, string>> = {
  strong: 'bold',
  emphasis: 'italic',
  superscript: 'superscript',
  subscript: 'subscript',
  code: 'code',
}

function looks(added: readonly string[], removed: readonly string[]): string {
  const words = (marks: readonly string[]): string => marks.map((mark) => LOOKS[mark] ?? mark).join(' and ')
  if (removed.length === 0) return `made ${words(added)}`
  if (added.length === 0) return `no longer ${words(removed)}`
  return `made ${words(added)}, no longer ${words(removed)}`
}

function attributeSentence(change: Extract<Change, { kind: 'attribute' }>): string {
  const { attribute, before, after, words, place } = change
  const { name } = place
  switch (attribute) {
    case 'link':
      if (before === '') return `${name}: ${quoted(words)} linked to ${after}`
      if (after === '') return `${name}: link of ${quoted(words)} to ${before} removed`
      return `${name}: link of ${quoted(words)} changed from ${before} to ${after}`
    case 'language':
      if (before === '') return `${name}: ${quoted(words)} marked as ${after}`
      if (after === '') return `${name}: ${quoted(words)} no longer marked as ${before}`
      return `${name}: language of ${quoted(words)} changed from ${before} to ${after}`
    case 'block-kind':
    case 'cell-kind':
      return `${name}: changed from ${before} to ${after}`
    case 'heading-level':
      return `${name}: level changed from ${before} to ${after}`
    case 'picture':
      if (before === '') return `${name}: picture placed`
      return after === '' ? `${name}: picture taken out` : `${name}: another picture`
    case 'alt':
      if (before === '') return `${name}: alternative text ${quoted(after)} added`
      if (after === '') return `${name}: alternative text ${quoted(before)} removed`
      return `${name}: alternative text changed from ${quoted(before)} to ${quoted(after)}`
    case 'decorative':
      return after === 'true' ? `${name}: marked as decoration` : `${name}: no longer marked as decoration`
    case 'list-start':
      return `${name}: numbering starts at ${after} instead of ${before}`
    case 'cell-span':
      return `${name}: spans changed`
    case 'other':
      return `${name}: changed from ${quoted(before)} to ${quoted(after)}`
  }
}

function fieldSentence({ label, before, after, detail }: FieldChange): string {
  if (detail.type === 'list') {
    const done = detail.items.flatMap((item) => {
      if (item.state === 'same') return []
      if (item.state === 'inserted') return [`${quoted(item.after)} added`]
      if (item.state === 'deleted') return [`${quoted(item.before)} removed`]
      return [`${quoted(item.before)} changed to ${quoted(item.after)}`]
    })
    return `${label}: ${[...done, ...(detail.isReordered ? ['put in another order'] : [])].join(', ')}`
  }
  if (before === '') return `${label}: ${quoted(after)} added`
  if (after === '') return `${label}: ${quoted(before)} removed`
  return `${label}: ${quoted(before)} replaced by ${quoted(after)}`
}
