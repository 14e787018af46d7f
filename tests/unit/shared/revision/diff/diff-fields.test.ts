import { describe, expect, test } from 'vitest'
import type { ArticleMeta } from '#shared/article/meta.ts'
import { toInstant, zoneSchema } from '#shared/article/ids.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { type DiffOptions, diffArticles } from '#shared/revision/diff/diff-articles.ts'
import { article } from '#tests/support/builders.ts'
import { merged, sentences, only } from '#tests/support/told-diff.ts'

describe('fields', () => {
  const fields = (
    before: Partial<ArticleMeta>,
    after: Partial<ArticleMeta>,
    options?: DiffOptions,
  ): string[] => sentences(merged(article({ meta: before }), article({ meta: after }), options))
  const person = (id: string, rank: number, name: string) => ({
    id,
    rank,
    lead: '',
    name,
    role: '',
    profileUrl: '',
  })
  const zone = zoneSchema.parse('Asia/Seoul')

  test('text by words, choices by value', () => {
    const diff = merged(
      article({ meta: { slugline: 'bridge closes' } }),
      article({ meta: { slugline: 'bridge opens' } }),
    )
    expect(only(diff)).toMatchObject({ kind: 'field', field: 'slugline', label: 'Slugline', group: 'field' })
    const [change] = diff.changes
    const states =
      change?.kind === 'field' && change.detail.type === 'text'
        ? change.detail.runs.map((run) => [run.state, run.text])
        : []
    expect(states).toEqual([
      ['same', 'bridge '],
      ['deleted', 'closes'],
      ['inserted', 'opens'],
    ])
    expect(fields({ direction: 'auto' }, { direction: 'rtl' })).toEqual([
      'Direction: ‘as the language is written’ replaced by ‘right to left’',
    ])
    expect(fields({ commissionedWords: null }, { commissionedWords: 600 })).toEqual([
      'Commissioned length: ‘600’ added',
    ])
  })
  test('topics and people as items', () => {
    expect(fields({ topics: ['courts', 'Seoul'] }, { topics: ['Seoul', 'trade'] })).toEqual([
      'Topics: ‘courts’ removed, ‘trade’ added',
    ])
    const [a, b] = [person('a', 0, 'A. Reporter'), person('b', 1, 'B. Writer')]
    expect(
      fields({ people: [a, b] }, { people: [person('b', 0, 'B. Writer'), person('a', 1, 'A. Reporter')] }),
    ).toEqual(['Byline: put in another order'])
    expect(fields({ people: [a] }, { people: [{ ...a, role: 'editor' }, b] })).toEqual([
      'Byline: ‘A. Reporter’ changed to ‘A. Reporter (editor)’, ‘B. Writer’ added',
    ])
  })
  test('ranks counted anew change nothing that is seen', () => {
    const before = article({ meta: { people: [person('a', 0, 'A. Reporter')] } })
    expect(diffArticles(before, article({ meta: { people: [person('a', 7, 'A. Reporter')] } }))).toEqual({
      type: 'same',
    })
  })
  test('times are told in the zone of the publication', () => {
    const embargo = { at: toInstant(Date.UTC(2026, 2, 4, 8, 35)), zone: zoneSchema.parse('America/New_York') }
    expect(fields({ embargo: null }, { embargo }, { zone: 'Asia/Seoul' })).toEqual([
      'Embargo: ‘March 4, 2026 5:35 p.m. KST’ added',
    ])
  })
  test('ST2: public stamps are shown and cannot be taken back', () => {
    const published = { at: toInstant(Date.UTC(2026, 2, 4, 8, 35)), zone }
    const one = article()
    const diff = diffArticles(one, one, {
      zone: 'Asia/Seoul',
      stamps: { before: NO_STAMPS, after: { ...NO_STAMPS, published } },
    })
    expect(diff).toMatchObject({
      type: 'changed',
      changes: [{ kind: 'field', field: 'published', canTakeBack: false }],
    })
  })
})
