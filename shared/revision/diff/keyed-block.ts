// A block as the alignment sees it: who it is, all it says, and its words, read when first asked for.
import type { NodeJson } from '../../article/article.ts'
import type { CodedText } from './diff-text.ts'
import { inlineTextOf, textBlocksOf } from './inline-text.ts'
import { type CodeBook, type WordCodes, encodeWords } from './word-codes.ts'

export interface KeyedBlock {
  readonly node: NodeJson
  readonly id: string | null
  /** Equal for blocks that a reader could not tell apart. */
  readonly key: string
  /** The text of all its text blocks in one flow. */
  readonly text: () => CodedText
  /** Words to compare it by: those of its text, and for a picture what it shows. */
  readonly features: () => WordCodes
}

export function keyedBlock(node: NodeJson, book: CodeBook): KeyedBlock {
  let text: CodedText | null = null
  let features: WordCodes | null = null
  const readText = (): CodedText => {
    if (text === null) {
      const inline = inlineTextOf(textBlocksOf(node))
      text = { inline, words: encodeWords(inline, book) }
    }
    return text
  }
  const id = node.attrs?.['blockId']
  return {
    node,
    id: typeof id === 'string' ? id : null,
    key: blockKey(node),
    text: readText,
    features: () =>
      (features ??=
        node.type === 'figure' ? pictureFeatures(node, readText().words, book) : readText().words),
  }
}

/** A picture is known by its file more than by what is said about it. */
const PICTURE_WEIGHT = 8

function pictureFeatures(node: NodeJson, said: WordCodes, book: CodeBook): WordCodes {
  const asset = node.attrs?.['assetId']
  const codes = [...said.codes]
  const alt = node.attrs?.['alt']
  if (typeof alt === 'string')
    for (const word of alt.split(/\s+/)) if (word !== '') codes.push(book.codeOf(word))
  if (typeof asset === 'string' && asset !== '')
    for (let n = 0; n < PICTURE_WEIGHT; n++) codes.push(book.codeOf(`\npicture ${asset}`))
  const all = Int32Array.from(codes)
  return { count: all.length, codes: all, starts: all, ends: all }
}

const CLOSE = '\u0000'

/** Type, attributes without block ids, marks and text of a node and all below it. */
export function blockKey(node: NodeJson): string {
  const own = node.text ?? ''
  const marks =
    node.marks === undefined ? '' : node.marks.map((mark) => mark.type + attrsKey(mark.attrs)).join()
  const inner = node.content === undefined ? '' : node.content.map(blockKey).join('')
  return `${node.type}${attrsKey(node.attrs)}${CLOSE}${marks}${CLOSE}${own}${inner}${CLOSE}`
}

function attrsKey(attrs: Readonly<Record<string, unknown>> | undefined): string {
  if (attrs === undefined) return ''
  const names = Object.keys(attrs).filter((name) => name !== 'blockId')
  if (names.length === 0) return ''
  return JSON.stringify(names.sort().map((name) => [name, attrs[name]]))
}

/** Kinds of block that turn into each other without a word set anew. */
const FAMILIES: Readonly<Record<string, string>> = {
  heading: 'paragraph',
  orderedList: 'bulletList',
  pullQuote: 'blockQuote',
  tableHeader: 'tableCell',
}
export const familyOf = (node: NodeJson): string => FAMILIES[node.type] ?? node.type
