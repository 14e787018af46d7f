// What a page wants and this article does not have yet. Hints, not errors: nothing here stops anybody.
import type { NodeJson } from '#shared/article/article.ts'
import type { ArticleMeta } from '#shared/article/meta.ts'
import { headText, inlineText } from '#shared/article/plain-text.ts'

export interface Hint {
  readonly place: string
  readonly text: string
  /** Index of the top-level block, or null for a field. */
  readonly block: number | null
}

export function fieldHints(content: NodeJson, meta: ArticleMeta): Hint[] {
  const hints: Hint[] = []
  const blockOf = (type: string) => {
    const at = (content.content ?? []).findIndex((node) => node.type === type)
    return at < 0 ? null : at
  }
  if (headText(content, 'headline').trim() === '')
    hints.push({ place: 'headline', text: 'There is no headline.', block: blockOf('headline') })
  if (headText(content, 'standfirst').trim() === '')
    hints.push({ place: 'standfirst', text: 'There is no standfirst.', block: blockOf('standfirst') })
  if (!meta.people.some((person) => person.name.trim() !== '') && meta.bylineTail.trim() === '')
    hints.push({ place: 'byline', text: 'Nobody is named in the byline.', block: null })
  if (meta.section.trim() === '') hints.push({ place: 'section', text: 'No section is chosen.', block: null })
  let pictures = 0
  for (const [block, node] of (content.content ?? []).entries()) {
    if (node.type !== 'figure') continue
    pictures++
    const { alt, decorative } = node.attrs ?? {}
    if (decorative !== true && (typeof alt !== 'string' || alt.trim() === ''))
      hints.push({
        place: `picture ${pictures}`,
        text: `Picture ${pictures} has no text alternative.`,
        block,
      })
    if (!hasText(node, 'credit'))
      hints.push({ place: `picture ${pictures}`, text: `Picture ${pictures} has no credit.`, block })
  }
  return hints
}

function hasText(figure: NodeJson, type: string): boolean {
  return (figure.content ?? []).some((part) => part.type === type && inlineText(part).trim() !== '')
}
