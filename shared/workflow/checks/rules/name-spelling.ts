// One person, two spellings: "Jon Smith" here, "John Smith" there. Only pairs that are hardly two people are named; sisters,
// sons, adjectives and plurals look alike too.
import type { Line } from '../block.ts'
import { areOneName } from '../near-names.ts'
import type { Rule, StoryHit } from '../rule.ts'

interface Name {
  readonly line: Line
  readonly from: number
  readonly to: number
  readonly first: string
  readonly last: string
}

/** Languages in which a capital inside of a sentence means a name and a name keeps one form. */
const LANGUAGES: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'no'])
/** Different names compared with each other: a story of more is a list of results. */
const MAX_NAMES = 600

export const nameSpelling: Rule<readonly Name[]> = {
  id: 'name-spelling',
  level: 'WARN',
  about: 'A name is spelled in one way.',
  read: ({ lines }, { language }) => (LANGUAGES.has(language) ? lines.flatMap(namesIn) : NOBODY),
  judge(_story, facts) {
    const spellings = new Map<string, { readonly block: number; readonly name: Name; count: number }>()
    for (const [block, names] of facts.entries())
      for (const name of names) {
        const key = `${name.first} ${name.last}`
        const known = spellings.get(key)
        if (known === undefined) spellings.set(key, { block, name, count: 1 })
        else known.count++
      }
    const all = [...spellings.values()].slice(0, MAX_NAMES)
    const hits: StoryHit[] = []
    for (const [one, other] of pairsToCompare(all)) {
      if (!areOneName(one.name, other.name)) continue
      // The rarer spelling is the likelier slip; of equals, the later.
      const [slip, usual] = one.count < other.count ? [one, other] : [other, one]
      const { line, from, to, first, last } = slip.name
      const usually = `${usual.name.first} ${usual.name.last}`
      hits.push({
        sentence: `“${first} ${last}” here, “${usually}” ${usual.count === 1 ? 'elsewhere' : `${usual.count} times`}: is that one name?`,
        about: [`${first} ${last}`, usually].sort().join(' / '),
        block: slip.block,
        spot: { line, from, to },
      })
    }
    return hits
  },
}

const NOBODY: readonly Name[] = []

type Spelling = { readonly block: number; readonly name: Name; readonly count: number }

/** Only names that share one half can be one name: grouping by halves keeps a long story from being compared each with each. */
function* pairsToCompare(all: readonly Spelling[]): Iterable<readonly [Spelling, Spelling]> {
  for (const half of ['first', 'last'] as const) {
    const groups = new Map<string, Spelling[]>()
    for (const one of all) {
      const group = groups.get(one.name[half])
      if (group === undefined) groups.set(one.name[half], [one])
      else group.push(one)
    }
    for (const group of groups.values())
      for (const [index, one] of group.entries())
        for (const other of group.slice(index + 1)) yield [one, other]
  }
}

/** Words that begin with a capital because a sentence does. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    'the a an and but or nor for so yet if when while where what who why how as at by in into of off on onto out over to under up with ' +
    'after before since until although though because once unless this that these those there then thus they he she it we you i his her ' +
    'its their our my your not no yes all both each every some any many most much few several other another such only even just still ' +
    'also again about according among between during despite like unlike near from is was are were has have had will would can could ' +
    'may might must should do does did meanwhile however instead later earlier now today yesterday last next asked said le la les un une ' +
    'el los las il lo gli de het een en et y e'
  ).split(' '),
)
/** Titles and days: part of no name. */
const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mx dr prof sir dame lord lady saint st president minister senator sen rep representative governor gov mayor judge justice ' +
    'king queen prince princess pope father sister brother captain capt colonel col general gen lieutenant lt sergeant sgt officer detective ' +
    'chief chairman chairwoman chancellor secretary professor doctor mister monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december spokesman spokeswoman'
  ).split(' '),
)

/** Names of a line: the last two words of each run of capitalised words, initials between them left out. */
function namesIn(line: Line): Name[] {
  const names: Name[] = []
  let run: { text: string; from: number; to: number }[] = []
  const close = (): void => {
    while (run.length > 0 && OPENERS.has((run[0]?.text ?? '').toLowerCase())) run.shift()
    const words = run.filter(({ text }) => text.length > 1 && !TITLES.has(text.toLowerCase()))
    const [first, last] = words.slice(-2)
    if (first !== undefined && last !== undefined)
      names.push({ line, from: first.from, to: last.to, first: plain(first.text), last: plain(last.text) })
    run = []
  }
  for (const token of line.tokens) {
    // Most words are small: they end a run and need no closer look.
    if (token.text.charCodeAt(0) === token.lower.charCodeAt(0)) {
      if (run.length > 0) close()
      continue
    }
    const before = run.at(-1)
    const gap = before === undefined ? '' : line.own.slice(before.to, token.start)
    // "John F. Kennedy", "St. John Smith": a full stop belongs to a short word, else it ends the run.
    if (before !== undefined && !/^\s$/.test(gap) && !(gap === '. ' && before.text.length <= 2)) close()
    const text = token.text.replace(/['’]s$/u, '')
    if (isNameWord(text)) run.push({ text, from: token.start, to: token.start + text.length })
    else close()
    if (text !== token.text) close()
  }
  close()
  return names
}

/** A capital and small letters, as in Smith, O'Brien, McKay, Jean-Luc; not NATO, not iPhone, not We're. */
const isNameWord = (text: string): boolean => !CONTRACTION.test(text) && NAME.test(text)
const CONTRACTION = /['’](?:re|ve|ll|t|d|m)$/iu
const NAME = /^(?:\p{Lu}|\p{Lu}[\p{L}\p{M}'’‑-]*\p{Ll}[\p{L}\p{M}'’‑-]*)$/u

/** Typewriter and typographic apostrophes spell the same name. */
const plain = (text: string): string => text.replaceAll('’', "'")
