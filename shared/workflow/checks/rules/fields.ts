// The fields a page cannot do without, each said once.
import { bylineText } from '../../../article/byline.ts'
import { headText } from '../../../article/plain-text.ts'
import { slugProblem, slugSourceOf, urlSlugOf } from '../../../article/url-slug.ts'
import { isLanguageTag } from '../../../schema/marks/language-run.ts'
import { storyRule } from '../rule.ts'

export const standfirstMissing = storyRule(
  { id: 'standfirst-missing', level: 'INFO', about: 'The article has a standfirst.' },
  ({ article, blocks }) => {
    if (headText(article.content, 'standfirst').trim() !== '') return []
    const sentence = 'There is no standfirst.'
    const block = blocks.findIndex((one) => one.type === 'standfirst')
    return [block < 0 ? { sentence, whole: true } : { sentence, block, spot: { path: [] } }]
  },
)

export const bylineMissing = storyRule(
  { id: 'byline-missing', level: 'WARN', about: 'Somebody or some agency is named in the byline.' },
  ({ article }) =>
    bylineText(article.meta).trim() === ''
      ? [{ sentence: 'Nobody is named in the byline.', field: 'people' }]
      : [],
)

export const sectionMissing = storyRule(
  { id: 'section-missing', level: 'WARN', about: 'A section is chosen.' },
  ({ article }) =>
    article.meta.section.trim() === '' ? [{ sentence: 'No section is chosen.', field: 'section' }] : [],
)

export const slugMissing = storyRule(
  { id: 'slug-missing', level: 'ERROR', about: 'The page has an address of its own.' },
  ({ article }) => {
    const source = slugSourceOf(article)
    // Without a headline and an address the missing headline says it.
    if (urlSlugOf(article) !== '' || (source.headline.trim() === '' && source.urlSlug.trim() === ''))
      return []
    const sentence = slugProblem(source.urlSlug.trim() === '' ? source.headline : source.urlSlug)
    return [{ sentence: sentence ?? 'The page has no address.', field: 'urlSlug' }]
  },
)

export const languageMissing = storyRule(
  { id: 'language-missing', level: 'ERROR', about: 'The language of the article is set.' },
  ({ article }) => {
    const { language } = article.meta
    const isUnset = language.trim() === '' || /^und\b/i.test(language)
    if (!isUnset && isLanguageTag(language)) return []
    return [
      {
        sentence: isUnset
          ? 'No language is set: screen readers and search would have to guess it.'
          : `“${language}” is not a language tag like en-GB.`,
        field: 'language',
      },
    ]
  },
)
