// Lengths for the status line: of the story, the selection and the headline. Counted in idle slices, never on a key.
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { create } from 'zustand'
import { readingMinutes } from '#shared/article/plain-text.ts'
import { noteWriting, whenWritingRests } from '../bridge/writing-rest.ts'
import {
  addCounts,
  type Counts,
  countBlock,
  countRange,
  countTextblock,
  isCounted,
  NO_COUNTS,
} from './counts/block-counts.ts'
import { createIdleWork } from './idle-work.ts'

export interface EditorStats extends Counts {
  readonly readingMinutes: number
  /** Characters of the headline, for its length meter. */
  readonly headlineCharacters: number
  /** Null while nothing is selected. */
  readonly selection: (Counts & { readonly readingMinutes: number }) | null
}

const NOTHING: EditorStats = { ...NO_COUNTS, readingMinutes: 0, headlineCharacters: 0, selection: null }

const useStore = create<{ readonly stats: EditorStats | null }>(() => ({ stats: null }))

/** One part of the lengths; null while no article is open. The component is drawn again only when that part changes. */
export function useEditorStats<T>(select: (stats: EditorStats) => T): T | null {
  return useStore((state) => (state.stats === null ? null : select(state.stats)))
}

/** Keeps the lengths in step with an editor until the answered function is called. */
export function followStats(editor: Editor): () => void {
  const work = createIdleWork((isOver) => {
    if (editor.isDestroyed) return true
    const { doc, selection } = editor.state
    if (!countPiece(doc, isOver)) return false
    const story = sumStory(doc)
    const selected = selection.empty ? null : countRange(doc, selection.from, selection.to)
    const next: EditorStats = {
      ...story,
      readingMinutes: readingMinutes(story.words),
      headlineCharacters: headlineLength(doc),
      selection: selected && { ...selected, readingMinutes: readingMinutes(selected.words) },
    }
    const shown = useStore.getState().stats
    if (shown === null || !isSame(shown, next)) useStore.setState({ stats: next })
    return true
  })
  // Drawing new figures with every key costs as much as a fifth of the key (measured: 1.0 of 5.7 ms at 10,000 words).
  let stopWaiting = () => {}
  const follow = ({ transaction }: { transaction: Transaction }) => {
    if (!transaction.docChanged && !transaction.selectionSet) return
    noteWriting()
    stopWaiting = whenWritingRests(work.request)
  }
  useStore.setState({ stats: NOTHING })
  editor.on('transaction', follow)
  work.request()
  return () => {
    editor.off('transaction', follow)
    stopWaiting()
    work.stop()
    useStore.setState({ stats: null })
  }
}

/** Counts blocks that are not counted yet, as far as time allows; true when none is left. */
function countPiece(doc: Node, isOver: () => boolean): boolean {
  for (let index = 0; index < doc.childCount; index += 1) {
    const block = doc.child(index)
    if (isCounted(block)) continue
    if (isOver()) return false
    countBlock(block)
  }
  return true
}

function sumStory(doc: Node): Counts {
  let counts = NO_COUNTS
  doc.forEach((block) => {
    counts = addCounts(counts, countBlock(block))
  })
  return counts
}

function headlineLength(doc: Node): number {
  for (let index = 0; index < doc.childCount && doc.child(index).type.spec.group === 'head'; index += 1)
    if (doc.child(index).type.name === 'headline') return countTextblock(doc.child(index)).characters
  return 0
}

const isSame = (a: EditorStats, b: EditorStats): boolean =>
  a.words === b.words &&
  a.characters === b.characters &&
  a.headlineCharacters === b.headlineCharacters &&
  a.selection?.words === b.selection?.words &&
  a.selection?.characters === b.selection?.characters
