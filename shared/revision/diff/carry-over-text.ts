// Carries an edit of a text over to a text that went on from the same one.
import type { NodeJson } from '../../article/article.ts'
import type { CodedText } from './diff-text.ts'
import { type InlinePiece, inlineNodes, sameMarks, slicePieces } from './inline-nodes.ts'
import { inlineTextOf } from './inline-text.ts'
import { bareRuns } from './merge-runs.ts'
import { createCodeBook, encodeWords } from './word-codes.ts'

/** Characters [from, to) of the base become these pieces. */
interface Hunk {
  readonly from: number
  to: number
  readonly pieces: InlinePiece[]
}
/** Characters [from, to) of the base are live at `shift` more, dressed as they were. */
interface Kept {
  readonly from: number
  to: number
  readonly shift: number
}

/** Inline nodes of `live` with the edit that makes `wanted` of `base`; null when the edited text is not there any more. */
export function carryOverText(base: NodeJson, live: NodeJson, wanted: NodeJson): NodeJson[] | null {
  const book = createCodeBook()
  const coded = (node: NodeJson): CodedText => {
    const inline = inlineTextOf([node])
    return { inline, words: encodeWords(inline, book) }
  }
  const texts = { base: coded(base), live: coded(live), wanted: coded(wanted) }
  const { kept } = compare(texts.base, texts.live)
  const { hunks } = compare(texts.base, texts.wanted)
  const pieces: InlinePiece[] = []
  let at = 0
  for (const hunk of hunks) {
    const home = kept.find(({ from, to }) => from <= hunk.from && hunk.to <= to)
    if (home === undefined) return null
    const start = hunk.from + home.shift
    if (start < at) return null
    pieces.push(...slicePieces(texts.live.inline, at, start), ...hunk.pieces)
    at = hunk.to + home.shift
  }
  pieces.push(...slicePieces(texts.live.inline, at, texts.live.inline.text.length))
  return inlineNodes(pieces)
}

function compare(base: CodedText, other: CodedText): { hunks: Hunk[]; kept: Kept[] } {
  const hunks: Hunk[] = []
  const kept: Kept[] = []
  let at = 0
  let shift = 0
  let hunk: Hunk | null = null
  for (const run of bareRuns(base, other).runs) {
    if (run.state === 'break') continue
    const { text, leaf } = run
    if (run.state === 'same' && sameMarks(run.marksBefore, run.marksAfter)) {
      hunk = null
      const last = kept.at(-1)
      if (last !== undefined && last.to === at && last.shift === shift) last.to += text.length
      else kept.push({ from: at, to: at + text.length, shift })
      at += text.length
      continue
    }
    if (hunk === null) {
      hunk = { from: at, to: at, pieces: [] }
      hunks.push(hunk)
    }
    if (run.state !== 'deleted') hunk.pieces.push({ text, leaf, marks: run.marksAfter })
    if (run.state !== 'inserted') at += text.length
    hunk.to = at
    if (run.state === 'deleted') shift -= text.length
    if (run.state === 'inserted') shift += text.length
  }
  return { hunks, kept }
}
