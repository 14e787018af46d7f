// The same word twice in a row. In English nearly every pair is a slip but for a known few; in other languages only pairs
// that grammar never makes are named, and in those we do not know, none.
import { type BlockHit, lineRule } from '../rule.ts'

/** English words that do stand twice: grammar ("had had", "that that", "her her book") and play ("very very", "bye bye"). */
const ENGLISH_PAIRS: ReadonlySet<string> = new Set(
  (
    'had that her do bye very many far long so much too really never no yes ha ho hey hush there now well aye hear tut ' +
    'knock tick chop night cha can pom go boo baa yum woof quack choo blah win poo mama dada papa wee please again over ' +
    'ever super pretty big little old ooh ah oh la na da doo rah beep ding dong hip twin couscous gaga dum mau tuk yo'
  ).split(' '),
)
/** Words of other languages that no sentence has twice in a row. */
const SLIPS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(
    'und oder mit von für nicht ist auch wird werden wurde ein eine einen einer eines im am vom zum zur bei aus nach dass aber wie als kein keine noch schon'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le les de des du et un une dans pour avec est sur par que qui au aux son ses sont mais comme plus'.split(
      ' ',
    ),
  ),
  es: new Set('el los las de del y un una en con para por que se su sus al es son como pero más'.split(' ')),
  it: new Set('il lo gli di del della e un una in con per che è sono come ma'.split(' ')),
  pt: new Set('o os as de do da e um uma em no na com para por que é são como mas'.split(' ')),
  nl: new Set('het een van en in op met voor aan bij naar niet ook maar als om te'.split(' ')),
}

export const doubleWord = lineRule(
  { id: 'double-word', level: 'WARN', about: 'No word stands twice in a row by mistake.' },
  (line, { language }) => {
    const slips = SLIPS[language]
    if (language !== 'en' && slips === undefined) return []
    const { tokens, own } = line
    const hits: BlockHit[] = []
    for (let index = 1; index < tokens.length; index++) {
      const first = tokens[index - 1]
      const second = tokens[index]
      if (first === undefined || second === undefined || first.lower !== second.lower) continue
      if (!/^\p{L}/u.test(second.text) || !/^[^\S\n]+$/u.test(own.slice(first.end, second.start))) continue
      // Three in a row is meant: "yada yada yada".
      if (tokens[index - 2]?.lower === first.lower || tokens[index + 1]?.lower === first.lower) continue
      const isSlip =
        slips === undefined
          ? isEnglishSlip(first.text, second.text, own.slice(0, first.start))
          : slips.has(second.lower)
      if (!isSlip) continue
      hits.push({
        sentence: `“${first.text}” stands here twice in a row.`,
        spot: { line, from: first.start, to: second.end },
        fix: { label: `Take one “${second.text}” away`, from: first.end, to: second.end, text: '' },
      })
    }
    return hits
  },
)

function isEnglishSlip(first: string, second: string, before: string): boolean {
  if (ENGLISH_PAIRS.has(second.toLowerCase())) return false
  // Duran Duran, Walla Walla, World War I I: names and numerals.
  if (/^\p{Lu}/u.test(second)) return false
  // "vitamin A a day": a letter as a name, unless a sentence begins with it.
  return !/^\p{Lu}$/u.test(first) || /(?:^|[.!?]["”’)]?\s+|["“‘(])$/u.test(before)
}
