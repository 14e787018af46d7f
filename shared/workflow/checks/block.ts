// A top-level block as the rules read it: its lines of text with their words, its pictures and crossheads. The stash is not
// read: it never leaves. Made once per block and kept as long as the block does not change.
import type { MarkJson, NodeJson } from '../../article/article.ts'
import { baseLanguage } from './languages.ts'
import { type Token, tokensOf } from './tokens.ts'

export interface Line {
  readonly kind: string
  readonly path: readonly number[]
  readonly text: string
  /** The same length, with code and runs in other languages blanked out: what rules of one language may read. */
  readonly own: string
  /** Words of `own`. */
  readonly tokens: readonly Token[]
  readonly links: readonly { readonly from: number; readonly to: number; readonly href: string }[]
}
export interface Picture {
  readonly path: readonly number[]
  readonly assetId: string
  readonly alt: string
  readonly isDecorative: boolean
  readonly hasCredit: boolean
}
export interface Crosshead {
  readonly path: readonly number[]
  readonly level: number
  readonly text: string
  /** Inside of a fact box, whose levels are its own. */
  readonly isBoxed: boolean
}
export interface Block {
  readonly node: NodeJson
  readonly type: string
  readonly blockId: string | null
  readonly lines: readonly Line[]
  readonly pictures: readonly Picture[]
  readonly crossheads: readonly Crosshead[]
  /** Items of its lists, for each list. */
  readonly listLengths: readonly number[]
}

/** Stands for text that is not the rules' business: no letter, no digit, no space. */
const BLANK = '\ufffc'

export function readBlock(node: NodeJson, language: string): Block {
  const lines: Line[] = []
  const pictures: Picture[] = []
  const crossheads: Crosshead[] = []
  const listLengths: number[] = []
  const visit = (at: NodeJson, path: readonly number[], isBoxed: boolean): void => {
    if (at.type === 'stash') return
    const children = at.content ?? []
    if (children.some(isInline)) {
      const line = readLine(at, path, language)
      lines.push(line)
      if (at.type === 'heading')
        crossheads.push({ path, level: Number(at.attrs?.['level'] ?? 2), text: line.text, isBoxed })
      return
    }
    if (at.type === 'figure') pictures.push(readPicture(at, path))
    if (at.type === 'bulletList' || at.type === 'orderedList') listLengths.push(children.length)
    for (const [index, child] of children.entries())
      visit(child, [...path, index], isBoxed || at.type === 'factBox')
  }
  visit(node, [], false)
  const blockId = node.attrs?.['blockId']
  return {
    node,
    type: node.type,
    blockId: typeof blockId === 'string' ? blockId : null,
    lines,
    pictures,
    crossheads,
    listLengths,
  }
}

const isInline = (node: NodeJson): boolean => node.text !== undefined || node.type === 'hardBreak'

function readLine(node: NodeJson, path: readonly number[], language: string): Line {
  let text = ''
  let own = ''
  const links: { from: number; to: number; href: string }[] = []
  for (const child of node.content ?? []) {
    const run = child.text ?? (child.type === 'hardBreak' ? '\n' : BLANK)
    const marks = child.marks ?? []
    const href = marks.find((mark) => mark.type === 'link')?.attrs?.['href']
    if (href !== undefined) {
      const last = links.at(-1)
      // One link in several runs, because a word of it is strong.
      if (last !== undefined && last.to === text.length && last.href === href) last.to += run.length
      else
        links.push({
          from: text.length,
          to: text.length + run.length,
          href: typeof href === 'string' ? href : '',
        })
    }
    text += run
    own += isForeign(marks, language) ? BLANK.repeat(run.length) : run
  }
  return { kind: node.type, path, text, own, tokens: tokensOf(own), links }
}

const isForeign = (marks: readonly MarkJson[], language: string): boolean =>
  marks.some(({ type, attrs }) => {
    if (type === 'code') return true
    const lang = attrs?.['lang']
    return type === 'languageRun' && typeof lang === 'string' && baseLanguage(lang) !== language
  })

function readPicture(figure: NodeJson, path: readonly number[]): Picture {
  const { assetId, alt, decorative } = figure.attrs ?? {}
  return {
    path,
    assetId: typeof assetId === 'string' ? assetId : '',
    alt: typeof alt === 'string' ? alt : '',
    isDecorative: decorative === true,
    hasCredit: (figure.content ?? []).some(
      (part) => part.type === 'credit' && (part.content ?? []).some((run) => (run.text ?? '').trim() !== ''),
    ),
  }
}
