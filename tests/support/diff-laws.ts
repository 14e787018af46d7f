// What must hold for the diff of any two versions (DF1 to DF3), asserted in one place.
import { expect } from 'vitest'
import type { Article } from '#shared/article/article.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { applyDiff, reverseDiff } from '#shared/revision/diff/apply-diff.ts'
import { describeChange } from '#shared/revision/diff/describe-change.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import { blockKey } from '#shared/revision/diff/keyed-block.ts'
import type { MergedDiff } from '#shared/revision/diff/revision-diff.ts'
import { takeBack, takeBackInto } from '#shared/revision/diff/take-back.ts'

export function expectDiffLaws(before: Article, after: Article): void {
  const diff = diffArticles(before, after)
  expect(diffArticles(after, after)).toEqual({ type: 'same' })
  expect(canonicalJson(diffArticles(before, after))).toBe(canonicalJson(diff))
  if (diff.type === 'same') {
    expect(blockKey(after.content)).toBe(blockKey(before.content))
    return
  }
  if (diff.type === 'first') throw new Error('there was a version before')
  expectEqual(applyDiff(before, diff), after)
  expectEqual(applyDiff(after, reverseDiff(diff)), before)
  const ids = diff.changes.map((change) => change.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(usedIds(diff)).toEqual(new Set(ids))
  for (const change of diff.changes) expect(describeChange(change)).toMatch(/^\S.*\S$/u)
  expectEqual(takeBack(diff, ids).article, before)
  expectEqual(takeBack(diff, []).article, after)
  expectEqual(takeBackInto(after, diff, ids).article, before)
  expect(canonicalJson(structuredClone(diff))).toBe(canonicalJson(diff))
}

function expectEqual(one: Article, two: Article): void {
  expect(canonicalJson(one)).toBe(canonicalJson(two))
}

/** Ids named anywhere in the merged text and the fields. */
function usedIds(diff: MergedDiff): Set<string> {
  const used = new Set(diff.changes.filter((change) => change.kind === 'field').map((change) => change.id))
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) {
        if (key === 'changeId' && typeof member === 'string') used.add(member)
        else visit(member)
      }
  }
  visit(diff.rows)
  return used
}
