// Where one was in each article, for as long as the window lives. Never stored.
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { ArticleId } from '#shared/article/ids.ts'

interface Place {
  readonly anchor: number
  readonly head: number
  readonly scrollTop: number
}

const places = new Map<ArticleId, Place>()

export function rememberPlace(articleId: ArticleId, state: EditorState, scrollTop: number): void {
  places.set(articleId, { anchor: state.selection.anchor, head: state.selection.head, scrollTop })
}

/** The selection one left, as far as the text still reaches; null when the article was not open before. */
export function recallPlace(
  articleId: ArticleId,
  state: EditorState,
): { tr: Transaction; scrollTop: number } | null {
  const place = places.get(articleId)
  if (place === undefined) return null
  const within = (at: number) => state.doc.resolve(Math.min(at, state.doc.content.size))
  const selection = TextSelection.between(within(place.anchor), within(place.head))
  return { tr: state.tr.setSelection(selection).setMeta('addToHistory', false), scrollTop: place.scrollTop }
}
