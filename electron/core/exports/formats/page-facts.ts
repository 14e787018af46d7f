// Everything a page says about itself, derived once: head, JSON-LD, social tags and visible text all read these facts,
// so they cannot disagree.
import { type BylinePart, bylineParts } from '#shared/article/byline.ts'
import { datelineText } from '#shared/article/dateline.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import { localTime, stampDatetime, stampWords } from '#shared/article/format-stamp.ts'
import type { ZonedInstant } from '#shared/article/ids.ts'
import { headText } from '#shared/article/plain-text.ts'
import { urlSlugOf } from '#shared/article/url-slug.ts'
import { type Direction, directionOf, isEnglish, languageTag } from './language.ts'
import { altOf, assetIdOf, pictureFolder, pictureName, pictureOf, publicFigures } from './public-pictures.ts'
import { publicAddress, webAddress } from './public-address.ts'
import { type Story, storyOf } from './story.ts'

export interface StampFact {
  readonly datetime: string
  readonly words: string
}
export interface PersonFact {
  readonly name: string
  readonly url: string | null
}
export interface PictureFact {
  readonly url: string
  readonly width: number
  readonly height: number
  readonly alt: string
}
export interface PageFacts {
  readonly story: Story
  readonly language: string
  readonly direction: Direction
  readonly isEnglish: boolean
  readonly isProof: boolean
  readonly headline: string
  /** For the window title and search results. */
  readonly searchHeadline: string
  readonly socialHeadline: string
  readonly description: string
  readonly byline: readonly BylinePart[]
  /** Everyone named in the byline, in order, each once. */
  readonly people: readonly PersonFact[]
  readonly section: string
  readonly topics: readonly string[]
  readonly dateline: string
  readonly published: StampFact | null
  readonly updated: StampFact | null
  readonly slug: string
  /** Absolute address of the page, or null. */
  readonly canonical: string | null
  readonly publication: string
  readonly site: string | null
  readonly correctionsPolicy: string | null
  readonly ethicsPolicy: string | null
  readonly logo: string | null
  /** Pictures that have an address of their own which others can fetch, in order. */
  readonly pictures: readonly PictureFact[]
  readonly version: ExportInput['version']
}

export function pageFacts(input: ExportInput): PageFacts {
  const { article, profile, stamps } = input
  const { meta } = article
  const story = storyOf(article.content)
  const headline = headText(article.content, 'headline').trim()
  const language = languageTag(meta.language)
  const slug = urlSlugOf({ headline, urlSlug: meta.urlSlug })
  const section = meta.section.trim()
  const isProof = input.purpose === 'proof'
  const published = stamps.published === null ? null : localTime(stamps.published.at, profile.zone)
  // A proof is nobody's canonical page.
  const canonical = isProof ? null : publicAddress(profile, { slug, section, published })
  const searchHeadline = meta.searchHeadline.trim() || headline
  return {
    story,
    language,
    direction: meta.direction === 'auto' ? directionOf(language) : meta.direction,
    isEnglish: isEnglish(language),
    isProof,
    headline,
    searchHeadline,
    socialHeadline: meta.socialHeadline.trim() || searchHeadline,
    description: meta.searchDescription.trim() || headText(article.content, 'standfirst').trim(),
    byline: bylineParts(meta),
    people: peopleOf(bylineParts(meta)),
    section,
    topics: meta.topics.map((topic) => topic.trim()).filter((topic) => topic !== ''),
    dateline: datelineText(meta),
    published: stampFact(stamps.published, profile.zone),
    // Updated means updated since publication; without a Published stamp it would say nothing.
    updated: stamps.published === null ? null : stampFact(stamps.updated, profile.zone),
    slug,
    canonical,
    publication: profile.publicationName.trim(),
    site: webAddress(profile.siteAddress),
    correctionsPolicy: webAddress(profile.policies.corrections),
    ethicsPolicy: webAddress(profile.policies.ethics),
    logo: webAddress(profile.logoUrl),
    pictures: canonical === null ? [] : publicPictures(input, slug, canonical),
    version: input.version,
  }
}

function stampFact(stamp: ZonedInstant | null, zone: string): StampFact | null {
  return stamp === null ? null : { datetime: stampDatetime(stamp, zone), words: stampWords(stamp, zone) }
}

function peopleOf(parts: readonly BylinePart[]): readonly PersonFact[] {
  const people = new Map<string, PersonFact>()
  for (const part of parts) {
    if (part.kind !== 'name') continue
    const url = webAddress(part.person.profileUrl)
    const known = people.get(part.text)
    if (known === undefined || known.url === null) people.set(part.text, { name: part.text, url })
  }
  return [...people.values()]
}

/** Absolute addresses of the pictures in the folder beside the page; inlined ones have none. */
function publicPictures(input: ExportInput, slug: string, canonical: string): readonly PictureFact[] {
  if (input.profile.pictures === 'inline') return []
  return publicFigures(input.article.content).map((figure) => {
    const assetId = assetIdOf(figure)
    const picture = pictureOf(input.pictures, assetId)
    const url = new URL(`${pictureFolder(slug)}/${pictureName(assetId, picture)}`, canonical).href
    return { url, width: picture.width, height: picture.height, alt: altOf(figure) }
  })
}
