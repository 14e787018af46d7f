// What "New article" makes: the three head lines, so that the editor never has to invent them, and one empty paragraph.
import { SCHEMA_VERSION } from '../schema/version.ts'
import { ARTICLE_VERSION, type Article } from './article.ts'
import { EMPTY_META } from './meta.ts'

/** Id of the first person in a byline. Any short id will do: it is unique within its own draft only. */
const FIRST_PERSON = 'p1'

export function blankArticle(options: {
  readonly language: string
  readonly section?: string
  readonly personName?: string
}): Article {
  const name = options.personName?.trim() ?? ''
  return {
    version: ARTICLE_VERSION,
    schemaVersion: SCHEMA_VERSION,
    content: {
      type: 'doc',
      content: [
        { type: 'kicker' },
        { type: 'headline' },
        { type: 'standfirst' },
        { type: 'paragraph', attrs: { blockId: null } },
      ],
    },
    meta: {
      ...EMPTY_META,
      language: options.language,
      section: options.section ?? '',
      people: name === '' ? [] : [{ id: FIRST_PERSON, rank: 1, lead: 'By', name, role: '', profileUrl: '' }],
    },
  }
}
