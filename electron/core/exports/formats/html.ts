// The HTML page that a newsroom puts in front of readers, and the article alone for pasting into another system.
// A pure walk over the JSON, strings joined: same input, same bytes; no clock, no script, no request to anyone.
import type { ExportFile, ExportInput } from '#shared/article/export-input.ts'
import type { AssetId } from '#shared/article/ids.ts'
import { measureArticle } from '#shared/article/plain-text.ts'
import { createHeadingLevels } from './heading-levels.ts'
import { articleHtml } from './html-article.ts'
import type { BlockContext, PictureSource } from './html-blocks.ts'
import { escapeAttribute, escapeText } from './html-escape.ts'
import { furniture, furnitureLine, timeHtml } from './html-furniture.ts'
import { headHtml } from './html-head.ts'
import { type PageFacts, pageFacts } from './page-facts.ts'
import { pictureFolder, pictureName, pictureOf, publicAssetIds } from './public-pictures.ts'
import { asReadersGet } from './retraction.ts'

/** The page first; after it, when the profile wants them in a folder, its pictures. */
export function exportHtml(given: ExportInput): ExportFile[] {
  const input = asReadersGet(given)
  const facts = pageFacts(input)
  const page: ExportFile = {
    name: `${facts.slug === '' ? 'article' : facts.slug}.html`,
    mime: 'text/html',
    bytes: Buffer.from(pageHtml(input, facts), 'utf8'),
  }
  const { profile } = input
  if (profile.pictures === 'inline') return [page]
  const assetIds = new Set(publicAssetIds(input.article.content))
  if (profile.logo !== null) assetIds.add(profile.logo)
  const pictures = [...assetIds].map((assetId) => {
    const picture = pictureOf(input.pictures, assetId)
    const name = `${pictureFolder(facts.slug)}/${pictureName(assetId, picture)}`
    return { name, mime: picture.mime, bytes: picture.bytes }
  })
  return [page, ...pictures]
}

/** The article element alone, its pictures inside it: there is no folder beside a clipboard. */
export function htmlFragment(given: ExportInput): string {
  const input = asReadersGet({ ...given, profile: { ...given.profile, pictures: 'inline' } })
  const facts = pageFacts(input)
  const attributes = ` lang="${escapeAttribute(facts.language)}" dir="${facts.direction}"`
  const { readerNote, datelineRunIn } = input.article.meta
  return articleHtml(facts, readerNote, datelineRunIn, blockContext(input, facts), attributes)
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
  const { words } = facts
  const ours = furniture(facts)
  const proof = facts.isProof
    ? `<p class="proof"${furnitureLine(facts)}>${escapeText(words.proof)}</p>\n`
    : ''
  return `<!doctype html>
<html lang="${escapeAttribute(facts.language)}" dir="${facts.direction}">
${head}<body>
<a class="skip" href="#main"${ours}>${escapeText(words.skip)}</a>
<header class="masthead">
${mastheadHtml(input, facts)}</header>
<main id="main" tabindex="-1">
${proof}${article}</main>
<footer class="colophon"${ours}>
${policiesHtml(facts)}${recordHtml(facts)}</footer>
</body>
</html>
`
}

/** The publication's name, in letters or as its logo. */
function mastheadHtml(input: ExportInput, facts: PageFacts): string {
  const name = escapeText(facts.publication)
  const { logo } = input.profile
  const sign = logo === null ? name : logoHtml(pictureSource(input, facts.slug, logo), facts.publication)
  if (sign === '') return ''
  const linked = facts.site === null ? sign : `<a href="${escapeAttribute(facts.site)}">${sign}</a>`
  return `<p class="publication">${linked}</p>\n`
}

/** A logo alone is the name of the publication to whoever cannot see it. */
const logoHtml = ({ src, width, height }: PictureSource, name: string): string =>
  `<img class="logo" src="${escapeAttribute(src)}" width="${width}" height="${height}" alt="${escapeAttribute(name)}">`

function policiesHtml({ policies }: PageFacts): string {
  const links = policies.map(
    ({ href, label }) => `<li><a href="${escapeAttribute(href)}">${escapeText(label)}</a></li>\n`,
  )
  return links.length === 0 ? '' : `<ul class="policies">\n${links.join('')}</ul>\n`
}

/** What identifies this very page. The stamps stand here for the print sheet; on screen the head of the article has them. */
function recordHtml(facts: PageFacts): string {
  const { canonical: address, words } = facts
  const entries = [
    address !== null
      ? entry(words.address, `<a href="${escapeAttribute(address)}">${escapeText(address)}</a>`)
      : facts.slug === ''
        ? ''
        : entry(words.identifier, escapeText(facts.slug)),
    facts.published === null
      ? ''
      : entry(stampLabel(words.published), timeHtml(facts.published), 'print-only'),
    facts.updated === null ? '' : entry(stampLabel(words.updated), timeHtml(facts.updated), 'print-only'),
    facts.version === null ? '' : entry(words.version, String(facts.version.number)),
    facts.version === null ? '' : entry(words.hash, `<code>${escapeText(facts.version.hash)}</code>`),
  ].join('')
  return entries === '' ? '' : `<dl class="record">\n${entries}</dl>\n`
}

const entry = (term: string, html: string, className = ''): string =>
  `<div${className === '' ? '' : ` class="${className}"`}><dt>${escapeText(term)}</dt><dd>${html}</dd></div>\n`

/** As a term it stands without the sign or word that leads to the time in a line. */
const stampLabel = (label: string): string => label.replace(/:$/, '')

function blockContext(input: ExportInput, facts: PageFacts): BlockContext {
  let tables = 0
  return {
    levels: createHeadingLevels(),
    nextTable: () => ++tables,
    tableLabel: facts.words.table,
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
  return { ...facts, story: { ...facts.story, headline: [{ type: 'text', text: facts.words.untitled }] } }
}
