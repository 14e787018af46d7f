import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { headText } from '#shared/article/plain-text.ts'
import { markdownToArticle } from '#shared/import/markdown-to-article.ts'
import { pageToArticle } from '#shared/import/page-to-article.ts'
import { textToArticle } from '#shared/import/text-to-article.ts'
import { convertFile } from '#core/imports/convert-file.ts'
import {
  corpusBytes,
  corpusFiles,
  corpusJson,
  corpusText,
  hasCorpus,
  sampled,
} from '#tests/support/corpus.ts'
import { contentText, squashed, visibleText } from '#tests/support/visible-text.ts'

const has = hasCorpus()
const options = { zone: 'UTC', language: 'en' }
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Share of words that two texts have in common, as the harmonic mean of precision and recall. */
function likeness(found: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1)
  let both = 0
  for (const word of found) {
    const count = left.get(word) ?? 0
    if (count > 0) both++
    left.set(word, count - 1)
  }
  return (2 * both) / Math.max(1, found.length + wanted.length)
}

describe.skipIf(!has)('saved pages', () => {
  const pages = has ? sampled(corpusFiles('readability', /^source\.html$/), 8) : []
  test('the story is found, furniture stays out', () => {
    const scores = pages.map((path) => {
      const { article } = pageToArticle(corpusText(path), options)
      const body = (article.content.content ?? []).filter(
        (node) => node.type !== 'kicker' && node.type !== 'headline',
      )
      const expected = visibleText(corpusText(path.replace('source.html', 'expected.html')))
      return likeness(words(contentText(body)), words(expected))
    })
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    process.stdout.write(`    pages: mean likeness of the body ${mean.toFixed(3)} over ${scores.length}\n`)
    expect(mean).toBeGreaterThan(0.93)
  }, 60_000)
})

describe.skipIf(!has)('Markdown', () => {
  /** Examples whose text differs by choice: pictures' titles are captions, extensions that are not ours, unclosed raw elements. */
  const BY_CHOICE = /^(Images|Task list items|Strikethrough|Disallowed Raw HTML)/
  test.each(['commonmark-spec', 'gfm-spec'])(
    '%s: nothing crashes and the text survives',
    (name) => {
      const all = corpusJson(`commonmark/${name}.json`) as {
        markdown: string
        html: string
        section: string
        example: number
      }[]
      const examples = sampled(all, 2)
      const wrong = examples.filter(({ markdown, html, section }) => {
        const { article } = markdownToArticle(markdown, options)
        if (BY_CHOICE.test(section)) return false
        return squashed(contentText(article.content.content ?? [])) !== squashed(visibleText(html))
      })
      process.stdout.write(
        `    ${name}: ${examples.length - wrong.length} of ${examples.length} texts exact\n`,
      )
      expect(wrong.length).toBeLessThan(8)
    },
    60_000,
  )
  test('news articles with foreign front matter', () => {
    const histories = sampled(
      [...corpusFiles('revisions-18f', /\.json$/), ...corpusFiles('revisions-digitalgov', /\.json$/)],
      8,
    )
    for (const path of histories) {
      const { versions } = corpusJson(path) as {
        versions: { title?: string; front_matter: string; body: string }[]
      }
      const last = versions.at(-1)
      if (last === undefined || typeof last.front_matter !== 'string') continue
      const { article } = markdownToArticle(`---\n${last.front_matter}\n---\n${last.body}`, options)
      // The corpus cut its titles out by line: those that run on are only beginnings, and quotation marks of YAML may be left.
      const bare = (text: string): string => squashed(text).replace(/["']/g, '')
      const headline = bare(headText(article.content, 'headline'))
      expect([path, headline.startsWith(bare(last.title ?? ''))]).toEqual([path, true])
    }
  }, 60_000)
})

describe.skipIf(!has)('plain text and odd encodings', () => {
  test('nothing of a text is lost', () => {
    for (const path of corpusFiles('revisions-wired', /\.json$/)) {
      const { versions } = corpusJson(path) as { versions: { body?: string }[] }
      for (const { body } of versions.slice(0, 3)) {
        if (typeof body !== 'string') continue
        const { article } = textToArticle(body, options)
        const found = words(contentText(article.content.content ?? []))
        expect(likeness(found, words(body))).toBeGreaterThan(0.97)
      }
    }
  }, 60_000)
  test('broken and unlabelled encodings are read or refused, never thrown at', () => {
    for (const path of corpusFiles('html-versions', /./))
      expect(typeof convertFile(path, corpusBytes(path), { ...options, now: () => 0 }).ok).toBe('boolean')
  })
})
