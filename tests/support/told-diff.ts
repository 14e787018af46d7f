// What a diff says of two articles, in the words that a person reads. Every case that comes through here also keeps the laws.
import { expect } from 'vitest'
import type { Article, NodeJson } from '#shared/article/article.ts'
import { describeChange } from '#shared/revision/diff/describe-change.ts'
import { type DiffOptions, diffArticles } from '#shared/revision/diff/diff-articles.ts'
import type { Change, ChangeKind, MergedDiff } from '#shared/revision/diff/revision-diff.ts'
import { article } from './builders.ts'
import { expectDiffLaws } from './diff-laws.ts'

/** Long enough, and unlike enough, that each is known again wherever it went. */
export const CRACKS = 'Engineers found cracks in two of the piers and closed the bridge before dawn.'
export const RESIDENTS = 'Residents asked why no inspection had been made since the flood of last March.'
export const MAYOR = 'The mayor said that repairs would cost more than the town collects in a year.'
export const FERRIES = 'Ferries will carry school children and market goods until the work is done.'

type Body = readonly (string | NodeJson)[]

export function merged(before: Article, after: Article, options: DiffOptions = {}): MergedDiff {
  expectDiffLaws(before, after)
  const diff = diffArticles(before, after, options)
  if (!('changes' in diff)) throw new Error(`nothing changed: ${diff.type}`)
  return diff
}
export const mergedBodies = (before: Body, after: Body): MergedDiff =>
  merged(article({ body: before }), article({ body: after }))
export const kinds = (diff: MergedDiff): ChangeKind[] => diff.changes.map((change) => change.kind)
export const sentences = (diff: MergedDiff): string[] => diff.changes.map(describeChange)
export const only = (diff: MergedDiff): Change => {
  expect(diff.changes).toHaveLength(1)
  return diff.changes[0] as Change
}
