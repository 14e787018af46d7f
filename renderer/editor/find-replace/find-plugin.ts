// Highlights of matches: decorations for those near the visible part of the story only, however many there are.
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { firstMatchFrom } from './find-in-story.ts'
import type { Found } from './find-in-text.ts'

/** Highlights drawn at once; a page of the smallest type holds some 6,000 characters. */
const MOST_HIGHLIGHTS = 600

const key = new PluginKey<DecorationSet>('findReplace')

/** `closeBar` answers whether there was a bar to close. */
export const createFindPlugin = (closeBar: () => boolean): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) =>
        (tr.getMeta(key) as DecorationSet | undefined) ?? (tr.docChanged ? set.map(tr.mapping, tr.doc) : set),
    },
    props: {
      decorations: (state) => key.getState(state),
      handleKeyDown: (_view, event) => event.key === 'Escape' && closeBar(),
    },
  })

/** Shows the matches between two positions, the current one apart. */
export function highlight(
  state: EditorState,
  matches: readonly Found[],
  current: number,
  from: number,
  to: number,
): Transaction {
  const decorations: Decoration[] = []
  for (let index = firstMatchFrom(matches, from); index < matches.length; index += 1) {
    const match = matches[index] as Found
    if (match.from > to || decorations.length >= MOST_HIGHLIGHTS) break
    decorations.push(
      Decoration.inline(match.from, match.to, { class: index === current ? 'find-current' : 'find-match' }),
    )
  }
  return state.tr.setMeta(key, DecorationSet.create(state.doc, decorations)).setMeta('addToHistory', false)
}

export const clearHighlights = (state: EditorState): Transaction =>
  state.tr.setMeta(key, DecorationSet.empty).setMeta('addToHistory', false)
