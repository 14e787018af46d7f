// What a person should know before an export, in sentences. None of these stops it.
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { OutputProfile } from '#shared/article/output-profile.ts'
import { findTksInArticle } from '#shared/article/tk.ts'
import { slugProblem, slugSourceOf, urlSlugOf } from '#shared/article/url-slug.ts'
import { altOf, publicFigures } from './formats/public-pictures.ts'
import { hasContent } from './formats/story.ts'

export function exportWarnings(article: Article, profile: OutputProfile): string[] {
  const figures = publicFigures(article.content)
  const undescribed = figures.filter(
    (figure) => figure.attrs?.['decorative'] !== true && altOf(figure).trim() === '',
  )
  const empty = countEmptyFigures(article.content)
  const tks = findTksInArticle(article).length
  return [
    tks === 0 ? '' : `${count(tks, 'TK')} in text that readers will see.`,
    urlSlugOf(article) === '' ? (slugProblem(slugSourceOf(article).headline) ?? '') : '',
    undescribed.length === 0 ? '' : `${count(undescribed.length, 'picture')} without a text alternative.`,
    empty === 0 ? '' : `${count(empty, 'figure')} without a picture: left out.`,
    profile.publicationName === '' ? 'The publication has no name yet: the page has no masthead.' : '',
    profile.siteAddress === ''
      ? 'The publication has no site address yet: the page names no canonical address.'
      : '',
  ].filter((sentence) => sentence !== '')
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

function countEmptyFigures(node: NodeJson): number {
  if (node.type === 'stash') return 0
  if (node.type === 'figure') return hasContent(node) ? 0 : 1
  return (node.content ?? []).reduce((sum, child) => sum + countEmptyFigures(child), 0)
}
