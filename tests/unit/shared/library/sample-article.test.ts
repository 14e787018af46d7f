import { expect, test } from 'vitest'
import type { NodeJson } from '#shared/article/article.ts'
import { articleSchema } from '#shared/article/article.ts'
import { checkGrammar } from '#shared/article/grammar-check.ts'
import { measureArticle } from '#shared/article/plain-text.ts'
import { findTksInArticle } from '#shared/article/tk.ts'
import { sampleArticle } from '#shared/library/sample-article.ts'
import { articleGrammar } from '#shared/schema/article-schema.ts'

const counts = (nodes: readonly NodeJson[], into = new Map<string, number>()): Map<string, number> => {
  for (const node of nodes) {
    for (const name of [node.type, ...(node.marks ?? []).map((mark) => mark.type)])
      into.set(name, (into.get(name) ?? 0) + 1)
    counts(node.content ?? [], into)
  }
  return into
}

test('the sample is a valid article', () => {
  expect(articleSchema.safeParse(sampleArticle()).success).toBe(true)
  expect(checkGrammar(sampleArticle().content).ok).toBe(true)
})

test('the sample uses every element of the grammar once, a picture excepted', () => {
  const used = counts([sampleArticle().content])
  const schema = articleGrammar()
  const without = new Set(['figure', 'caption', 'credit'])
  const missing = [...Object.keys(schema.nodes), ...Object.keys(schema.marks)].filter(
    (name) => !without.has(name) && !used.has(name),
  )
  expect(missing).toEqual([])
  const once = ['kicker', 'headline', 'standfirst', 'blockQuote', 'pullQuote', 'bulletList', 'orderedList']
  for (const name of [...once, 'tableBlock', 'factBox', 'horizontalRule', 'stash', 'languageRun', 'link'])
    expect([name, used.get(name)]).toEqual([name, 1])
})

test('the sample is a full short piece, ready to publish', () => {
  const { words } = measureArticle(sampleArticle().content)
  expect(words).toBeGreaterThanOrEqual(500)
  expect(words).toBeLessThanOrEqual(700)
  expect(findTksInArticle(sampleArticle())).toEqual([])
})
