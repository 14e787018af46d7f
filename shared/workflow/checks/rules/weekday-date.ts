// A weekday that is not that day's. Without a year the nearest such date to the article's own day is meant.
import { findDates } from '../written-dates.ts'
import { lineRule } from '../rule.ts'

export const weekdayDate = lineRule(
  { id: 'weekday-date', level: 'WARN', about: 'A weekday fits the date beside it.' },
  (line, { language, day }) =>
    findDates(line.own, language, day).flatMap((date) => {
      const { from, to, weekdayFrom, weekdayTo } = date
      const spot = { line, from, to }
      const words = line.text.slice(from, to)
      if (date.kind === 'no-such-day') return [{ sentence: `There is no such day: “${words}”.`, spot }]
      if (date.isRight) return []
      return [
        {
          sentence: `“${words}”: that day ${date.isYearWritten ? '' : `in ${date.year} `}${date.isPast ? 'was' : 'is'} a ${date.rightEnglish}.`,
          spot,
          fix: { label: `Write “${date.right}”`, from: weekdayFrom, to: weekdayTo, text: date.right },
        },
      ]
    }),
)
