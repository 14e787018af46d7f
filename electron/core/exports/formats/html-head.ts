// The head of the page. Order is fixed: charset first, then the policy, before anything that could load.
import { createHash } from 'node:crypto'
import type { StoryType } from '#shared/article/meta.ts'
import type { Theme } from '#shared/article/output-profile.ts'
import { escapeAttribute, escapeText, scriptJson } from './html-escape.ts'
import { newsArticleJsonLd } from './json-ld.ts'
import { pageCss } from './themes/page-css.ts'
import type { PageFacts } from './page-facts.ts'

export function headHtml(facts: PageFacts, storyType: StoryType, words: number): string {
  const title = facts.searchHeadline === '' ? facts.words.untitled : facts.searchHeadline
  const lines = [
    '<meta charset="utf-8">',
    contentPolicy(facts.theme),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(facts.publication === '' ? title : `${title} – ${facts.publication}`)}</title>`,
    named('description', facts.description),
    named('author', facts.people.map((person) => person.name).join(', ')),
    named('robots', facts.isProof ? 'noindex' : 'max-image-preview:large'),
    '<meta name="color-scheme" content="light dark">',
    facts.canonical === null ? '' : `<link rel="canonical" href="${escapeAttribute(facts.canonical)}">`,
    ...openGraph(facts),
    ...twitterCard(facts),
    `<script type="application/ld+json">${scriptJson(newsArticleJsonLd(facts, storyType, words))}</script>`,
    `<style>${pageCss(facts.theme)}</style>`,
  ]
  return `<head>\n${lines.filter((line) => line !== '').join('\n')}\n</head>\n`
}

/** One theme, one style, one hash. */
const policies = new Map<Theme, string>()

/** Nothing but this page's own style and pictures, from nobody but this page. */
export function contentPolicy(theme: Theme): string {
  let policy = policies.get(theme)
  if (policy === undefined) {
    const hash = createHash('sha256').update(pageCss(theme), 'utf8').digest('base64')
    const rules = [
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "img-src data: 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ]
    policy = `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`
    policies.set(theme, policy)
  }
  return policy
}

function openGraph(facts: PageFacts): string[] {
  return [
    property('og:type', 'article'),
    property('og:title', facts.socialHeadline),
    property('og:description', facts.description),
    property('og:url', facts.canonical ?? ''),
    property('og:site_name', facts.publication),
    property('og:locale', facts.language === 'und' ? '' : facts.language.replaceAll('-', '_')),
    ...facts.pictures
      .slice(0, 1)
      .flatMap((picture) => [
        property('og:image', picture.url),
        property('og:image:width', String(picture.width)),
        property('og:image:height', String(picture.height)),
        property('og:image:alt', picture.alt),
      ]),
    property('article:published_time', facts.published?.datetime ?? ''),
    property('article:modified_time', facts.updated?.datetime ?? ''),
    ...facts.people.map((person) => property('article:author', person.url ?? person.name)),
    property('article:section', facts.section),
    ...facts.topics.map((topic) => property('article:tag', topic)),
  ]
}

function twitterCard(facts: PageFacts): string[] {
  return [
    named('twitter:card', facts.pictures.length > 0 ? 'summary_large_image' : 'summary'),
    named('twitter:title', facts.socialHeadline),
    named('twitter:description', facts.description),
  ]
}

const named = (name: string, content: string): string =>
  content === '' ? '' : `<meta name="${name}" content="${escapeAttribute(content)}">`
const property = (name: string, content: string): string =>
  content === '' ? '' : `<meta property="${name}" content="${escapeAttribute(content)}">`
