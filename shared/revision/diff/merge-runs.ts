// Two texts merged into runs: what was taken out, put in, dressed differently or left alone, each difference with its change.
import { type DiffContext, addTextChange } from './change-list.ts'
import { type CodedText, diffText } from './diff-text.ts'
import { sameMarks } from './inline-nodes.ts'
import type { Span } from './inline-text.ts'
import { differingLayers, layerValue, linkOf } from './mark-layers.ts'
import type { BreakRun, ChangeId, MarkLayer, Run, TextRun } from './revision-diff.ts'

/** Runs whose changes have no ids yet. */
interface BareRuns {
  readonly runs: BareRun[]
  /** By index: runs of one changed stretch share its number; -1 for kept runs and breaks. */
  readonly stretches: number[]
}
type BareRun = BareTextRun | BreakRun
interface BareTextRun extends TextRun {
  state: TextRun['state']
  changeId: TextRun['changeId']
  layers: TextRun['layers']
}

export function mergeRuns(before: CodedText, after: CodedText, context: DiffContext): TextRun[] {
  return mergeFlows(before, after, context, null).filter((run) => run.state !== 'break')
}

/** As `mergeRuns`, over several blocks on either side. White space that a split or join cost or added belongs to `shapeId`. */
export function mergeFlows(
  before: CodedText,
  after: CodedText,
  context: DiffContext,
  shapeId: ChangeId | null,
): Run[] {
  const bare = bareRuns(before, after)
  const open = new Map<MarkLayer, { readonly key: string; readonly changeId: ChangeId }>()
  let stretch = -1
  let changeId: ChangeId | null = null
  bare.runs.forEach((run, index) => {
    const own = bare.stretches[index] ?? -1
    if (run.state === 'break' || own >= 0 || !isDressedAnew(run)) open.clear()
    if (run.state === 'break') return
    if (own >= 0) {
      if (own !== stretch) changeId = changeOfStretch(bare, index, context, shapeId)
      stretch = own
      run.changeId = changeId
    } else if (isDressedAnew(run)) dress(bare, index, run, open, context)
  })
  return bare.runs
}

const isDressedAnew = (run: TextRun): boolean => !sameMarks(run.marksBefore, run.marksAfter)

/** Gives a kept run with other marks a change for each layer; runs side by side that differ alike share one. */
function dress(
  bare: BareRuns,
  index: number,
  run: BareTextRun,
  open: Map<MarkLayer, { readonly key: string; readonly changeId: ChangeId }>,
  context: DiffContext,
): void {
  const layers = differingLayers(run.marksBefore, run.marksAfter).map((layer) => {
    const key = layerKey(run, layer)
    const running = open.get(layer)
    const changeId = running?.key === key ? running.changeId : addLayerChange(bare, index, layer, context)
    open.set(layer, { key, changeId })
    return { layer, changeId }
  })
  for (const layer of open.keys()) if (!layers.some((one) => one.layer === layer)) open.delete(layer)
  run.state = layers.length === 0 ? 'same' : 'formatted'
  run.changeId = layers[0]?.changeId ?? null
  run.layers = layers
}

/** The runs of two texts, in the order of the merged text. */
export function bareRuns(before: CodedText, after: CodedText): BareRuns {
  const runs: BareRun[] = []
  const stretches: number[] = []
  const a = createCursor(before)
  const b = createCursor(after)
  const breaksBefore = (atA: number, atB: number): void => {
    for (;;) {
      const inA = a.takesBreak(atA)
      const inB = b.takesBreak(atB)
      if (!inA && !inB) return
      runs.push({ state: 'break', in: inA && inB ? 'both' : inA ? 'before' : 'after' })
      stretches.push(-1)
    }
  }
  const add = (
    state: TextRun['state'],
    text: string,
    old: Span | null,
    now: Span | null,
    stretch: number,
  ): void => {
    runs.push({
      state,
      text,
      leaf: (old ?? now)?.leaf ?? null,
      marksBefore: old?.marks ?? NONE,
      marksAfter: now?.marks ?? NONE,
      changeId: null,
      layers: NONE,
    })
    stretches.push(stretch)
  }
  diffText(before, after).forEach((segment, stretch) => {
    let { aFrom, bFrom } = segment
    if (segment.isSame) {
      while (aFrom < segment.aTo) {
        breaksBefore(aFrom, bFrom)
        const length = Math.min(segment.aTo - aFrom, a.roomAt(aFrom), b.roomAt(bFrom))
        add('same', before.inline.text.slice(aFrom, aFrom + length), a.spanAt(aFrom), b.spanAt(bFrom), -1)
        aFrom += length
        bFrom += length
      }
      return
    }
    while (aFrom < segment.aTo) {
      breaksBefore(aFrom, -1)
      const to = Math.min(segment.aTo, aFrom + a.roomAt(aFrom))
      add('deleted', before.inline.text.slice(aFrom, to), a.spanAt(aFrom), null, stretch)
      aFrom = to
    }
    while (bFrom < segment.bTo) {
      breaksBefore(-1, bFrom)
      const to = Math.min(segment.bTo, bFrom + b.roomAt(bFrom))
      add('inserted', after.inline.text.slice(bFrom, to), null, b.spanAt(bFrom), stretch)
      bFrom = to
    }
  })
  while (a.hasBreaks() || b.hasBreaks()) breaksBefore(before.inline.text.length, after.inline.text.length)
  return { runs, stretches }
}

