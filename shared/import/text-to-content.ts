// Plain text to paragraphs and lists. Text has no markup, only habits: blank lines, wrapped lines, indents, bullets.
import type { NodeJson } from '../article/article.ts'
import { cleanText } from './inline-runs.ts'

/** Characters of a line that was broken by a program rather than by its writer (mail and wires wrap at 60 to 80). */
const WRAPPED_MIN = 45
const WRAPPED_MAX = 100
/** Longer lines are whole paragraphs. */
const PARAGRAPH_LINE = 100

/** Blocks of the grammar: blank lines part paragraphs, wrapped lines are joined, other single line ends become breaks. */
export function textToContent(text: string): NodeJson[] {
  const lines = linesOf(text)
  const content: NodeJson[] = []
  let block: string[] = []
  const end = (): void => {
    if (block.length > 0) content.push(...blocksOf(block))
    block = []
  }
  for (const line of lines) {
    if (line.trim() === '') end()
    else block.push(line)
  }
  end()
  return content
}

/** Lines without their ends, form feeds taken as blank lines, tabs as written. */
export function linesOf(text: string): string[] {
  return cleanText(text)
    .replace(/\r\n?|\u2028|\u0085/g, '\n')
    .replace(/[\f\v\u2029]/g, '\n\n')
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+$/, ''))
}

export const paragraphOf = (text: string): NodeJson => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
})

const BULLET = /^\s*[•●◦▪‣*·-]\s+(?=\S)/
const NUMBER = /^\s*(\d{1,4})[.)]\s+(?=\S)/

/** The blocks of some lines without a blank one among them. */
function blocksOf(lines: readonly string[]): NodeJson[] {
  const list = listOf(lines)
  if (list !== null) return [list]
  const isIndented = lines.some((line, index) => index > 0 && /^( {2,}|\t|\u00a0{2,}|\u3000)\S/.test(line))
  if (isIndented) return splitAtIndents(lines).flatMap((part) => paragraphsOf(part))
  return paragraphsOf(lines)
}

function paragraphsOf(lines: readonly string[]): NodeJson[] {
  const trimmed = lines.map((line) => line.trim())
  if (isWrapped(trimmed)) return [paragraphOf(trimmed.reduce(joined))]
  if (trimmed.some((line) => line.length > PARAGRAPH_LINE)) return trimmed.map(paragraphOf)
  const content: NodeJson[] = []
  for (const text of trimmed) {
    if (content.length > 0) content.push({ type: 'hardBreak' })
    content.push({ type: 'text', text })
  }
  return [{ type: 'paragraph', content }]
}

/** Lines that all end near the same column, but the last: a program broke them. */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false
  const full = lines.slice(0, -1)
  const longest = full.reduce((most, line) => Math.max(most, line.length), 0)
  const last = lines[lines.length - 1] ?? ''
  return (
    longest >= WRAPPED_MIN &&
    longest <= WRAPPED_MAX &&
    last.length <= longest + 5 &&
    // A program breaks lines in mid-sentence; people end paragraphs with sentences.
    full.filter((line) => SENTENCE_END.test(line)).length * 2 < full.length &&
    // Broken there because the next word would not have fitted, give or take a few characters.
    full.every((line, index) => line.length + 1 + firstWord(lines[index + 1] ?? '').length >= longest - 4)
  )
}

const SENTENCE_END = /[.!?…:]["'”’»)\]]*$/

const firstWord = (line: string): string => /^\S*/.exec(line)?.[0] ?? ''

/** Between Han, kana and the like a wrapped line leaves no space; after a hyphen in a compound neither. */
function joined(before: string, line: string): string {
  const isTight =
    /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]$/.test(before) &&
    /^[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/.test(line)
  return isTight || /\p{L}-$/u.test(before) ? before + line : `${before} ${line}`
}

function splitAtIndents(lines: readonly string[]): string[][] {
  const parts: string[][] = []
  for (const line of lines) {
    const last = parts[parts.length - 1]
    if (last === undefined || /^[ \t\u00a0\u3000]/.test(line)) parts.push([line])
    else last.push(line)
  }
  return parts
}

/** A list when every item line carries a bullet, or numbers that count on. One bullet alone is a dash. */
function listOf(lines: readonly string[]): NodeJson | null {
  const items = lines.filter((line) => BULLET.test(line))
  if (items.length >= 2 && BULLET.test(lines[0] ?? ''))
    return { type: 'bulletList', content: itemsOf(lines, BULLET) }
  const first = Number(NUMBER.exec(lines[0] ?? '')?.[1] ?? Number.NaN)
  const numbers = lines.flatMap((line) => NUMBER.exec(line)?.[1] ?? [])
  if (numbers.length < 2 || !numbers.every((number, index) => Number(number) === first + index)) return null
  const attrs = first === 1 ? {} : { attrs: { start: first } }
  return { type: 'orderedList', ...attrs, content: itemsOf(lines, NUMBER) }
}

function itemsOf(lines: readonly string[], marker: RegExp): NodeJson[] {
  const items: string[] = []
  for (const line of lines) {
    if (marker.test(line)) items.push(line.replace(marker, '').trim())
    else items.push(joined(items.pop() ?? '', line.trim()))
  }
  return items.map((text) => ({ type: 'listItem', content: [paragraphOf(text)] }))
}
