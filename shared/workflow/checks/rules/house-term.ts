// The desk file's terms: what the house wants looked at, and what it wants changed.
import { lineRule } from '../rule.ts'

export const houseTerm = lineRule(
  { id: 'house-term', level: 'WARN', about: 'The terms of the desk file.' },
  (line, { terms }) =>
    terms.find(line).flatMap(({ term, from, to }) => {
      if (term.advice === 'fine') return []
      const words = line.text.slice(from, to)
      const instead = term.replacement === '' ? '' : matchCapital(words, term.replacement)
      // The words may stand inside of what the house wants already: "Hague" in "The Hague".
      if (instead !== '' && (words === instead || isReplaced(line.text, from, to, term.replacement)))
        return []
      const says = term.advice === 'amend' ? 'change' : 'look at'
      const reason = term.reason.trim() === '' ? '' : ` ${asSentence(term.reason.trim())}`
      return [
        {
          sentence: `House style: ${says} “${words}”${instead === '' ? '' : ` to “${instead}”`}.${reason}`,
          level: term.advice === 'amend' ? ('WARN' as const) : ('INFO' as const),
          ...(term.link === '' ? {} : { link: term.link }),
          ...(instead === '' ? {} : { fix: { label: `Write “${instead}”`, from, to, text: instead } }),
          spot: { line, from, to },
        },
      ]
    }),
)

const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** At the start of a sentence the replacement gets the capital that the term had there. */
function matchCapital(words: string, replacement: string): string {
  const [first = ''] = words
  const isCapital = first !== first.toLowerCase() && words.slice(1) === words.slice(1).toLowerCase()
  return isCapital ? `${(replacement[0] ?? '').toUpperCase()}${replacement.slice(1)}` : replacement
}

function isReplaced(text: string, from: number, to: number, replacement: string): boolean {
  const at = replacement.toLowerCase().indexOf(text.slice(from, to).toLowerCase())
  return at >= 0 && replacement.length > to - from && text.startsWith(replacement, from - at) && from >= at
}
