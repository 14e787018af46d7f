// How much of a merged story is marked: words taken out and put in, and in how many places a reader meets them.
import type { NodeJson } from '../../article/article.ts'
import { inlineText } from '../../article/plain-text.ts'
import { textBlocksOf } from './inline-text.ts'
import type { DiffRow, MarkedWords, MergedBlock, Run } from './revision-diff.ts'
import { countWords } from './word-codes.ts'

export interface MarkMeasure {
  readonly words: MarkedWords
  readonly regions: number
  readonly moves: number
}

/** A moved block is not marked; what was edited inside it is, once. */
export function measureMarks(rows: readonly DiffRow[]): MarkMeasure {
  const words = { inserted: 0, deleted: 0 }
  let regions = 0
  let moves = 0
  let isInRegion = false
  const meet = (state: 'same' | 'inserted' | 'deleted', text: string): void => {
    if (state === 'same') {
      isInRegion &&= !/\S/u.test(text)
      return
    }
    const count = countWords(text)
    if (count === 0) return
    words[state] += count
    if (!isInRegion) regions++
    isInRegion = true
  }
  const meetNode = (state: 'same' | 'inserted' | 'deleted', node: NodeJson): void => {
    if (state === 'same' && !isInRegion) return
    for (const block of textBlocksOf(node)) meet(state, inlineText(block))
  }
  const meetRuns = (runs: readonly Run[]): void => {
    // Runs of one change are one text, however it is dressed.
    for (let at = 0; at < runs.length; ) {
      const run = runs[at++] as Run
      if (run.state === 'break') continue
      let { text } = run
      for (
        let next = runs[at];
        next?.state === run.state && next.changeId === run.changeId;
        next = runs[++at]
      )
        text += next.text
      meet(run.state === 'formatted' ? 'same' : run.state, text)
    }
  }
  const meetBlock = ({ content }: MergedBlock): void => {
    if (content.type === 'text') meetRuns(content.runs)
    if (content.type === 'blocks') content.rows.forEach(meetRow)
    if (content.type !== 'table') return
    for (const row of content.rows)
      for (const cell of row.cells) {
        if (cell === null) continue
        if (cell.block !== null) meetBlock(cell.block)
        else if (cell.after !== null) meetNode('inserted', cell.after)
        else if (cell.before !== null) meetNode('deleted', cell.before)
      }
  }
  const meetRow = (row: DiffRow): void => {
    switch (row.state) {
      case 'same':
        return meetNode('same', row.after)
      case 'inserted':
        return meetNode('inserted', row.after)
      case 'deleted':
        return meetNode('deleted', row.before)
      case 'changed':
        return meetBlock(row.block)
      case 'moved-here':
        moves++
        return meetBlock(row.block)
      case 'moved-away':
        return meetNode('same', row.before)
      case 'split':
      case 'joined':
      case 'reshaped':
        return meetRuns(row.runs)
    }
  }
  rows.forEach(meetRow)
  return { words, regions, moves }
}
