// Quote marks that are opened and never closed. A quote may run over several paragraphs, each opening it anew; apostrophes,
// inches and the turned-round marks of other languages are no mistakes.
import type { Line } from '../block.ts'
import type { Rule, Spot, StoryHit } from '../rule.ts'

interface OpenQuote {
  readonly spot: Spot
  readonly mark: string
  /** Whether the next line of prose opens with a mark of the same kind, which carries the quote on. */
  readonly isCarriedOn: boolean
}
interface Facts {
  readonly opens: readonly OpenQuote[]
  /** The first sign of the block's first line of prose, and the open quote its last line ends with. */
  readonly firstSign: string | null
  readonly last: OpenQuote | null
}

export const quoteOpen: Rule<Facts> = {
  id: 'quote-open',
  level: 'WARN',
  about: 'Every quote mark that opens is closed.',
  read({ lines }) {
    if (lines.length === 0) return NOTHING
    const found = lines.map((line) => ({ line, open: openQuoteIn(line) }))
    const opens: OpenQuote[] = []
    for (const [index, { open }] of found.entries()) {
      if (open === null) continue
      const next = found[index + 1]?.line
      opens.push({ ...open, isCarriedOn: next !== undefined && firstSign(next) === open.mark })
    }
    const lastLine = found.at(-1)?.open ?? null
    return {
      opens,
      firstSign: PROSE.has(lines[0]?.kind ?? '') ? firstSign(lines[0]) : null,
      last: lastLine === null ? null : (opens.at(-1) ?? null),
    }
  },
  judge({ blocks }, facts) {
    const hits: StoryHit[] = []
    for (const [block, { opens, last }] of facts.entries())
      for (const open of opens) {
        if (open.isCarriedOn || (open === last && nextFirstSign(block) === open.mark)) continue
        hits.push({
          sentence: `The quote mark ${open.mark} is opened here and never closed.`,
          block,
          spot: open.spot,
        })
      }
    return hits

    function nextFirstSign(after: number): string | null {
      for (let index = after + 1; index < facts.length; index++) {
        // A picture or a pull quote may stand between two paragraphs of one quote.
        if (!CARRIERS.has(blocks[index]?.type ?? '')) continue
        return facts[index]?.firstSign ?? null
      }
      return null
    }
  },
}

const NOTHING: Facts = { opens: [], firstSign: null, last: null }
const PROSE: ReadonlySet<string> = new Set(['paragraph', 'heading'])
const CARRIERS: ReadonlySet<string> = new Set([
  'paragraph',
  'blockQuote',
  'heading',
  'bulletList',
  'orderedList',
])

const firstSign = (line: Line | undefined): string | null => /^\s*(\S)/u.exec(line?.text ?? '')?.[1] ?? null

/** Closing signs of an opening one. German and Dutch close „ with “ or ”; Swedish and Finnish open and close with ”. */
const CLOSES: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”"',
  '«': '»',
  '‹': '›',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
}
const OPENERS = new Set(Object.keys(CLOSES))
const ANY_MARK = /["“”„«»‹›「」『』《》〈〉]/u

function openQuoteIn(line: Line): Omit<OpenQuote, 'isCarriedOn'> | null {
  const { text } = line
  if (ANY_MARK.test(text)) {
    const open = isTurned(text) ? null : openPair(text)
    if (open !== null) return { mark: open.mark, spot: { line, from: open.at, to: open.at + 1 } }
  }
  return openSingle(line)
}

/** German book style and Danish: »so«. Swedish: ”så”. What opens there closes elsewhere, so pairs cannot be told. */
const isTurned = (text: string): boolean => {
  const guillemet = text.search(/[«»]/u)
  if (guillemet >= 0 && text[guillemet] === '»') return true
  const curly = text.search(/[“”„]/u)
  return curly >= 0 && text[curly] === '”'
}

function openPair(text: string): { mark: string; at: number } | null {
  const open: { mark: string; at: number }[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    const top = open.at(-1)
    if (sign === '"') {
      if (isMeasure(text, at)) continue
      if (top !== undefined && (top.mark === '"' || CLOSES[top.mark]?.includes('"') === true)) open.pop()
      else open.push({ mark: '"', at })
    } else if (top !== undefined && CLOSES[top.mark]?.includes(sign) === true) open.pop()
    else if (OPENERS.has(sign)) open.push({ mark: sign, at })
  }
  return open[0] ?? null
}

/** 6'2", a 27" screen, 40° 26′ 46″: a sign right behind a digit with no quote to close is inches or seconds. */
const isMeasure = (text: string, at: number): boolean =>
  /\d/.test(text[at - 1] ?? '') && (text.slice(0, at).match(/(?<!\d)"/g)?.length ?? 0) % 2 === 0

/** ‘So’: apostrophes look like its closing sign, so only more openings than closings are sure to be wrong. */
function openSingle(line: Line): Omit<OpenQuote, 'isCarriedOn'> | null {
  const { text } = line
  let last = -1
  let balance = 0
  for (const match of text.matchAll(/[‘’]/gu)) {
    if (match[0] === '‘') {
      // ‘90s, ‘tis: an apostrophe that a machine turned the wrong way round.
      if (/\d/.test(text[match.index + 1] ?? '') || /\p{L}/u.test(text[match.index - 1] ?? '')) continue
      balance++
      last = match.index
    } else if (balance > 0) balance--
  }
  return balance > 0 ? { mark: '‘', spot: { line, from: last, to: last + 1 } } : null
}
