// Every rule, in the order in which findings of one level and place are shown.
import { legalOpen, embargoPast, slugTaken } from './rules/desk-facts.ts'
import { doubleWord } from './rules/double-word.ts'
import {
  bylineMissing,
  languageMissing,
  sectionMissing,
  slugMissing,
  standfirstMissing,
} from './rules/fields.ts'
import { headingGap } from './rules/heading-gap.ts'
import { headlineNumber } from './rules/headline-number.ts'
import { headlineLong, headlineMissing } from './rules/headline.ts'
import { houseTerm } from './rules/house-term.ts'
import { linkEmpty, linkText } from './rules/links.ts'
import { nameSpelling } from './rules/name-spelling.ts'
import { percentSum } from './rules/percent-sum.ts'
import { pictureAlt, pictureCredit } from './rules/pictures.ts'
import { quoteOpen } from './rules/quote-open.ts'
import { stashPresent, suggestionsOpen, threadsOpen } from './rules/review.ts'
import { standfirstRepeats } from './rules/standfirst-repeats.ts'
import { tk } from './rules/tk.ts'
import { weekdayDate } from './rules/weekday-date.ts'
import type { Rule } from './rule.ts'

export const RULES: readonly Rule<unknown>[] = [
  headlineMissing,
  headlineLong,
  headlineNumber,
  standfirstMissing,
  standfirstRepeats,
  bylineMissing,
  sectionMissing,
  slugMissing,
  slugTaken,
  languageMissing,
  embargoPast,
  legalOpen,
  suggestionsOpen,
  threadsOpen,
  tk,
  houseTerm,
  doubleWord,
  quoteOpen,
  weekdayDate,
  nameSpelling,
  percentSum,
  pictureAlt,
  pictureCredit,
  linkEmpty,
  linkText,
  headingGap,
  stashPresent,
]
