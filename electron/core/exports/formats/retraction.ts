// A retraction takes the place of what it retracts: address, headline and byline stay, so that nobody loses the thread;
// standfirst, pictures and text are gone from every format, and the page, its data and its description say what happened.
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import { type PublicNote, shownNotes } from '#shared/article/public-note.ts'
import { textLines } from './text-lines.ts'

/** The newest retraction that stands, or null. */
export const retractionOf = (notes: readonly PublicNote[]): PublicNote | null =>
  shownNotes(notes).find((note) => note.kind === 'retraction') ?? null

/** What readers get of this input. Every format begins with this. */
export function asReadersGet(input: ExportInput): ExportInput {
  const retraction = retractionOf(input.notes)
  return retraction === null ? input : { ...input, article: retracted(input.article, retraction) }
}

function retracted(article: Article, { text }: PublicNote): Article {
  const kept = (article.content.content ?? []).flatMap((block): NodeJson[] =>
    block.type === 'kicker' || block.type === 'headline'
      ? [block]
      : block.type === 'standfirst'
        ? [{ type: 'standfirst' }]
        : [],
  )
  const body = textLines(text).map(
    (line): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }),
  )
  return {
    ...article,
    content: { type: 'doc', content: [...kept, ...body] },
    meta: { ...article.meta, searchDescription: '', searchHeadline: '', socialHeadline: '', readerNote: '' },
  }
}
