// "## ", "- ", "1. ", "> ", "---" at the start of a paragraph become what they mean. What was typed is kept as an undo step of
// its own, so that one undo, or Backspace right after it, gives the characters back.
import { Extension } from '@tiptap/core'
import type { NodeType } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { canJoin, findWrapping } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { asOwnUndoStep } from '../../binding/draft-binding.ts'
import { caretInto } from '../../commands/block-commands.ts'
import { wrapInQuote } from '../../commands/quote-commands.ts'
import { bindingOf } from '../draft-content/draft-content.ts'

interface Rule {
  readonly find: RegExp
  /** Adds the change to a transaction in which the characters are gone already; null when it does not fit here. */
  readonly apply: (tr: Transaction, at: number, match: RegExpExecArray) => Transaction | null
}

/** The longest text before the caret that a rule can match: "1234. ". Longer lines are not looked at. */
const LONGEST_TRIGGER = 6

const RULES: readonly Rule[] = [
  {
    // One hash and two both begin a crosshead: level 1 belongs to the headline.
    find: /^(#{1,4}) $/,
    apply: (tr, at, match) => {
      const heading = tr.doc.type.schema.nodes['heading']
      const block = tr.doc.resolve(at).parent
      const level = Math.max(2, match[1]?.length ?? 2)
      return heading
        ? tr.setBlockType(at, at, heading, { level, blockId: block.attrs['blockId'] ?? null })
        : null
    },
  },
  { find: /^[-*+] $/, apply: (tr, at) => wrapInList(tr, at, 'bulletList', {}) },
  {
    find: /^(\d{1,4})[.)] $/,
    apply: (tr, at, match) => wrapInList(tr, at, 'orderedList', { start: Number(match[1]) }),
  },
  { find: /^> $/, apply: (tr, at) => wrapInQuote(tr, tr.doc.resolve(at), tr.doc.resolve(at)) },
  {
    find: /^---$/,
    apply: (tr, at) => {
      const rule = tr.doc.type.schema.nodes['horizontalRule']
      const $at = tr.doc.resolve(at)
      if (!rule || $at.depth !== 1) return null
      tr.replaceWith($at.before(), $at.after(), rule.create())
      return caretInto(tr, $at.before() + 1)
    },
  },
]
const LAST_CHARACTERS = ' -'

const key = new PluginKey<boolean>('markdownRules')

export const MarkdownRules = Extension.create({
  name: 'markdownRules',
  priority: 1_050, // before the head guard: Backspace right after a rule is about the rule
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key,
      state: {
        init: () => false,
        /** Whether the last thing that happened was a rule: only then does Backspace give the characters back. */
        apply: (tr, wasRule) => tr.getMeta(key) === true || (wasRule && !tr.docChanged && !tr.selectionSet),
      },
      props: {
        handleTextInput: (view, from, to, text) => typeRule(view, from, to, text),
        handleKeyDown: (view, event) =>
          event.key === 'Backspace' &&
          !event.ctrlKey &&
          !event.metaKey &&
          key.getState(view.state) === true &&
          (bindingOf(view.state)?.undo() ?? false),
      },
    }),
  ],
})

function typeRule(view: EditorView, from: number, to: number, text: string): boolean {
  if (text.length !== 1 || !LAST_CHARACTERS.includes(text) || view.composing) return false
  const $from = view.state.doc.resolve(from)
  if ($from.parent.type.name !== 'paragraph' || $from.parentOffset >= LONGEST_TRIGGER) return false
  const typed = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc') + text
  for (const rule of RULES) {
    const match = rule.find.exec(typed)
    if (match === null) continue
    const literal = view.state.tr.insertText(text, from, to)
    if (converted(view.state.apply(literal), $from.start(), match, rule) === null) return false
    view.dispatch(literal)
    const tr = converted(view.state, $from.start(), match, rule)
    if (tr !== null) view.dispatch(asOwnUndoStep(tr).setMeta(key, true).scrollIntoView())
    return true
  }
  return false
}

function converted(
  state: EditorState,
  start: number,
  match: RegExpExecArray,
  rule: Rule,
): Transaction | null {
  const tr = state.tr.delete(start, start + match[0].length)
  tr.setSelection(TextSelection.create(tr.doc, start))
  return rule.apply(tr, start, match)
}

function wrapInList(
  tr: Transaction,
  at: number,
  name: string,
  attrs: Record<string, unknown>,
): Transaction | null {
  const type: NodeType | undefined = tr.doc.type.schema.nodes[name]
  const range = tr.doc.resolve(at).blockRange()
  const wrapping = type && range && findWrapping(range, type, attrs)
  if (!range || !wrapping) return null
  tr.wrap(range, wrapping)
  // Right after a list of the same kind it goes on with it.
  const before = tr.doc.resolve(range.start).nodeBefore
  if (before?.type === type && attrs['start'] !== 1 && canJoin(tr.doc, range.start)) tr.join(range.start)
  return tr
}
