import type { DeskFile, HouseTerm } from '#shared/workflow/checks/desk-file.ts'
import { type LabelledCase, says } from './labelled-case.ts'

const term = (words: string, advice: HouseTerm['advice'], rest: Partial<HouseTerm> = {}): HouseTerm => ({
  term: words,
  advice,
  reason: '',
  replacement: '',
  link: '',
  matchCase: false,
  ...rest,
})

const deskFile: DeskFile = {
  version: 1,
  dictionary: [],
  terms: [
    term('chairman', 'amend', { replacement: 'chair' }),
    term('Kiev', 'amend', { replacement: 'Kyiv', reason: 'Since 2019' }),
    term('illegal immigrant', 'amend', {
      reason: 'People are not illegal.',
      link: 'https://example.org/style#i',
    }),
    term('clearly', 'review'),
    term('polish', 'amend', { matchCase: true, replacement: 'Polish' }),
    term('Hague', 'amend', { replacement: 'The Hague' }),
    term('win win', 'fine'),
    term('don’t know', 'review'),
    term('he/she', 'amend', { replacement: 'they' }),
    term('TK Maxx', 'fine'),
    term('co-operate', 'amend', { replacement: 'cooperate' }),
  ],
}

const house = (text: string, ...finds: readonly string[]): LabelledCase => ({
  ...says('en', text, ...finds),
  context: { deskFile },
})

export const houseStyle: readonly LabelledCase[] = [
  house('The chairman of the board left.', 'house-term: chairman'),
  house('Chairman of the board, he left.', 'house-term: Chairman'),
  house('The chairmanship was vacant.'),
  house('The chair of the board left.'),
  house('They flew to Kiev that night.', 'house-term: Kiev'),
  house('They flew to Kyiv that night.'),
  house('An illegal  immigrant was named.', 'house-term: illegal  immigrant'),
  house('It was illegal. Immigrant groups protested.'),
  house('It was clearly a slip.', 'house-term: clearly'),
  house('He bought polish and a Polish car.', 'house-term: polish'),
  house('Judges in Hague and judges in The Hague differ.', 'house-term: Hague'),
  house('It was a win win for all.'),
  house("I don't know and they don’t know.", "house-term: don't know", 'house-term: don’t know'),
  house('When he/she speaks, listen.', 'house-term: he/she'),
  house('The TK Maxx branch is shut.'),
  house('They co‑operate and cooperate.', 'house-term: co‑operate'),
]
