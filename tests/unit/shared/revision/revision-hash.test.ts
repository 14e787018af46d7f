import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { articleIdSchema, revisionIdSchema, toInstant } from '#shared/article/ids.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import { revisionHash } from '#shared/revision/revision-hash.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const revision: Omit<RevisionSummary, 'hash'> = {
  id: revisionIdSchema.parse('1'.repeat(32)),
  articleId: articleIdSchema.parse('2'.repeat(32)),
  number: 3,
  kind: 'named',
  label: 'Before the lawyers',
  author: 'Ana',
  at: toInstant(1_772_645_700_000),
  zone: 'Europe/Madrid',
  schemaVersion: 1,
  words: 640,
  wordsAdded: 12,
  wordsRemoved: 3,
  contentHash: 'a'.repeat(64),
  parentHash: 'b'.repeat(64),
}

describe('the hash of a revision', () => {
  it('is a format for ever: this revision has had this hash since the first Stet', () => {
    expect(revisionHash(revision, sha256)).toBe(
      '16f0c8ac25aeaaf18159e2a88eec58d456df0ff0eed4d6b842bff78d69c7bf85',
    )
  })

  it('covers every fact of the row', () => {
    const hashes = new Set([revisionHash(revision, sha256)])
    const changes: readonly Partial<RevisionSummary>[] = [
      { id: revisionIdSchema.parse('3'.repeat(32)) },
      { articleId: articleIdSchema.parse('3'.repeat(32)) },
      { number: 4 },
      { kind: 'idle' },
      { label: '' },
      { author: 'Eve' },
      { at: toInstant(0) },
      { zone: 'UTC' },
      { schemaVersion: 2 },
      { words: 641 },
      { wordsAdded: null },
      { wordsRemoved: null },
      { contentHash: 'c'.repeat(64) },
      { parentHash: null },
    ]
    expect(new Set(changes.flatMap((change) => Object.keys(change)))).toEqual(new Set(Object.keys(revision)))
    for (const change of changes) hashes.add(revisionHash({ ...revision, ...change }, sha256))
    expect(hashes.size).toBe(changes.length + 1)
  })
})
