// Replaces typed quotes, dashes and dots as they are typed. The substitution is an undo step of its own, so that one
// undo (or Backspace right after it) takes back only the substitution and leaves what was typed.
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { asOwnUndoStep } from '../../binding/draft-binding.ts'
import { substitute } from './substitute.ts'

/** Characters before the caret that a rule may look at; a sentence is enough to find an open inner quote. */
const LOOK_BACK_CHARS = 240

export interface SmartTypographyOptions {
  readonly isOn: () => boolean
  /** Language of the article; a language run under the caret goes first. */
  readonly language: () => string
}

interface LastSubstitution {
  readonly from: number
  readonly to: number
  readonly typed: string
}
const key = new PluginKey<LastSubstitution | null>('smartTypography')

export const SmartTypography = Extension.create<SmartTypographyOptions>({
  name: 'smartTypography',
  addOptions: () => ({ isOn: () => true, language: () => 'en' }),
  addProseMirrorPlugins() {
    const options = this.options
    return [
      new Plugin<LastSubstitution | null>({
        key,
        state: {
          init: () => null,
          // Any later edit or move ends the chance to take it back with Backspace.
          apply: (tr, last) =>
            (tr.getMeta(key) as LastSubstitution | null | undefined) ??
            (tr.docChanged || tr.selectionSet ? null : last),
        },
        props: {
          handleTextInput: (view, from, to, text) => typeSmartly(view, from, to, text, options),
          handleKeyDown: (view, event) =>
            event.key === 'Backspace' && !event.ctrlKey && !event.metaKey && !event.altKey && takeBack(view),
        },
      }),
    ]
  },
})

function typeSmartly(
  view: EditorView,
  from: number,
  to: number,
  text: string,
  options: SmartTypographyOptions,
): boolean {
  if (text.length !== 1 || !options.isOn() || view.composing) return false
  const $from = view.state.doc.resolve(from)
  const { code, languageRun } = view.state.schema.marks
  const marks = view.state.storedMarks ?? $from.marks()
  if (!$from.parent.isTextblock || marks.some((mark) => mark.type === code)) return false
  const start = Math.max(0, $from.parentOffset - LOOK_BACK_CHARS)
  const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\ufffc')
  const run: unknown = marks.find((mark) => mark.type === languageRun)?.attrs['lang']
  const answer = substitute(before, text, typeof run === 'string' && run !== 'und' ? run : options.language())
  if (answer === null || (answer.remove === 0 && answer.insert === text)) return false

  view.dispatch(view.state.tr.insertText(text, from, to).scrollIntoView())
  const at = from - answer.remove
  const removed = view.state.doc.textBetween(at, from + 1)
  const tr = view.state.tr.insertText(answer.insert, at, from + 1)
  tr.setMeta(key, { from: at, to: at + answer.insert.length, typed: removed } satisfies LastSubstitution)
  view.dispatch(asOwnUndoStep(tr).scrollIntoView())
  return true
}

function takeBack(view: EditorView): boolean {
  const last = key.getState(view.state)
  const { selection } = view.state
  if (!last || !selection.empty || selection.from !== last.to) return false
  view.dispatch(asOwnUndoStep(view.state.tr.insertText(last.typed, last.from, last.to)).scrollIntoView())
  return true
}
