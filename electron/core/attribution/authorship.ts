// Turns the ledger into answers about a draft: who wrote each run, who touched each block and field, who deleted what.
import * as Y from 'yjs'
import type { Instant } from '#shared/article/ids.ts'
import { contentOf, metaOf } from '#shared/draft/draft-doc.ts'
import type {
  Attribution,
  AttributedRun,
  AttributedText,
  Authorship,
  DeletedRun,
} from '#shared/revision/attribution.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { blockIdOf, blocksOf, stretchesOf, textsBelow } from './characters.ts'
import { isReturning, type Ledger, NONE, type ReplicaLedger, type RowFacts } from './ledger.ts'

/** Milliseconds between two words of one person that begin a run of its own: the gap that ends a sitting. */
const RUN_GAP_MS = 30 * 60_000
/** Deletions answered at most, the newest: the rest of a long history nobody compares with. */
const MAX_DELETIONS = 5_000

export function textsOf(doc: Y.Doc, ledger: Ledger): AttributedText[] {
  const found: AttributedText[] = []
  const visit = (element: Y.XmlElement, path: readonly number[], blockId: string | null): void => {
    const children = element.toArray()
    const runs = runsOf(children, ledger)
    if (runs.length > 0) found.push({ path: [...path], blockId, runs })
    else
      children.forEach((child, index) => {
        if (child instanceof Y.XmlElement) visit(child, [...path, index], blockId)
      })
  }
  contentOf(doc)
    .toArray()
    .forEach((block, index) => {
      if (block instanceof Y.XmlElement) visit(block, [index], blockIdOf(block))
    })
  return found
}

/** Of the children of a text block; none when it is no text block, or empty. */
function runsOf(children: readonly unknown[], ledger: Ledger): AttributedRun[] {
  const runs: { from: number; to: number; who: Authorship }[] = []
  let at = 0
  let lastRow = NONE
  let lastReturn = NONE
  const add = (known: ReplicaLedger, clock: number): void => {
    const row = known.creditedTo(clock)
    const returnedBy = known.returnedBy(clock)
    const last = runs.at(-1)
    at += 1
    if (last !== undefined && row === lastRow && returnedBy === lastReturn) last.to = at
    else {
      const who = { ...factsOf(ledger, row), returned: returnOf(ledger.rows[returnedBy]) }
      if (last !== undefined && isSameHand(last.who, who)) {
        last.to = at
        last.who = { ...who, at: later(last.who.at, who.at) }
      } else runs.push({ from: at - 1, to: at, who })
    }
    lastRow = row
    lastReturn = returnedBy
  }
  const isTextBlock = children.some((child) => child instanceof Y.XmlText)
  for (const child of children) {
    if (child instanceof Y.XmlText) {
      for (const { id, text, isDeleted } of stretchesOf(child))
        if (!isDeleted)
          for (let index = 0; index < text.length; index += 1) add(ledger.of(id.client), id.clock + index)
    } else if (isTextBlock && child instanceof Y.XmlElement && child._item !== null)
      add(ledger.of(child._item.id.client), child._item.id.clock)
  }
  return runs.map(({ from, to, who }) => ({ from, to, ...who }))
}

function returnOf(row: RowFacts | undefined): Authorship['returned'] {
  return row !== undefined && isReturning(row.origin) ? { by: row.author, at: row.at, how: row.origin } : null
}

function factsOf(ledger: Ledger, row: number): Pick<RowFacts, 'author' | 'at' | 'origin'> {
  const facts = ledger.rows[row]
  if (facts === undefined) throw new Error('something in the draft is in no row of its log')
  return { author: facts.author, at: facts.at, origin: facts.origin }
}

const isSameHand = (a: Authorship, b: Authorship): boolean =>
  a.author === b.author &&
  a.origin === b.origin &&
  Math.abs(a.at - b.at) < RUN_GAP_MS &&
  a.returned?.by === b.returned?.by &&
  a.returned?.at === b.returned?.at &&
  a.returned?.how === b.returned?.how

export function touchedBlocks(doc: Y.Doc, ledger: Ledger): Attribution['blocks'] {
  return contentOf(doc)
    .toArray()
    .flatMap((block, index) => {
      if (!(block instanceof Y.XmlElement)) return []
      const row = lastRowIn(block, ledger)
      return [{ index, blockId: blockIdOf(block), ...factsOf(ledger, row) }]
    })
}

