// The text of one block while it is being read: white space collapses as CSS says, marks are a fixed set in a fixed order.
import type { MarkJson, NodeJson } from '../article/article.ts'

export interface Marks {
  readonly href: string | null
  readonly lang: string | null
  readonly strong: boolean
  readonly emphasis: boolean
  readonly position: 'super' | 'sub' | null
  readonly code: boolean
}

export const NO_MARKS: Marks = {
  href: null,
  lang: null,
  strong: false,
  emphasis: false,
  position: null,
  code: false,
}

type Run = { readonly text: string; readonly marks: Marks } | 'break'

export interface InlineRuns {
  text(value: string, marks: Marks, space: 'normal' | 'pre' | 'pre-line'): void
  lineBreak(): void
  readonly isBlank: boolean
  /** Paragraphs of inline nodes: lines joined by a hard break, parted where a line is empty. Empties the runs. */
  takeParagraphs(): NodeJson[][]
  /** The same as one block: for headings, captions and other blocks that cannot be parted. */
  takeOne(): NodeJson[]
}

const BLANK = /^[\s\u00a0\u200b\u2060\ufeff]*$/
// eslint-disable-next-line no-control-regex -- text may hold anything; an article may not
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufeff\ufff9-\ufffb]/g
/** Code points that are no characters: U+FDD0 to FDEF and the last two of every plane. */
const NONCHARACTERS = /\p{Noncharacter_Code_Point}/gu
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text without control characters and lone surrogates, which no file format and no database keeps. */
export const cleanText = (text: string): string =>
  text.replace(LONE_SURROGATE, '\ufffd').replace(CONTROLS, '').replace(NONCHARACTERS, '')

export function createInlineRuns(): InlineRuns {
  let runs: Run[] = []
  let hasInk = false
  let endsWithSpace = true // true at a line's start too: leading spaces collapse away

  const push = (text: string, marks: Marks): void => {
    if (text === '') return
    const last = runs[runs.length - 1]
    if (last !== undefined && last !== 'break' && last.marks === marks)
      runs[runs.length - 1] = { text: last.text + text, marks }
    else runs.push({ text, marks })
    if (!hasInk && !BLANK.test(text)) hasInk = true
  }
  const lineBreak = (): void => {
    trimEnd(runs)
    runs.push('break')
    endsWithSpace = true
  }
  const collapsed = (value: string, marks: Marks): void => {
    let text = value.replace(/[ \t\n\r\f\u2028\u2029]+/g, ' ')
    if (endsWithSpace && text.startsWith(' ')) text = text.slice(1)
    if (text === '') return
    push(text, marks)
    endsWithSpace = text.endsWith(' ')
  }
  const preserved = (value: string, marks: Marks, keepsSpaces: boolean): void => {
    const lines = value.split(/\r\n|[\n\r\u2028\u2029]/)
    lines.forEach((line, index) => {
      if (index > 0) lineBreak()
      if (!keepsSpaces) collapsed(line, marks)
      else {
        // Spaces that must show are written as no-break spaces, the only way they survive every export.
        const shown = line
          .replaceAll('\t', '    ')
          .replace(/ {2,}/g, (run) => '\u00a0'.repeat(run.length - 1) + ' ')
        const text = endsWithSpace ? shown.replace(/^(\u00a0+) /, '$1\u00a0').replace(/^ /, '') : shown
        push(text, marks)
        if (text !== '') endsWithSpace = text.endsWith(' ')
      }
    })
  }
  const takeLines = (): NodeJson[][] => {
    const taken = runs
    runs = []
    hasInk = false
    endsWithSpace = true
    return linesOf(taken)
  }
  return {
    text: (value, marks, space) => {
      const clean = cleanText(value)
      if (space === 'normal') collapsed(clean, marks)
      else preserved(clean, marks, space === 'pre')
    },
    lineBreak,
    get isBlank() {
      return !hasInk
    },
    takeParagraphs: () => {
      const paragraphs: NodeJson[][] = []
      let isOpen = false
      for (const line of takeLines()) {
        if (line.length === 0) isOpen = false
        else if (isOpen) {
          const open = paragraphs[paragraphs.length - 1] as NodeJson[]
          open.push({ type: 'hardBreak' })
          for (const node of line) open.push(node)
        } else {
          paragraphs.push([...line])
          isOpen = true
        }
      }
      return paragraphs
    },
    takeOne: () => {
      const joined: NodeJson[] = []
      for (const line of takeLines()) {
        if (line.length === 0) continue
        if (joined.length > 0) joined.push({ type: 'hardBreak' })
        for (const node of line) joined.push(node)
      }
      return joined
    },
  }
}

/** The lines of the runs as nodes; a blank line is an empty list. */
function linesOf(runs: readonly Run[]): NodeJson[][] {
  const lines: NodeJson[][] = []
  let line: { text: string; marks: Marks }[] = []
  const end = (): void => {
    trimEnd(line)
    lines.push(line.every((run) => BLANK.test(run.text)) ? [] : toNodes(line))
    line = []
  }
  for (const run of runs) {
    if (run === 'break') end()
    else line.push(run)
  }
  end()
  return lines
}

function trimEnd(runs: Run[]): void {
  for (
    let last = runs[runs.length - 1];
    last !== undefined && last !== 'break';
    last = runs[runs.length - 1]
  ) {
    const text = last.text.replace(/ +$/, '')
    if (text === last.text) return
    runs.pop()
    if (text !== '') {
      runs.push({ text, marks: last.marks })
      return
    }
  }
}

function toNodes(line: readonly { text: string; marks: Marks }[]): NodeJson[] {
  const nodes: NodeJson[] = []
  let key = ''
  for (const run of line) {
    const marks = marksToJson(run.marks)
    const runKey = JSON.stringify(marks)
    const last = nodes[nodes.length - 1]
    if (last !== undefined && runKey === key)
      nodes[nodes.length - 1] = { ...last, text: `${last.text}${run.text}` }
    else
      nodes.push(
        marks.length > 0 ? { type: 'text', marks, text: run.text } : { type: 'text', text: run.text },
      )
    key = runKey
  }
  return nodes
}

/** In the order of the grammar, link outermost. */
function marksToJson(marks: Marks): MarkJson[] {
  const list: MarkJson[] = []
  if (marks.href !== null) list.push({ type: 'link', attrs: { href: marks.href } })
  if (marks.lang !== null) list.push({ type: 'languageRun', attrs: { lang: marks.lang } })
  if (marks.strong) list.push({ type: 'strong' })
  if (marks.emphasis) list.push({ type: 'emphasis' })
  if (marks.position === 'super') list.push({ type: 'superscript' })
  if (marks.position === 'sub') list.push({ type: 'subscript' })
  if (marks.code) list.push({ type: 'code' })
  return list
}

/** Inline nodes for a block that takes text alone with few marks: breaks become spaces, other marks go. */
export function plainerInline(nodes: readonly NodeJson[], allowed: ReadonlySet<string>): NodeJson[] {
  const runs: NodeJson[] = []
  for (const node of nodes) {
    const marks = node.type === 'text' ? (node.marks ?? []).filter((mark) => allowed.has(mark.type)) : []
    const text = node.type === 'text' ? (node.text ?? '') : ' '
    const last = runs[runs.length - 1]
    if (last !== undefined && JSON.stringify(last.marks ?? []) === JSON.stringify(marks))
      runs[runs.length - 1] = { ...last, text: `${last.text}${text}` }
    else runs.push(marks.length > 0 ? { type: 'text', marks, text } : { type: 'text', text })
  }
  return runs
}
