// DR1: what the desk's list and search know of an article, derived from what its draft says. Disposable and rebuildable.
import type { ArticleId } from '#shared/article/ids.ts'
import { bylineText } from '#shared/article/byline.ts'
import { bodyText, headText, measureArticle } from '#shared/article/plain-text.ts'
import { findTks, findTksInArticle } from '#shared/article/tk.ts'
import { urlSlugOf } from '#shared/article/url-slug.ts'
import type { DraftReading, GrammarOutcome } from '../drafts/draft-reading.ts'
import type { ArticleProjection } from '../storage/library-store.ts'

/** The row and search text of a reading. A draft this version cannot edit is still listed and found by what can be read of it. */
export function toProjection(articleId: ArticleId, reading: DraftReading): ArticleProjection {
  const { content, meta } = reading.article.ok ? reading.article.value : reading.asStored()
  const tks = reading.article.ok ? findTksInArticle(reading.article.value) : findTks(content)
  return {
    articleId,
    seq: reading.seq,
    headline: headText(content, 'headline'),
    standfirst: headText(content, 'standfirst'),
    slugline: meta.slugline,
    urlSlug: urlSlugOf({ headline: headText(content, 'headline'), urlSlug: meta.urlSlug }),
    section: meta.section,
    byline: bylineText(meta),
    people: meta.people.map((person) => person.name).join('\n'),
    body: bodyText(content, { withStash: true }),
    words: measureArticle(content).words,
    hasTk: tks.length > 0,
    embargo: meta.embargo,
    problem: reading.article.ok ? null : describe(reading.article.error),
  }
}

/** The problem as a tag and its facts; the desk has the words for it. */
function describe(outcome: GrammarOutcome): string {
  switch (outcome.type) {
    case 'SchemaTooNew':
      return `SchemaTooNew ${outcome.stored}`
    case 'UnknownContent':
      return `UnknownContent ${outcome.names.join(', ')}`
    case 'DraftDamaged':
      return `DraftDamaged ${outcome.detail}`
  }
}
