import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { materialise } from '#shared/article/materialise.ts'
import type { Article } from '#shared/article/article.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { applyDiff, reverseDiff } from '#shared/revision/diff/apply-diff.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import { article } from '#tests/support/builders.ts'
import { expectDiffLaws } from '#tests/support/diff-laws.ts'
import { anyScript, playScript } from '#tests/support/edit-script.ts'
import { revisedArticle } from '#tests/support/revised-article.ts'
import { runs } from '#tests/support/runs.ts'

describe('the laws of a diff', () => {
  test('DF1: they hold for whatever an editor did', () => {
    fc.assert(
      fc.property(revisedArticle, ({ before, after }) => expectDiffLaws(before, after)),
      { numRuns: runs(50) },
    )
  })
  test('DF1: they hold for any two versions, however far apart', () => {
    fc.assert(
      fc.property(revisedArticle, revisedArticle, (one, two) => expectDiffLaws(one.before, two.after)),
      { numRuns: runs(40) },
    )
  })
  test('DF1: they hold for what two writers made of a draft', () => {
    fc.assert(
      fc.property(anyScript, (script) => {
        const live = materialise(playScript(script).live)
        if (live.ok) expectDiffLaws(script.start, live.value)
      }),
      { numRuns: runs(40) },
    )
  })
  test('an article against itself shows nothing, and ids of blocks are not shown', () => {
    const one = article({ body: ['A', 'B'] })
    expect(diffArticles(one, one)).toEqual({ type: 'same' })
    const blocks = (one.content.content ?? []).map((block) => ({
      ...block,
      attrs: { ...block.attrs, blockId: 'x1' },
    }))
    const named: Article = {
      ...one,
      content: {
        ...one.content,
        content: [
          ...blocks.slice(0, 0),
          ...(one.content.content ?? []).slice(0, 3),
          ...blocks.slice(3, 4),
          ...(one.content.content ?? []).slice(4),
        ],
      },
    }
    expect(diffArticles(one, named)).toEqual({ type: 'same' })
  })
  test('nothing to compare with is said as such', () => {
    expect(diffArticles(null, article())).toEqual({ type: 'first' })
  })
  test('a diff is refused for an article it does not start from', () => {
    const diff = diffArticles(article({ body: ['One.'] }), article({ body: ['Two.'] }))
    expect(() => applyDiff(article({ body: ['Three.'] }), diff)).toThrow(RangeError)
  })
  test('turning a diff round twice gives it back', () => {
    fc.assert(
      fc.property(revisedArticle, ({ before, after }) => {
        const diff = diffArticles(before, after)
        if (diff.type === 'changed')
          expect(canonicalJson(reverseDiff(reverseDiff(diff)))).toBe(canonicalJson(diff))
      }),
      { numRuns: runs(60) },
    )
  })
})
