// Everything a page says about itself, derived once: head, JSON-LD, social tags and visible text all read these facts,
// so they cannot disagree.
import type { NodeJson } from '#shared/article/article.ts'
import { type BylinePart, bylineParts } from '#shared/article/byline.ts'
import { datelineText } from '#shared/article/dateline.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import { stampInStyle } from '#shared/article/date-style.ts'
import { localTime, stampDatetime } from '#shared/article/format-stamp.ts'
import { FURNITURE, type FurnitureLanguage, type FurnitureWords } from '#shared/article/furniture.ts'
import type { AssetId, ZonedInstant } from '#shared/article/ids.ts'
import type { OutputProfile, Theme } from '#shared/article/output-profile.ts'
import { POLICIES, type Policy } from '#shared/article/policies.ts'
import { headText } from '#shared/article/plain-text.ts'
import { type NoteKind, type PublicNote, shownNotes } from '#shared/article/public-note.ts'
import { urlSlugOf } from '#shared/article/url-slug.ts'
import { type Direction, directionOf, languageTag } from './language.ts'
import { altOf, assetIdOf, pictureFolder, pictureName, pictureOf, publicFigures } from './public-pictures.ts'
import { publicAddress, webAddress } from './public-address.ts'
import { retractionOf } from './retraction.ts'
import { type Story, storyOf } from './story.ts'
import { textLines } from './text-lines.ts'

export interface StampFact {
  readonly datetime: string
  readonly words: string
}
/** A public note in words; what the page, its data and every other format say of it. */
export interface NoteFact {
  readonly id: PublicNote['id']
  readonly kind: NoteKind
  readonly label: string
  readonly at: StampFact
  readonly lines: readonly string[]
  readonly placement: PublicNote['placement']
}
export interface PolicyFact {
  readonly policy: Policy
  readonly label: string
  readonly href: string
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
  /** The page's own words. */
  readonly words: FurnitureWords
  /** Their language where it is not the article's; null where it is. */
  readonly furnitureTag: FurnitureLanguage | null
  readonly theme: Theme
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
  /** Newest first. */
  readonly notes: readonly NoteFact[]
  /** One of the notes: the page is about nothing else any more. */
  readonly retraction: NoteFact | null
  readonly slug: string
  /** Absolute address of the page, or null. */
  readonly canonical: string | null
  readonly publication: string
  readonly site: string | null
  readonly policies: readonly PolicyFact[]
  readonly foundingDate: string
  /** The public address of the logo, for machines. */
  readonly logoAddress: string | null
  /** Pictures that have an address of their own which others can fetch, in order. */
  readonly pictures: readonly PictureFact[]
  readonly version: ExportInput['version']
}

/** `input` as readers get it (retraction.ts). */
export function pageFacts(input: ExportInput): PageFacts {
  const { article, profile, stamps } = input
  const { meta } = article
  const story = storyOf(article.content)
  const headline = headText(article.content, 'headline').trim()
  const language = languageTag(meta.language)
  const words = FURNITURE[profile.furnitureLanguage]
  const slug = urlSlugOf({ headline, urlSlug: meta.urlSlug })
  const section = meta.section.trim()
  const isProof = input.purpose === 'proof'
  const published = stamps.published === null ? null : localTime(stamps.published.at, profile.zone)
  // A proof is nobody's canonical page.
  const canonical = isProof ? null : publicAddress(profile, { slug, section, published })
  const notes = noteFacts(input)
  const retractionId = retractionOf(input.notes)?.id
  const retraction = notes.find((note) => note.id === retractionId) ?? null
  const searchHeadline =
    retraction === null ? meta.searchHeadline.trim() || headline : `${retraction.label}: ${headline}`
  return {
    story,
    language,
    direction: meta.direction === 'auto' ? directionOf(language) : meta.direction,
    words,
    furnitureTag: language.split('-')[0] === profile.furnitureLanguage ? null : profile.furnitureLanguage,
    theme: profile.theme,
    isProof,
    headline,
    searchHeadline,
    socialHeadline: meta.socialHeadline.trim() || searchHeadline,
    description:
      retraction === null
        ? meta.searchDescription.trim() || headText(article.content, 'standfirst').trim()
        : retraction.lines.join(' '),
    byline: bylineParts(meta),
    people: peopleOf(bylineParts(meta)),
    section,
    topics: meta.topics.map((topic) => topic.trim()).filter((topic) => topic !== ''),
    dateline: datelineText(meta),
    published: stampFact(stamps.published, profile),
    // Updated means updated since publication; without a Published stamp it would say nothing.
    updated: stamps.published === null ? null : stampFact(stamps.updated, profile),
    notes,
    retraction,
    slug,
    canonical,
    publication: profile.publicationName.trim(),
    site: webAddress(profile.siteAddress),
    policies: policyFacts(profile),
    foundingDate: profile.foundingDate,
    logoAddress: webAddress(profile.logoUrl),
    pictures: canonical === null ? [] : publicPictures(input, slug, canonical),
    version: input.version,
  }
}

/** What the publication says of itself elsewhere. */
export function policyFacts(profile: OutputProfile): readonly PolicyFact[] {
  const labels = FURNITURE[profile.furnitureLanguage].policies
  return POLICIES.flatMap((policy) => {
    const href = webAddress(profile.policies[policy])
    return href === null ? [] : [{ policy, label: labels[policy], href }]
  })
}

/** The notes that stand, newest first, in the words of the page. */
export function noteFacts({
  notes,
  profile,
}: {
  readonly notes: readonly PublicNote[]
  readonly profile: OutputProfile
}): readonly NoteFact[] {
  const { noteKinds } = FURNITURE[profile.furnitureLanguage]
  return shownNotes(notes).map(({ id, kind, text, at, placement }) => ({
    id,
    kind,
    label: noteKinds[kind],
    at: stampFactOf(at, profile),
    lines: textLines(text),
    placement,
  }))
}

const stampFact = (stamp: ZonedInstant | null, profile: OutputProfile): StampFact | null =>
  stamp === null ? null : stampFactOf(stamp, profile)

/** A stamp as machines and as readers get it, in the zone and style of the publication. */
export const stampFactOf = (stamp: ZonedInstant, profile: OutputProfile): StampFact => ({
  datetime: stampDatetime(stamp, profile.zone),
  words: stampInStyle(stamp, profile),
})

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

/** Absolute addresses of the pictures in the folder beside the page, each once; inlined ones have none. */
function publicPictures(input: ExportInput, slug: string, canonical: string): readonly PictureFact[] {
  if (input.profile.pictures === 'inline') return []
  const figures = new Map<AssetId, NodeJson>()
  for (const figure of publicFigures(input.article.content)) {
    const assetId = assetIdOf(figure)
    if (!figures.has(assetId)) figures.set(assetId, figure)
  }
  return [...figures].map(([assetId, figure]) => {
    const picture = pictureOf(input.pictures, assetId)
    const url = new URL(`${pictureFolder(slug)}/${pictureName(assetId, picture)}`, canonical).href
    return { url, width: picture.width, height: picture.height, alt: altOf(figure) }
  })
}
