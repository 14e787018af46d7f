// The corrections of a publication, as a page for readers and as JSON for whoever counts them: what was wrong in which article,
// and when readers were told. The newest first.
import type { ExportFile, ExportPicture } from '#shared/article/export-input.ts'
import { localTime } from '#shared/article/format-stamp.ts'
import { FURNITURE } from '#shared/article/furniture.ts'
import type { ZonedInstant } from '#shared/article/ids.ts'
import type { OutputProfile } from '#shared/article/output-profile.ts'
import { type NoteKind, type PublicNote, shownNotes } from '#shared/article/public-note.ts'
import { canonicalText } from './canonical-text.ts'
import { dataAddress } from './html.ts'
import { escapeAttribute, escapeText } from './html-escape.ts'
import { frameHtml } from './html-frame.ts'
import { timeHtml } from './html-furniture.ts'
import { contentPolicy } from './html-head.ts'
import { directionOf, languageTag } from './language.ts'
import { CORRECTING_KINDS } from './json-ld.ts'
import { policyFacts, stampFactOf } from './page-facts.ts'
import { webAddress } from './public-address.ts'
import { textLines } from './text-lines.ts'
import { pageCss } from './themes/page-css.ts'

export interface CorrectedArticle {
  /** As readers last had it. */
  readonly headline: string
  readonly language: string
  /** Where readers find it, or null. */
  readonly address: string | null
  readonly notes: readonly PublicNote[]
}
export interface CorrectionsLog {
  readonly articles: readonly CorrectedArticle[]
  readonly profile: OutputProfile
  readonly logo: ExportPicture | null
}
export const CORRECTIONS_FORMAT = 'stet-corrections'

interface Entry {
  readonly article: CorrectedArticle
  readonly id: string
  readonly kind: NoteKind
  readonly label: string
  readonly at: ZonedInstant
  readonly lines: readonly string[]
}

export function correctionsPage(log: CorrectionsLog): ExportFile {
  const { profile, logo } = log
  const words = FURNITURE[profile.furnitureLanguage]
  const publication = profile.publicationName.trim()
  const frame = {
    language: profile.furnitureLanguage,
    direction: words.direction,
    furniture: '',
    words,
    publication,
    site: webAddress(profile.siteAddress),
    logo: logo === null ? null : { src: dataAddress(logo), width: logo.width, height: logo.height },
    policies: policyFacts(profile),
    record: '',
  }
  const title = publication === '' ? words.correctionsLog : `${words.correctionsLog} – ${publication}`
  const head = `<head>
<meta charset="utf-8">
${contentPolicy(profile.theme)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<meta name="color-scheme" content="light dark">
<style>${pageCss(profile.theme)}</style>
</head>
`
  const main = `<article class="log">\n<header class="head">\n<h1>${escapeText(words.correctionsLog)}</h1>\n</header>\n<div class="body">\n${listHtml(log)}</div>\n</article>\n`
  return {
    name: 'corrections.html',
    mime: 'text/html',
    bytes: Buffer.from(frameHtml(frame, head, main), 'utf8'),
  }
}

export function correctionsJson(log: CorrectionsLog): ExportFile {
  const { profile } = log
  const json = canonicalText({
    format: CORRECTIONS_FORMAT,
    formatVersion: 1,
    publication: profile.publicationName.trim(),
    corrections: entriesOf(log).map(({ article, id, kind, at, lines }) => ({
      kind,
      at: stampFactOf(at, profile).datetime,
      zone: profile.zone,
      text: lines.join('\n'),
      headline: article.headline,
      language: languageTag(article.language),
      address: article.address === null ? null : `${article.address}#${id}`,
    })),
  })
  return { name: 'corrections.json', mime: 'application/json', bytes: Buffer.from(`${json}\n`, 'utf8') }
}

/** How many corrections the log lists. */
export const countCorrections = (log: CorrectionsLog): number => entriesOf(log).length

function listHtml(log: CorrectionsLog): string {
  const { profile } = log
  const entries = entriesOf(log)
  if (entries.length === 0) {
    const { noCorrections } = FURNITURE[profile.furnitureLanguage]
    return `<p>${escapeText(noCorrections)}</p>\n`
  }
  const years = new Map<number, Entry[]>()
  for (const entry of entries) {
    const { year } = localTime(entry.at.at, profile.zone)
    years.set(year, [...(years.get(year) ?? []), entry])
  }
  return [...years]
    .map(([year, list]) => {
      const items = list.map((entry) => entryHtml(entry, profile)).join('')
      return `<section class="notes">\n<h2>${year}</h2>\n<ul>\n${items}</ul>\n</section>\n`
    })
    .join('')
}

function entryHtml({ article, id, label, at, lines }: Entry, profile: OutputProfile): string {
  const tag = languageTag(article.language)
  const own =
    tag === profile.furnitureLanguage ? '' : ` lang="${escapeAttribute(tag)}" dir="${directionOf(tag)}"`
  const headline = escapeText(article.headline)
  const linked =
    article.address === null
      ? headline
      : `<a href="${escapeAttribute(`${article.address}#${id}`)}">${headline}</a>`
  const words = lines.map((line) => `<p${own}>${escapeText(line)}</p>\n`).join('')
  return `<li>\n<p class="note-head"><strong>${escapeText(label)}</strong> ${timeHtml(stampFactOf(at, profile))}</p>\n<p class="log-headline"${own}>${linked}</p>\n${words}</li>\n`
}

function entriesOf({ articles, profile }: CorrectionsLog): readonly Entry[] {
  const { noteKinds } = FURNITURE[profile.furnitureLanguage]
  return articles
    .flatMap((article) =>
      shownNotes(article.notes)
        .filter(({ kind }) => CORRECTING_KINDS.has(kind))
        .map(({ id, kind, at, text }): Entry => {
          return { article, id, kind, label: noteKinds[kind], at, lines: textLines(text) }
        }),
    )
    .sort((a, b) => b.at.at - a.at.at || (a.article.headline < b.article.headline ? -1 : 1))
}
