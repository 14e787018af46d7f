import process from 'node:process'
import { describe, expect, test } from 'vitest'
import type { Article, NodeJson } from '#shared/article/article.ts'
import { inlineText } from '#shared/article/plain-text.ts'
import { htmlToContent } from '#shared/import/html-to-content.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import { article } from '#tests/support/builders.ts'
import { corpusJson, hasCorpus, sampled } from '#tests/support/corpus.ts'
import { expectDiffLaws } from '#tests/support/diff-laws.ts'
import { addMarkings, markingHeading, markingLine, markingOf } from '#tests/support/marking-table.ts'
import { COLLECTIONS, editHistories } from '#tests/support/revision-histories.ts'

/** What may be marked beside the least possible (issue 3). */
const MOST_MARKED = 1.15
/** Milliseconds for two versions of an article, however far apart. A machine under load takes several times its own measure. */
const MOST_MS = 1_000

/** Milliseconds, against hanging: all histories take a minute and a half on a busy machine. */
const HANGS_AFTER_MS = 300_000

const has = hasCorpus()
// Few: a plain word diff of whole articles, to compare with, takes most of the time.
const choose = (paths: readonly string[]): readonly string[] => sampled(paths, 20)
const collections = has ? COLLECTIONS.map((name) => ({ name, histories: editHistories(name, choose) })) : []

describe.skipIf(!has)('real edit histories', { timeout: HANGS_AFTER_MS }, () => {
  test('DF1: every step keeps the laws, and none takes long', () => {
    for (const { histories } of collections)
      for (const { versions } of histories)
        versions.slice(1).forEach((after, index) => {
          const before = versions[index] ?? after
          expectDiffLaws(before.article, after.article)
          const stamps = { before: before.stamps, after: after.stamps }
          const startedAt = performance.now()
          diffArticles(versions[0]?.article ?? null, after.article, { stamps, zone: 'UTC' })
          expect(performance.now() - startedAt).toBeLessThan(MOST_MS)
        })
  })
  test('DF5: little more than the least is marked, in no more places than a plain word diff has', () => {
    process.stdout.write(`${markingHeading}\n`)
    for (const { name, histories } of collections) {
      const sum = addMarkings(name, histories.map(markingOf))
      process.stdout.write(`${markingLine(sum)}\n`)
      expect(sum.marked).toBeLessThanOrEqual(MOST_MARKED * sum.least)
      expect(sum.regions).toBeLessThanOrEqual(sum.plainRegions)
    }
  })
})

interface HtmlCase {
  readonly case: string
  readonly old: string
  readonly new: string
}

describe.skipIf(!has)('pairs that other differs are tried on', () => {
  const cases = has ? (corpusJson('diff-cases/cases.json') as HtmlCase[]) : []
  const read = (html: string): Article => {
    const options = { purpose: 'import', keepsHeadingLevels: true, language: 'en' } as const
    const blocks = htmlToContent(html, options).content.filter(isBody)
    return article({ body: blocks })
  }
  test('DF1: they keep the laws, and no difference of text is invisible', () => {
    for (const one of cases) {
      const [before, after] = [read(one.old), read(one.new)]
      expectDiffLaws(before, after)
      const isSame = inlineText(before.content) === inlineText(after.content)
      if (!isSame) expect([one.case, diffArticles(before, after).type]).toEqual([one.case, 'changed'])
    }
  })
})

const isBody = (node: NodeJson): boolean => !['kicker', 'headline', 'standfirst'].includes(node.type)
