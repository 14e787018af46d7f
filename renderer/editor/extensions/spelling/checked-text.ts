// A text block as the engine gets it: code and runs in other languages are blanked out, places stay.
import type { Node } from '@tiptap/pm/model'

const BLANK = ' '

export function checkedText(block: Node): string {
  let text = ''
  block.forEach((child) => {
    const run = child.isText ? (child.text ?? '') : child.type.name === 'hardBreak' ? '\n' : BLANK
    text += child.marks.some(({ type, attrs }) => type.name === 'code' || isForeign(type.name, attrs))
      ? BLANK.repeat(run.length)
      : run
  })
  return text
}

const isForeign = (mark: string, attrs: Readonly<Record<string, unknown>>): boolean =>
  mark === 'languageRun' && !/^en(-|$)/i.test(typeof attrs['lang'] === 'string' ? attrs['lang'] : '')

/** Every block that holds text, with the position of its first character. */
export function textBlocks(
  doc: Node,
  from: number,
  to: number,
  visit: (block: Node, start: number) => void,
): void {
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return true
    visit(node, at + 1)
    return false
  })
}
