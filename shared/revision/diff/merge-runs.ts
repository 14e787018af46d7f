// Two texts merged into runs: what was taken out, put in, dressed differently or left alone, each difference with its change.
import { type DiffContext, addTextChange } from './change-list.ts'
import { type CodedText, type TextSegment, diffText } from './diff-text.ts'
import { sameMarks } from './inline-nodes.ts'
import type { Span } from './inline-text.ts'
import { differingLayers, layerValue, linkOf } from './mark-layers.ts'
import type { BreakRun, ChangeId, MarkLayer, Run, TextRun } from './revision-diff.ts'

/** A run before its changes have ids. Runs of one changed stretch share its number; kept ones have none. */
export interface BareRun extends Omit<TextRun, 'changeId' | 'layers'> {
  readonly stretch: number | null
  /** A kept run whose marks differ. */
  readonly isDressedAnew: boolean
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
  const stretches = new Map<number, ChangeId>()
  const open = new Map<MarkLayer, { readonly key: string; readonly changeId: ChangeId }>()
  return bare.map((run, index): Run => {
    if (run.state === 'break') {
      open.clear()
      return run
    }
    const { stretch, isDressedAnew, ...rest } = run
    if (stretch !== null) {
      open.clear()
      const changeId = stretches.get(stretch) ?? changeOfStretch(bare, index, context, shapeId)
      stretches.set(stretch, changeId)
      return { ...rest, changeId, layers: [] }
    }
    const differing = isDressedAnew ? differingLayers(rest.marksBefore, rest.marksAfter) : []
    const layers = differing.map((layer) => {
      const key = layerKey(run, layer)
      const running = open.get(layer)
      const changeId = running?.key === key ? running.changeId : addLayerChange(bare, index, layer, context)
      open.set(layer, { key, changeId })
      return { layer, changeId }
    })
    for (const layer of [...open.keys()]) if (!layers.some((one) => one.layer === layer)) open.delete(layer)
    return {
      ...rest,
      state: layers.length === 0 ? 'same' : 'formatted',
      changeId: layers[0]?.changeId ?? null,
      layers,
    }
  })
}

/** The runs of two texts, in the order of the merged text. */
export function bareRuns(before: CodedText, after: CodedText): (BareRun | BreakRun)[] {
  const runs: (BareRun | BreakRun)[] = []
  const a = createCursor(before)
  const b = createCursor(after)
  const breaksBefore = (atA: number, atB: number): void => {
    for (;;) {
      const inA = a.takesBreak(atA)
      const inB = b.takesBreak(atB)
      if (!inA && !inB) return
      runs.push({ state: 'break', in: inA && inB ? 'both' : inA ? 'before' : 'after' })
    }
  }
  diffText(before, after).forEach((segment, stretch) => {
    let { aFrom, bFrom } = segment
    if (segment.isSame) {
      while (aFrom < segment.aTo) {
        breaksBefore(aFrom, bFrom)
        const length = Math.min(segment.aTo - aFrom, a.roomAt(aFrom), b.roomAt(bFrom))
        runs.push(
          bareRun(
            'same',
            before.inline.text.slice(aFrom, aFrom + length),
            a.spanAt(aFrom),
            b.spanAt(bFrom),
            null,
          ),
        )
        aFrom += length
        bFrom += length
      }
      return
    }
    while (aFrom < segment.aTo) {
      breaksBefore(aFrom, -1)
      const to = Math.min(segment.aTo, aFrom + a.roomAt(aFrom))
      runs.push(bareRun('deleted', before.inline.text.slice(aFrom, to), a.spanAt(aFrom), null, stretch))
      aFrom = to
    }
    while (bFrom < segment.bTo) {
      breaksBefore(-1, bFrom)
      const to = Math.min(segment.bTo, bFrom + b.roomAt(bFrom))
      runs.push(bareRun('inserted', after.inline.text.slice(bFrom, to), null, b.spanAt(bFrom), stretch))
      bFrom = to
    }
  })
  while (a.hasBreaks() || b.hasBreaks()) breaksBefore(before.inline.text.length, after.inline.text.length)
  return runs
}

function bareRun(
  state: 'same' | 'inserted' | 'deleted',
  text: string,
  before: Span | null,
  after: Span | null,
  stretch: number | null,
): BareRun {
  const [marksBefore, marksAfter] = [before?.marks ?? [], after?.marks ?? []]
  return {
    state,
    text,
    leaf: (before ?? after)?.leaf ?? null,
    marksBefore,
    marksAfter,
    stretch,
    isDressedAnew: state === 'same' && !sameMarks(marksBefore, marksAfter),
  }
}

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
  bare: readonly (BareRun | BreakRun)[],
  from: number,
  context: DiffContext,
  shapeId: ChangeId | null,
): ChangeId {
  const first = bare[from]
  const stretch = first?.state === 'break' ? null : (first?.stretch ?? null)
  const texts = { deleted: '', inserted: '' }
  const links: { deleted: string[]; inserted: string[] } = { deleted: [], inserted: [] }
  let to = from
  for (; to < bare.length; to++) {
    const run = bare[to] as BareRun | BreakRun
    if (run.state === 'break') continue
    if (run.stretch !== stretch || run.state === 'same' || run.state === 'formatted') break
    texts[run.state] += run.text
    const link = linkOf(run.state === 'deleted' ? run.marksBefore : run.marksAfter)
    if (link !== '' && link !== links[run.state].at(-1)) links[run.state].push(link)
  }
  const isBlank = texts.deleted.trim() === '' && texts.inserted.trim() === ''
  if (
    shapeId !== null &&
    isBlank &&
    bare.slice(Math.max(0, from - 1), to + 1).some((run) => run.state === 'break')
  )
    return shapeId
  return addTextChange(context, texts.deleted, texts.inserted, {
    before: links.deleted,
    after: links.inserted,
  })
}

/** Equal for runs that differ in the same way. */
function layerKey(run: BareRun, layer: MarkLayer): string {
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
  bare: readonly (BareRun | BreakRun)[],
  from: number,
  layer: MarkLayer,
  { list, place }: DiffContext,
): ChangeId {
  const first = bare[from] as BareRun
  const key = layerKey(first, layer)
  let words = ''
  for (const run of bare.slice(from)) {
    if (run.state === 'break' || run.stretch !== null || layerKey(run, layer) !== key) break
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
