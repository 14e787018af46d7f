// The article element: head in the order readers expect, body, note to readers. The same for the page and the fragment.
import { DATELINE_DASH } from '#shared/article/dateline.ts'
import type { NodeJson } from '#shared/article/article.ts'
import { type BlockContext, blocksHtml, figureHtml, shownBlocksHtml } from './html-blocks.ts'
import { escapeAttribute, escapeText } from './html-escape.ts'
import { furniture, furnitureLine, timeHtml } from './html-furniture.ts'
import { inlineHtml } from './html-inline.ts'
import { highNotesHtml, lowNotesHtml, notesLineHtml, retractionHtml } from './html-notes.ts'
import type { PageFacts, StampFact } from './page-facts.ts'
import { textLines } from './text-lines.ts'

/** `attributes`: what the element itself carries, '' or with a leading space. */
export function articleHtml(
  facts: PageFacts,
  readerNote: string,
  isDatelineRunIn: boolean,
  context: BlockContext,
  attributes: string,
): string {
  const main =
    facts.retraction === null
      ? `${highNotesHtml(facts)}<div class="body">\n${bodyHtml(facts, isDatelineRunIn, context)}</div>\n`
      : retractionHtml(facts, facts.retraction)
  const head = articleHead(facts, context)
  return `<article${attributes}>\n${head}${main}${endHtml(readerNote, facts, context)}</article>\n`
}

function articleHead(facts: PageFacts, context: BlockContext): string {
  const { story } = facts
  const kicker = story.kicker.length > 0 ? inlineHtml(story.kicker) : escapeText(facts.section)
  const lines = [
    kicker === '' ? '' : `<p class="kicker">${kicker}</p>\n`,
    story.headline.length === 0 ? '' : `<h1>${inlineHtml(story.headline)}</h1>\n`,
    story.standfirst.length === 0 ? '' : `<p class="standfirst">${inlineHtml(story.standfirst)}</p>\n`,
    bylineHtml(facts),
    stampsHtml(facts),
    notesLineHtml(facts),
    story.lead === null ? '' : figureHtml(story.lead, context, 'eager'),
  ]
  return `<header class="head">\n${lines.join('')}</header>\n`
}

function bylineHtml(facts: PageFacts): string {
  if (facts.byline.length === 0) return ''
  const urls = new Map(facts.people.map((person) => [person.name, person.url]))
  const html = facts.byline.map((part) => {
    const text = escapeText(part.text)
    if (part.kind === 'words') return text
    if (part.kind === 'role') return `<span class="role">${text}</span>`
    const url = urls.get(part.text) ?? null
    return url === null
      ? `<span class="person">${text}</span>`
      : `<a class="person" rel="author" href="${escapeAttribute(url)}">${text}</a>`
  })
  return `<p class="byline">${html.join('')}</p>\n`
}

function stampsHtml(facts: PageFacts): string {
  const stamp = (label: string, fact: StampFact | null): string =>
    fact === null
      ? ''
      : `<span class="stamp"${furnitureLine(facts)}>${escapeText(label)} ${timeHtml(fact)}</span>`
  const stamps = [
    stamp(facts.words.published, facts.published),
    stamp(facts.words.updated, facts.updated),
  ].filter((span) => span !== '')
  return stamps.length === 0 ? '' : `<p class="stamps">${stamps.join(' ')}</p>\n`
}

/** Run in, the dateline opens the first paragraph; before anything else, or by choice, it stands alone. */
function bodyHtml(facts: PageFacts, isRunIn: boolean, context: BlockContext): string {
  const { body } = facts.story
  if (facts.dateline === '') return shownBlocksHtml(body, context)
  const [first, ...rest] = body
  const place = escapeText(facts.dateline)
  if (!isRunIn || first?.type !== 'paragraph')
    return `<p class="dateline">${place}</p>\n${shownBlocksHtml(body, context)}`
  const dateline = `<span class="dateline">${place}${DATELINE_DASH}</span>`
  return `<p>${dateline}${inlineHtml(first.content ?? [])}</p>\n${shownBlocksHtml(rest, context)}`
}

function endHtml(readerNote: string, facts: PageFacts, context: BlockContext): string {
  const parts = readerNoteHtml(readerNote, facts, context) + lowNotesHtml(facts)
  return parts === '' ? '' : `<footer class="end-matter">\n${parts}</footer>\n`
}

function readerNoteHtml(readerNote: string, facts: PageFacts, context: BlockContext): string {
  const paragraphs = textLines(readerNote).map(
    (text): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text }] }),
  )
  if (paragraphs.length === 0) return ''
  return `<section class="reader-note">\n<h2${furniture(facts)}>${escapeText(facts.words.readerNote)}</h2>\n${blocksHtml(paragraphs, context)}</section>\n`
}
