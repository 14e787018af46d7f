// What the page tells machines in schema.org terms, from the same facts as the visible text.
import type { StoryType } from '#shared/article/meta.ts'
import type { Policy } from '#shared/article/policies.ts'
import type { NoteKind } from '#shared/article/public-note.ts'
import type { PageFacts } from './page-facts.ts'

const SUBTYPES: Readonly<Record<StoryType, string | null>> = {
  article: null,
  reportage: 'ReportageNewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  background: 'BackgroundNewsArticle',
  review: 'ReviewNewsArticle',
}

/** The notes that say something was wrong, unclear or withdrawn. An update and a note of the desk correct nothing. */
export const CORRECTING_KINDS: ReadonlySet<NoteKind> = new Set(['correction', 'clarification', 'retraction'])

/** Where schema.org keeps what a publication says of itself. */
const POLICY_TERMS: Readonly<Record<Policy, string>> = {
  corrections: 'correctionsPolicy',
  ethics: 'ethicsPolicy',
  verification: 'verificationFactCheckingPolicy',
  unnamedSources: 'unnamedSourcesPolicy',
  feedback: 'actionableFeedbackPolicy',
  diversity: 'diversityPolicy',
  masthead: 'masthead',
  ownership: 'ownershipFundingInfo',
  mission: 'missionCoveragePrioritiesPolicy',
}

/** Fields that have nothing to say are undefined, which JSON leaves out. */
export function newsArticleJsonLd(facts: PageFacts, storyType: StoryType, words: number): object {
  const subtype = SUBTYPES[storyType]
  const address = facts.canonical ?? undefined
  return {
    '@context': 'https://schema.org',
    '@type': subtype === null ? 'NewsArticle' : ['NewsArticle', subtype],
    '@id': address,
    headline: facts.headline,
    alternativeHeadline: facts.searchHeadline === facts.headline ? undefined : facts.searchHeadline,
    description: said(facts.description),
    image: some(
      facts.pictures.map(({ url, width, height }) => ({
        '@type': 'ImageObject',
        url,
        width: pixels(width),
        height: pixels(height),
      })),
    ),
    datePublished: facts.published?.datetime,
    dateModified: (facts.updated ?? facts.published)?.datetime,
    author: some(facts.people.map(({ name, url }) => ({ '@type': 'Person', name, url: url ?? undefined }))),
    publisher: facts.publication === '' ? undefined : publisherJsonLd(facts),
    articleSection: said(facts.section),
    keywords: some(facts.topics),
    inLanguage: facts.language,
    dateline: said(facts.dateline),
    wordCount: words,
    isAccessibleForFree: true,
    mainEntityOfPage: address === undefined ? undefined : { '@type': 'WebPage', '@id': address },
    identifier: address ?? said(facts.slug),
    version: facts.version?.number,
    creativeWorkStatus: facts.retraction === null ? undefined : 'Retracted',
    correction: some(
      facts.notes
        .filter((note) => CORRECTING_KINDS.has(note.kind))
        .map((note) => ({
          '@type': 'CorrectionComment',
          '@id': address === undefined ? undefined : `${address}#${note.id}`,
          text: note.lines.join('\n'),
          datePublished: note.at.datetime,
        })),
    ),
  }
}

function publisherJsonLd(facts: PageFacts): object {
  return {
    '@type': 'NewsMediaOrganization',
    name: facts.publication,
    url: facts.site ?? undefined,
    logo: facts.logoAddress === null ? undefined : { '@type': 'ImageObject', url: facts.logoAddress },
    foundingDate: said(facts.foundingDate),
    ...Object.fromEntries(facts.policies.map(({ policy, href }) => [POLICY_TERMS[policy], href])),
  }
}

/** schema.org takes a length with its unit, not a bare number. */
const pixels = (size: number): string => `${size} px`
const said = (text: string): string | undefined => (text === '' ? undefined : text)
const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list)
