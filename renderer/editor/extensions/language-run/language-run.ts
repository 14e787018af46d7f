// A run in another language: marked, changed and unmarked.
import type { Attrs } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'

export interface RunRange {
  readonly from: number
  readonly to: number
  /** Tag of the run that is there already, or ''. */
  readonly language: string
}

/** What would be marked: the selection, or the run around the caret; null where there is neither. */
export function runRange(state: EditorState): RunRange | null {
  const type = state.schema.marks['languageRun']
  const { $from, $to, from, to, empty } = state.selection
  if (!type || !$from.parent.inlineContent || !$from.parent.type.allowsMarkType(type)) return null
  const here = tagOf(type.isInSet($from.marksAcross($to) ?? $from.marks())?.attrs)
  if (!empty) return { from, to, language: here }
  if (here === '') return null
  const parent = $from.parent
  let start = $from.start()
  let range: RunRange | null = null
  parent.forEach((child) => {
    const end = start + child.nodeSize
    const isRun = tagOf(type.isInSet(child.marks)?.attrs) === here
    if (isRun && range !== null && range.to === start) range = { ...range, to: end }
    else if (isRun && (range === null || range.to < from)) range = { from: start, to: end, language: here }
    start = end
  })
  return range
}

/** Marks the range; '' unmarks it. */
export const setRun =
  (range: RunRange, language: string): Command =>
  (state, dispatch) => {
    const type = state.schema.marks['languageRun']
    if (!type) return false
    const tr = state.tr.removeMark(range.from, range.to, type)
    if (language !== '') tr.addMark(range.from, range.to, type.create({ lang: language }))
    dispatch?.(tr)
    return true
  }

const tagOf = (attrs: Attrs | undefined): string => (typeof attrs?.['lang'] === 'string' ? attrs['lang'] : '')