function lastRowIn(type: Y.XmlElement | Y.XmlText, ledger: Ledger): number {
  let last = NONE
  const look = (item: Y.Item): void => {
    const known = ledger.of(item.id.client)
    for (let clock = item.id.clock; clock < item.id.clock + item.length; clock += 1)
      last = Math.max(last, known.broughtBy(clock), known.takenBy(clock))
    const { content } = item
    if (!(content instanceof Y.ContentType)) return
    const inner: unknown = content.type
    if (inner instanceof Y.XmlElement || inner instanceof Y.XmlText)
      last = Math.max(last, lastRowIn(inner as Y.XmlElement | Y.XmlText, ledger))
  }
  if (type._item !== null) last = ledger.of(type._item.id.client).broughtBy(type._item.id.clock)
  for (const newest of type._map.values())
    for (let item: Y.Item | null = newest; item !== null; item = item.left) look(item)
  for (let item = type._start; item !== null; item = item.right) look(item)
  return last
}

export function fieldsOf(doc: Y.Doc, ledger: Ledger): Record<string, Authorship> {
  const fields: Record<string, Authorship> = {}
  for (const [key, item] of metaOf(doc)._map) {
    const known = ledger.of(item.id.client)
    const row = item.deleted ? known.takenBy(item.id.clock) : known.broughtBy(item.id.clock)
    const origin = ledger.rows[row]?.origin
    const original = !item.deleted && origin !== undefined && isReturning(origin) ? earlierEqual(item) : null
    fields[key] =
      original === null
        ? { ...factsOf(ledger, row), returned: null }
        : {
            ...factsOf(ledger, ledger.of(original.id.client).broughtBy(original.id.clock)),
            returned: returnOf(ledger.rows[row]),
          }
  }
  return fields
}

/** The first time this very value was set. */
function earlierEqual(item: Y.Item): Y.Item | null {
  const value = valueOf(item)
  let found: Y.Item | null = null
  for (let earlier = item.left; earlier !== null; earlier = earlier.left)
    if (valueOf(earlier) === value) found = earlier
  return found
}
const valueOf = (item: Y.Item): string => canonicalJson(item.content.getContent())

/** What was deleted by rows of a time on and lives nowhere else. */
export function deletionsOf(doc: Y.Doc, ledger: Ledger, since: number | null): DeletedRun[] {
  const found: Deletion[] = []
  for (const block of blocksOf(contentOf(doc))) {
    const blockId = blockIdOf(block)
    for (const text of textsBelow(block)) found.push(...deletedRuns(text, blockId, ledger))
  }
  return found
    .filter(({ run }) => since === null || run.at >= since)
    .sort((a, b) => b.row - a.row)
    .slice(0, MAX_DELETIONS)
    .map(({ run }) => run)
}

interface Deletion {
  row: number
  run: DeletedRun
}

function deletedRuns(text: Y.XmlText, blockId: string | null, ledger: Ledger): Deletion[] {
  const found: Deletion[] = []
  let last: Deletion | null = null
  for (const { id, text: words, isDeleted } of stretchesOf(text)) {
    const known = ledger.of(id.client)
    if (!isDeleted) {
      last = null
      continue
    }
    for (let index = 0; index < words.length; index += 1) {
      const clock = id.clock + index
      if (known.livesOn(clock)) continue
      const row = known.takenBy(clock)
      const wroteIt = factsOf(ledger, known.creditedTo(clock)).author
      const next: DeletedRun = { blockId, text: words[index] ?? '', ...factsOf(ledger, row), wroteIt }
      if (last !== null && isSameDeletion(last.run, next)) {
        last.row = Math.max(last.row, row)
        last.run = { ...next, text: last.run.text + next.text, at: later(last.run.at, next.at) }
      } else {
        last = { row, run: next }
        found.push(last)
      }
    }
  }
  return found
}

const isSameDeletion = (a: DeletedRun, b: DeletedRun): boolean =>
  a.author === b.author &&
  a.wroteIt === b.wroteIt &&
  a.origin === b.origin &&
  Math.abs(a.at - b.at) < RUN_GAP_MS

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
