// One open find bar: searches in idle slices, keeps up with edits, steps through matches, replaces.
import type { Editor } from '@tiptap/core'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { asOwnUndoStep } from '../binding/draft-binding.ts'
import { createIdleWork } from '../idle-work.ts'
import { firstMatchFrom, type FoundInBlocks, searchStory, type StorySearch } from './find-in-story.ts'
import type { FindQuery, Found } from './find-in-text.ts'
import { clearHighlights, highlight } from './find-plugin.ts'
import { revealRange, visibleRange } from './visible-range.ts'

export interface FindState {
  readonly count: number
  /** Index of the current match, or -1. */
  readonly current: number
  readonly isSearching: boolean
}
export interface FindSession {
  state(): FindState
  subscribe(listener: () => void): () => void
  search(query: FindQuery): void
  /** Goes to the next or previous match, around the ends. */
  step(by: 1 | -1): void
  replace(replacement: string): void
  /** Answers how many were replaced, in one undo step. */
  replaceAll(replacement: string): number
  /** Takes the highlights away and leaves the current match selected. */
  close(): void
}

const NO_QUERY: FindQuery = { text: '', isCaseSensitive: false, isWholeWord: false, isAccentSensitive: false }

export function createFindSession(editor: Editor): FindSession {
  const listeners = new Set<() => void>()
  /** Searching starts from where the caret was, not from the top. */
  let anchor = editor.state.selection.from
  let query = NO_QUERY
  let cache: FoundInBlocks = new WeakMap()
  let search: StorySearch = searchStory(editor.state.doc, query, cache)
  let searched = editor.state.doc
  let shown: FindState = { count: 0, current: -1, isSearching: false }

  const work = createIdleWork((isOver) => {
    if (editor.isDestroyed) return true
    const isDone = search.advance(isOver)
    publish(!isDone)
    return isDone
  })

  function begin(): void {
    searched = editor.state.doc
    search = searchStory(searched, query, cache)
    work.request()
  }

  function publish(isSearching: boolean): void {
    const { matches } = search
    const at = firstMatchFrom(matches, anchor)
    // While the search has not come as far as the caret, nothing is current yet.
    const current = at < matches.length ? at : isSearching || matches.length === 0 ? -1 : 0
    show({ count: matches.length, current, isSearching })
  }

  function show(next: FindState): void {
    shown = next
    draw()
    for (const listener of listeners) listener()
  }

  function draw(): void {
    if (editor.isDestroyed || editor.state.doc !== searched) return
    const { from, to } = visibleRange(editor.view)
    editor.view.dispatch(highlight(editor.state, search.matches, shown.current, from, to))
  }

  function goTo(index: number): void {
    const match = search.matches[index]
    if (match === undefined) return
    anchor = match.from
    editor.view.dispatch(select(editor.state.tr, match))
    show({ ...shown, current: index })
    revealRange(editor.view, match, draw)
  }

  const finish = () => {
    if (editor.state.doc !== searched) begin()
    search.advance(() => false)
    publish(false)
  }

  const onTransaction = ({ transaction }: { transaction: Transaction }) => {
    if (!transaction.docChanged) return
    anchor = transaction.mapping.map(anchor)
    begin()
  }
  let frame = 0
  const onScroll = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      draw()
    })
  }
  const scroller = editor.view.dom.closest('.editor-scroll')
  editor.on('transaction', onTransaction)
  scroller?.addEventListener('scroll', onScroll, { passive: true })

  return {
    state: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    search(next) {
      query = next
      cache = new WeakMap()
      begin()
    },
    step(by) {
      finish()
      const { length } = search.matches
      const match = search.matches[shown.current]
      const { from, to } = editor.state.selection
      // The first step goes to the match itself; only from there on to the next.
      const isThere = match !== undefined && match.from === from && match.to === to
      if (length > 0) goTo(isThere || by < 0 ? (shown.current + by + length) % length : shown.current)
    },
    replace(replacement) {
      finish()
      const match = search.matches[shown.current]
      if (match === undefined) return
      anchor = match.from + replacement.length
      editor.view.dispatch(asOwnUndoStep(replaceIn(editor.state.tr, match, replacement)))
      anchor = match.from + replacement.length
      finish()
      goTo(shown.current)
    },
    replaceAll(replacement) {
      finish()
      const { matches } = search
      if (matches.length === 0) return 0
      const tr = editor.state.tr
      for (let index = matches.length - 1; index >= 0; index -= 1)
        replaceIn(tr, matches[index] as Found, replacement)
      editor.view.dispatch(asOwnUndoStep(tr))
      finish()
      return matches.length
    },
    close() {
      editor.off('transaction', onTransaction)
      scroller?.removeEventListener('scroll', onScroll)
      cancelAnimationFrame(frame)
      work.stop()
      if (editor.isDestroyed) return
      const match = editor.state.doc === searched ? search.matches[shown.current] : undefined
      const tr = clearHighlights(editor.state)
      editor.view.dispatch(match ? select(tr, match) : tr)
    },
  }
}

const select = (tr: Transaction, match: Found): Transaction =>
  tr.setSelection(TextSelection.create(tr.doc, match.from, match.to))

const replaceIn = (tr: Transaction, { from, to }: Found, replacement: string): Transaction =>
  replacement === '' ? tr.delete(from, to) : tr.insertText(replacement, from, to)
