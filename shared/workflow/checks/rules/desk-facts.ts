// What the desk knows and the article does not: other pages' addresses, the clock, the lawyer.
import { stampWords } from '../../../article/format-stamp.ts'
import { storyRule } from '../rule.ts'

export const slugTaken = storyRule(
  { id: 'slug-taken', level: 'ERROR', about: 'No other article has the same public address.' },
  ({ context }) => {
    const published = context.sameAddress.filter((other) => other.isPublished)
    const [other, ...more] = published.length > 0 ? published : context.sameAddress
    if (other === undefined) return []
    const title =
      other.headline.trim() === '' ? 'an article without a headline' : `“${other.headline.trim()}”`
    return [
      {
        sentence: `The address ${published.length > 0 ? 'is taken by' : 'would also be that of'} ${title}${more.length === 0 ? '' : ` and ${more.length} more`}.`,
        // Two drafts may yet part; a page that stands would be overwritten.
        level: published.length > 0 ? 'ERROR' : 'WARN',
        field: 'urlSlug',
      },
    ]
  },
)

export const embargoPast = storyRule(
  { id: 'embargo-past', level: 'WARN', about: 'An embargo lies ahead.' },
  ({ article, context }) => {
    const { embargo } = article.meta
    if (embargo === null || embargo.at >= context.now) return []
    return [
      {
        sentence: `The embargo ended on ${stampWords(embargo, embargo.zone)}: take it away, or set the one that is meant.`,
        about: String(embargo.at),
        field: 'embargo',
      },
    ]
  },
)

export const legalOpen = storyRule(
  { id: 'legal-open', level: 'ERROR', about: 'What needs a lawyer has been cleared.' },
  ({ context }) =>
    context.legal === 'required'
      ? [{ sentence: 'Legal clearance is required and has not been given.', whole: true }]
      : [],
)
