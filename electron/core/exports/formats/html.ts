// The HTML page that a newsroom puts in front of readers, and the article alone for pasting into another system.
// A pure walk over the JSON, strings joined: same input, same bytes; no clock, no script, no request to anyone.
import type { ExportFile, ExportInput } from '#shared/article/export-input.ts'
import type { AssetId } from '#shared/article/ids.ts'
import { measureArticle } from '#shared/article/plain-text.ts'
import { createHeadingLevels } from './heading-levels.ts'
import { articleHtml, furniture, furnitureLine, timeHtml } from './html-article.ts'
import type { BlockContext, PictureSource } from './html-blocks.ts'
import { escapeAttribute, escapeText } from './html-escape.ts'
import { headHtml, UNTITLED } from './html-head.ts'
import { type PageFacts, pageFacts } from './page-facts.ts'
import { pictureFolder, pictureName, pictureOf, publicAssetIds } from './public-pictures.ts'

/** The page first; after it, when the profile wants them in a folder, its pictures. */
export function exportHtml(input: ExportInput): ExportFile[] {
  const facts = pageFacts(input)
  const page: ExportFile = {
    name: `${facts.slug === '' ? 'article' : facts.slug}.html`,
    mime: 'text/html',
    bytes: Buffer.from(pageHtml(input, facts), 'utf8'),
  }
  if (input.profile.pictures === 'inline') return [page]
  const pictures = publicAssetIds(input.article.content).map((assetId) => {
    const picture = pictureOf(input.pictures, assetId)
    const name = `${pictureFolder(facts.slug)}/${pictureName(assetId, picture)}`
    return { name, mime: picture.mime, bytes: picture.bytes }
  })
  return [page, ...pictures]
}

/** The article element alone, its pictures inside it: there is no folder beside a clipboard. */
export function htmlFragment(input: ExportInput): string {
  const inline: ExportInput = { ...input, profile: { ...input.profile, pictures: 'inline' } }
  const facts = pageFacts(inline)
  const attributes = ` lang="${escapeAttribute(facts.language)}" dir="${facts.direction}"`
  const { readerNote, datelineRunIn } = input.article.meta
  return articleHtml(facts, readerNote, datelineRunIn, blockContext(inline, facts), attributes)
}

function pageHtml(input: ExportInput, facts: PageFacts): string {
  const { meta, content } = input.article
  const head = headHtml(facts, meta.storyType, measureArticle(content).words)
  const article = articleHtml(
    untitledProof(facts),
    meta.readerNote,
    meta.datelineRunIn,
    blockContext(input, facts),
    '',
  )
  const english = furniture(facts)
  const proof = facts.isProof
    ? `<p class="proof"${furnitureLine(facts)}>Proof. Not for publication.</p>\n`
    : ''
  return `<!doctype html>
<html lang="${escapeAttribute(facts.language)}" dir="${facts.direction}">
${head}<body>
<a class="skip" href="#main"${english}>Skip to main content</a>
<header class="masthead">
${mastheadHtml(facts)}</header>
<main id="main" tabindex="-1">
${proof}${article}</main>
<footer class="colophon"${english}>
${policiesHtml(facts)}${recordHtml(facts)}</footer>
</body>
</html>
`
}

function mastheadHtml(facts: PageFacts): string {
  const name = escapeText(facts.publication)
  if (name === '') return ''
  const linked = facts.site === null ? name : `<a href="${escapeAttribute(facts.site)}">${name}</a>`
  return `<p class="publication">${linked}</p>\n`
}

function policiesHtml(facts: PageFacts): string {
  const policies = [
    ['Corrections policy', facts.correctionsPolicy],
    ['Ethics policy', facts.ethicsPolicy],
  ] as const
  const links = policies.flatMap(([label, href]) =>
    href === null ? [] : [`<li><a href="${escapeAttribute(href)}">${label}</a></li>\n`],
  )
  return links.length === 0 ? '' : `<ul class="policies">\n${links.join('')}</ul>\n`
}

/** What identifies this very page. The stamps stand here for the print sheet; on screen the head of the article has them. */
function recordHtml(facts: PageFacts): string {
  const address = facts.canonical
  const entries = [
    address !== null
      ? entry('Address', `<a href="${escapeAttribute(address)}">${escapeText(address)}</a>`)
      : facts.slug === ''
        ? ''
        : entry('Identifier', escapeText(facts.slug)),
    facts.published === null ? '' : entry('Published', timeHtml(facts.published), 'print-only'),
    facts.updated === null ? '' : entry('Updated', timeHtml(facts.updated), 'print-only'),
    facts.version === null ? '' : entry('Version', String(facts.version.number)),
    facts.version === null
      ? ''
      : entry('SHA-256 of the text', `<code>${escapeText(facts.version.hash)}</code>`),
  ].join('')
  return entries === '' ? '' : `<dl class="record">\n${entries}</dl>\n`
}

const entry = (term: string, html: string, className = ''): string =>
  `<div${className === '' ? '' : ` class="${className}"`}><dt>${term}</dt><dd>${html}</dd></div>\n`

function blockContext(input: ExportInput, facts: PageFacts): BlockContext {
  let tables = 0
  return {
    levels: createHeadingLevels(),
    nextTable: () => ++tables,
    pictureSource: (assetId) => pictureSource(input, facts.slug, assetId),
  }
}

function pictureSource(input: ExportInput, slug: string, assetId: AssetId): PictureSource {
  const picture = pictureOf(input.pictures, assetId)
  const src =
    input.profile.pictures === 'inline'
      ? `data:${picture.mime};base64,${base64(picture.bytes)}`
      : `${pictureFolder(slug)}/${pictureName(assetId, picture)}`
  return { src, width: picture.width, height: picture.height }
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** A page needs its h1; only a proof can come this far without a headline. */
function untitledProof(facts: PageFacts): PageFacts {
  if (facts.story.headline.length > 0) return facts
  return { ...facts, story: { ...facts.story, headline: [{ type: 'text', text: UNTITLED }] } }
}
