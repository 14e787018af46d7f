// The checker over everything real that can be made an article: it never throws, its places lie inside of the article, and
// rules about language are seldom heard in published copy. The rate per rule is printed: a rule that cries wolf shows here.
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { ARTICLE_VERSION, type Article, type NodeJson } from '#shared/article/article.ts'
import type { Instant } from '#shared/article/ids.ts'
import { EMPTY_META } from '#shared/article/meta.ts'
import { inlineText } from '#shared/article/plain-text.ts'
import { htmlToContent } from '#shared/import/html-to-content.ts'
import { markdownToArticle } from '#shared/import/markdown-to-article.ts'
import { pageToArticle } from '#shared/import/page-to-article.ts'
import { textToArticle } from '#shared/import/text-to-article.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import type { CheckContext } from '#shared/workflow/checks/check-context.ts'
import { runChecks } from '#shared/workflow/checks/create-checker.ts'
import { corpusFiles, corpusJson, corpusText, hasCorpus, sampled } from '#tests/support/corpus.ts'
import { QUIET_CONTEXT } from '#tests/support/quiet-context.ts'

const has = hasCorpus()
const options = { zone: 'UTC', language: 'en' }

interface Real {
  readonly name: string
  readonly article: Article
  readonly published: CheckContext['published']
}

function pages(): Real[] {
  return sampled(corpusFiles('readability', /^source\.html$/), 8).map((name) => {
    const { article, stamps } = pageToArticle(corpusText(name), options)
    return { name, article, published: stamps.published }
  })
}

/** NITF and NewsML carry their text as (X)HTML; the other formats have it in fields. */
function wire(): Real[] {
  return corpusFiles('wire-items', /\.(xml|json)$/).map((name) => {
    const source = corpusText(name)
    const published =
      /(?:date\.issue norm="|<sent>|firstcreated"?[:>]\s*"?|versioncreated"?[:>]\s*"?)(\d{4})-?(\d\d)-?(\d\d)/i.exec(
        source,
      )
    const html = name.endsWith('.json')
      ? Object.values(JSON.parse(source) as object)
          .filter((value) => typeof value === 'string')
          .join('\n')
      : source
    const headline =
      /<(?:hl1|headline|HeadLine)[^>]*>([^<]+)</.exec(source)?.[1] ??
      /"headline":\s*"([^"]+)"/.exec(source)?.[1] ??
      ''
    const lang = /(?:xml:lang|lang|"language")[=:]\s*"([a-z]{2})/.exec(source)?.[1] ?? 'en'
    const content = htmlToContent(html, { purpose: 'import', language: lang })
    const blocks = Reflect.get(content, 'content') as readonly NodeJson[]
    return {
      name,
      article: made(headline, blocks, lang),
      published:
        published === null
          ? null
          : {
              at: Date.UTC(
                Number(published[1]),
                Number(published[2]) - 1,
                Number(published[3]),
                12,
              ) as Instant,
              zone: 'UTC' as never,
            },
    }
  })
}

function histories(): Real[] {
  return sampled(
    [...corpusFiles('revisions-18f', /\.json$/), ...corpusFiles('revisions-digitalgov', /\.json$/)],
    8,
  ).flatMap((name) => {
    const { versions = [] } = corpusJson(name) as { versions?: { front_matter?: string; body?: string }[] }
    const last = versions.at(-1)
    if (last?.body === undefined) return []
    const text = `---\n${last.front_matter ?? ''}\n---\n\n${last.body}`
    const { article, stamps } = markdownToArticle(text, options)
    return [{ name, article, published: stamps.published }]
  })
}

function news(): Real[] {
  return corpusFiles('revisions-newsedits', /\.json$/).map((name) => {
    const { headline, new_sentences: lines } = corpusJson(name) as {
      headline: string | null
      new_sentences: string[]
    }
    const { article } = textToArticle(
      [headline ?? '', '', ...lines.map((line) => `${line}\n`)].join('\n'),
      options,
    )
    return { name, article, published: null }
  })
}

function made(headline: string, blocks: readonly NodeJson[], language: string): Article {
  const head: NodeJson =
    headline === '' ? { type: 'headline' } : { type: 'headline', content: [{ type: 'text', text: headline }] }
  return {
    version: ARTICLE_VERSION,
    schemaVersion: SCHEMA_VERSION,
    content: { type: 'doc', content: [head, ...blocks] },
    meta: { ...EMPTY_META, language },
  }
}

/** Rules about how something is written; the others say what is missing, and in imports much is. */
const ABOUT_WRITING = [
  'double-word',
  'quote-open',
  'weekday-date',
  'name-spelling',
  'percent-sum',
  'headline-number',
  'standfirst-repeats',
  'tk',
  'link-text',
]
/** Findings of these rules per thousand words of published copy: above it, a rule is wrong and not the copy. */
const MOST_PER_THOUSAND = 1

describe.skipIf(!has)('CK1: real copy', () => {
  test('the checker never throws, points inside of the article, and seldom calls out published copy', () => {
    const counts = new Map<string, number>()
    let words = 0
    const all = has ? [...pages(), ...wire(), ...histories(), ...news()] : []
    for (const { name, article, published } of all) {
      const context: CheckContext = {
        now: (published?.at ?? 0) as Instant,
        ...QUIET_CONTEXT,
        published,
      }
      words += inlineText(article.content).split(/\s+/).length
      for (const { rule, place, sentence, excerpt, id } of runChecks(article, context)) {
        counts.set(rule, (counts.get(rule) ?? 0) + 1)
        if (process.env['STET_SHOW']?.split(',').includes(rule) === true)
          process.stdout.write(`    ${rule} ${name.slice(-60)}: ${sentence} | ${excerpt}\n`)
        expect(id).toMatch(/^[a-z-]+-[0-9a-f]{16}(-\d+)?$/)
        if (place.kind !== 'text' && place.kind !== 'block') continue
        let node = article.content.content?.[place.block]
        for (const index of place.path) node = node?.content?.[index]
        expect(node, name).toBeDefined()
        if (node !== undefined && place.kind === 'text')
          expect(place.to).toBeLessThanOrEqual(inlineText(node).length)
      }
    }
    process.stdout.write(`    checks: ${all.length} articles, ${words} words\n`)
    for (const [rule, count] of [...counts].sort((a, b) => b[1] - a[1]))
      process.stdout.write(`      ${rule.padEnd(20)} ${count}\n`)
    for (const rule of ABOUT_WRITING)
      expect(((counts.get(rule) ?? 0) / words) * 1000, rule).toBeLessThan(MOST_PER_THOUSAND)
  }, 60_000)
})