const NONE: readonly never[] = []

/** Walks the spans and block ends of one side; offsets only ever grow. */
function createCursor({ inline: { spans, breaks, text } }: CodedText) {
  let span = 0
  let taken = 0
  const spanAt = (at: number): Span => {
    while ((spans[span]?.to ?? Number.POSITIVE_INFINITY) <= at) span++
    const found = spans[span]
    if (found === undefined) throw new RangeError('text without a span')
    return found
  }
  return {
    spanAt,
    /** Characters from here to the next end of a span or block. */
    roomAt: (at: number): number => Math.min(spanAt(at).to, breaks[taken] ?? text.length) - at,
    takesBreak(at: number): boolean {
      if (breaks[taken] !== at) return false
      taken++
      return true
    },
    hasBreaks: (): boolean => taken < breaks.length,
  }
}

function changeOfStretch(
  { runs, stretches }: BareRuns,
  from: number,
  context: DiffContext,
  shapeId: ChangeId | null,
): ChangeId {
  const texts = { deleted: '', inserted: '' }
  const links: { deleted: string[]; inserted: string[] } = { deleted: [], inserted: [] }
  let to = from
  for (; to < runs.length; to++) {
    const run = runs[to] as BareRun
    if (run.state === 'break') {
      for (const state of ['deleted', 'inserted'] as const) if (texts[state] !== '') texts[state] += '\n'
      continue
    }
    if (stretches[to] !== stretches[from] || run.state === 'same' || run.state === 'formatted') break
    texts[run.state] += run.text
    const link = linkOf(run.state === 'deleted' ? run.marksBefore : run.marksAfter)
    if (link !== '' && link !== links[run.state].at(-1)) links[run.state].push(link)
  }
  const isBlank = texts.deleted.trim() === '' && texts.inserted.trim() === ''
  if (
    shapeId !== null &&
    isBlank &&
    runs.slice(Math.max(0, from - 1), to + 1).some((run) => run.state === 'break')
  )
    return shapeId
  return addTextChange(context, {
    before: texts.deleted,
    after: texts.inserted,
    links: { before: links.deleted, after: links.inserted },
    last: textAt(runs, from - 1).slice(-1),
    next: textAt(runs, to).slice(0, 1),
  })
}

function textAt(runs: readonly BareRun[], index: number): string {
  const run = runs[index]
  return run === undefined || run.state === 'break' ? '' : run.text
}

/** Equal for runs that differ in the same way. */
function layerKey(run: TextRun, layer: MarkLayer): string {
  const before = layerValue(run.marksBefore, layer)
  const after = layerValue(run.marksAfter, layer)
  return layer === 'formatting'
    ? namesOnlyIn(after, before).join(' ') + '\n' + namesOnlyIn(before, after).join(' ')
    : `${before}\n${after}`
}

const namesOnlyIn = (names: string, others: string): string[] =>
  names.split(' ').filter((name) => name !== '' && !others.split(' ').includes(name))

/** One change for all runs side by side that differ alike. */
function addLayerChange(
  { runs, stretches }: BareRuns,
  from: number,
  layer: MarkLayer,
  { list, place }: DiffContext,
): ChangeId {
  const first = runs[from] as TextRun
  const key = layerKey(first, layer)
  let words = ''
  for (let at = from; at < runs.length; at++) {
    const run = runs[at] as BareRun
    if (run.state === 'break' || stretches[at] !== -1 || layerKey(run, layer) !== key) break
    words += run.text
  }
  const before = layerValue(first.marksBefore, layer)
  const after = layerValue(first.marksAfter, layer)
  if (layer !== 'formatting')
    return list.add({ kind: 'attribute', attribute: layer, place, before, after, words })
  return list.add({
    kind: 'formatting',
    place,
    before: words,
    after: words,
    added: namesOnlyIn(after, before),
    removed: namesOnlyIn(before, after),
  })
}
