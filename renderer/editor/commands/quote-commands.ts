// Block quotes with their source line, and pull quotes.
import { Fragment, type Node, type NodeType, type ResolvedPos } from '@tiptap/pm/model'
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { findWrapping } from '@tiptap/pm/transform'
import type { EditorAction, EditorActions } from '../editor-feature.ts'
import { caretInto, insertBlock } from './block-commands.ts'

type QuoteName = 'blockQuote' | 'pullQuote'

const isIn = (name: QuoteName) => (state: EditorState) => quoteAround(state.selection.$from, name) !== null

/** Wraps the selected blocks and adds a source line; inside of a quote it dissolves the quote. */
const toggleBlockQuote: Command = (state, dispatch) => {
  const around = quoteAround(state.selection.$from, 'blockQuote')
  if (around !== null) return dissolve(around)(state, dispatch)
  const tr = wrapInQuote(state.tr, state.selection.$from, state.selection.$to)
  if (tr === null) return false
  dispatch?.(tr.scrollIntoView())
  return true
}

/** The blocks of a range as a quote with a source line; null where a quote cannot stand. */
export function wrapInQuote(tr: Transaction, $from: ResolvedPos, $to: ResolvedPos): Transaction | null {
  const { blockQuote, quoteSource } = tr.doc.type.schema.nodes
  const range = $from.blockRange($to)
  const wrapping = blockQuote && range && findWrapping(range, blockQuote)
  if (!quoteSource || !range || !wrapping) return null
  tr.wrap(range, wrapping)
  // The quote ends where its blocks ended, one level deeper.
  return tr.insert(range.end + wrapping.length, quoteSource.create())
}

/** Lifts the selected words out as a pull quote after their block; without a selection, an empty one. */
const togglePullQuote: Command = (state, dispatch) => {
  const { pullQuote, paragraph, quoteSource } = state.schema.nodes
  if (!pullQuote || !paragraph || !quoteSource) return false
  const around = quoteAround(state.selection.$from, 'pullQuote')
  if (around !== null) return dissolve(around)(state, dispatch)
  const { $from, $to, from, to } = state.selection
  const words =
    $from.sameParent($to) && $from.parent.isTextblock
      ? $from.parent.slice(from - $from.start(), to - $from.start()).content
      : Fragment.empty
  const quote = pullQuote.create(null, [
    paragraph.create(null, paragraph.validContent(words) ? words : Fragment.empty),
    quoteSource.create(),
  ])
  const inserted = insertBlock(state, quote)
  if (inserted === null) return false
  dispatch?.(caretInto(inserted.tr, inserted.at))
  return true
}

const quoteAction = (name: QuoteName, command: Command): EditorAction => ({ command, isActive: isIn(name) })

export const quoteActions: EditorActions = {
  'insert.block-quote': quoteAction('blockQuote', toggleBlockQuote),
  'insert.pull-quote': quoteAction('pullQuote', togglePullQuote),
}

/** Enter leaves a quote from its source line, and from an empty last paragraph. */
export const leaveQuote: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const quote = quoteAround($from)
  const paragraph = state.schema.nodes['paragraph']
  if (!empty || quote === null || !paragraph) return false
  const isSource = $from.parent.type.name === 'quoteSource'
  const isDirect = $from.depth === quote.depth + 1
  const isSpare = isDirect && $from.parent.type === paragraph && $from.parent.content.size === 0
  if (!isDirect || (!isSource && !(isSpare && isLastWords($from, quote)))) return false
  if (dispatch) {
    const tr = state.tr
    const after = quote.at + quote.node.nodeSize
    const next = state.doc.nodeAt(after)
    const isThere = next?.type === paragraph && next.content.size === 0
    if (!isThere) tr.insert(after, paragraph.create())
    tr.setSelection(TextSelection.create(tr.doc, after + 1))
    if (isSpare && $from.index(quote.depth) > 0) tr.delete($from.before(), $from.after())
    dispatch(tr.scrollIntoView())
  }
  return true
}

/** Backspace in an empty source line removes it; a removed one comes back with the quote command. */
export const removeEmptySource: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'quoteSource' || $from.parent.content.size > 0) return false
  if ($from.index(-1) === 0) return false
  if (dispatch) {
    const tr = state.tr.delete($from.before(), $from.after())
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve($from.before() - 1), -1)).scrollIntoView())
  }
  return true
}

interface QuoteAround {
  readonly node: Node
  readonly at: number
  readonly depth: number
}

function quoteAround($pos: ResolvedPos, name?: QuoteName): QuoteAround | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const node = $pos.node(depth)
    const kind = node.type.name
    if (name === undefined ? kind === 'blockQuote' || kind === 'pullQuote' : kind === name)
      return { node, at: $pos.before(depth), depth }
  }
  return null
}

/** Nothing but an empty source line stands after the caret's block. */
function isLastWords($from: ResolvedPos, quote: QuoteAround): boolean {
  const rest = quote.node.content.content.slice($from.index(quote.depth) + 1)
  return rest.every((child) => child.type.name === 'quoteSource' && child.content.size === 0)
}

/** Its blocks take the quote's place; a source that says something becomes a paragraph, an empty one goes. */
function dissolve(quote: QuoteAround): Command {
  return (state, dispatch) => {
    const paragraph = state.schema.nodes['paragraph']
    if (!paragraph) return false
    if (dispatch) {
      const { selection } = state
      const blocks = quote.node.content.content.flatMap((child) =>
        isSource(child) ? plain(child, paragraph) : [child],
      )
      const content = blocks.length > 0 ? blocks : [paragraph.create()]
      const tr = state.tr.replaceWith(quote.at, quote.at + quote.node.nodeSize, content)
      const at = Math.min(selection.from - 1, tr.doc.content.size)
      dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at))).scrollIntoView())
    }
    return true
  }
}

const isSource = (node: Node): boolean => node.type.name === 'quoteSource'
const plain = (source: Node, paragraph: NodeType): Node[] =>
  source.content.size > 0 ? [paragraph.create(null, source.content)] : []
