// The HTML page that a newsroom puts in front of readers, and the article alone for pasting into another system.
// A pure walk over the JSON, strings joined: same input, same bytes; no clock, no script, no request to anyone.
import type { ExportFile, ExportInput, ExportPicture } from '#shared/article/export-input.ts'
import type { AssetId } from '#shared/article/ids.ts'
import { storyWords } from '#shared/article/plain-text.ts'
import { createHeadingLevels } from './heading-levels.ts'
import { articleHtml } from './html-article.ts'
import type { BlockContext, PictureSource } from './html-blocks.ts'
import { escapeAttribute, escapeText } from './html-escape.ts'
import { furniture, furnitureLine, timeHtml } from './html-furniture.ts'
import { frameHtml } from './html-frame.ts'
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
  const head = headHtml(facts, meta.storyType, storyWords(content))
  const article = articleHtml(
    untitledProof(facts),
    meta.readerNote,
    meta.datelineRunIn,
    blockContext(input, facts),
    '',
  )
  const proof = facts.isProof
    ? `<p class="proof"${furnitureLine(facts)}>${escapeText(facts.words.proof)}</p>\n`
    : ''
  const { logo } = input.profile
  const frame = {
    ...facts,
    furniture: furniture(facts),
    logo: logo === null ? null : pictureSource(input, facts.slug, logo),
    record: recordHtml(facts),
  }
  return frameHtml(frame, head, proof + article)
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
      ? dataAddress(picture)
      : `${pictureFolder(slug)}/${pictureName(assetId, picture)}`
  return { src, width: picture.width, height: picture.height }
}

export const dataAddress = ({ mime, bytes }: ExportPicture): string => `data:${mime};base64,${base64(bytes)}`

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** A page needs its h1; only a proof can come this far without a headline. */
function untitledProof(facts: PageFacts): PageFacts {
  if (facts.story.headline.length > 0) return facts
  return { ...facts, story: { ...facts.story, headline: [{ type: 'text', text: facts.words.untitled }] } }
}
