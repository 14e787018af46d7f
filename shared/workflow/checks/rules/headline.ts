// A story has a headline, and one that fits.
import { headText } from '../../../article/plain-text.ts'
import { lineRule, storyRule } from '../rule.ts'

/** Characters a headline is comfortably shown with, on the page and in what others show of it. */
export const MAX_HEADLINE_CHARS = 100

export const headlineMissing = storyRule(
  { id: 'headline-missing', level: 'ERROR', about: 'The article has a headline.' },
  ({ article, blocks }) => {
    if (headText(article.content, 'headline').trim() !== '') return []
    const sentence = 'There is no headline.'
    const block = blocks.findIndex((one) => one.type === 'headline')
    return [block < 0 ? { sentence, whole: true } : { sentence, block, spot: { path: [] } }]
  },
)

export const headlineLong = lineRule(
  {
    id: 'headline-long',
    level: 'WARN',
    about: `The headline has at most ${MAX_HEADLINE_CHARS} characters.`,
  },
  (line) => {
    if (line.kind !== 'headline') return []
    const length = Array.from(line.text.trim()).length
    if (length <= MAX_HEADLINE_CHARS) return []
    return [
      {
        sentence: `The headline has ${length} characters; more than ${MAX_HEADLINE_CHARS} are cut off in many places.`,
        about: line.text,
        spot: { line, from: 0, to: line.text.length },
      },
    ]
  },
)
