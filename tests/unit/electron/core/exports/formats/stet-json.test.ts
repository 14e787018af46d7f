import { expect, test } from 'vitest'
import { publicArticle } from '#core/exports/formats/public-article.ts'
import { exportStetJson } from '#core/exports/formats/stet-json.ts'
import { articleSchema } from '#shared/article/article.ts'
import { stampsSchema } from '#shared/article/stamps.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { article, paragraph, withAttrs } from '#tests/support/builders.ts'
import { DESK_CANARY, exportInput, PUBLISHED, STASH_CANARY, UPDATED } from '#tests/support/full-article.ts'
import { decodeFile } from '#tests/support/parse-page.ts'

const json = (input = exportInput()): string => decodeFile(exportStetJson(input)[0])

test('it is canonical JSON of format, version, article, stamps and notes', () => {
  const value = JSON.parse(json()) as Record<string, unknown>
  expect(Object.keys(value)).toEqual(['article', 'format', 'formatVersion', 'notes', 'stamps'])
  expect(value).toMatchObject({ format: 'stet-article', formatVersion: 1 })
  expect(json()).toBe(`${canonicalJson(value)}\n`)
})

test('what is in it is an article that can be taken in again, with its stamps', () => {
  const value = JSON.parse(json()) as { article: unknown; stamps: unknown }
  expect(articleSchema.parse(value.article)).toEqual(publicArticle(exportInput().article, 'readers'))
  expect(stampsSchema.parse(value.stamps)).toEqual({ published: PUBLISHED, updated: UPDATED })
})

test('stash, desk note, block ids and people ids stay behind', () => {
  const named = article({
    body: [withAttrs({ blockId: 'blk9z' }, paragraph('x'))],
    meta: { people: [{ id: 'zx81q', rank: 0.37, lead: '', name: 'A', role: '', profileUrl: '' }] },
  })
  const text = json(exportInput({ article: named }))
  for (const secret of ['blk9z', 'blockId', 'zx81q', '0.37']) expect(text).not.toContain(secret)
  for (const secret of [STASH_CANARY, DESK_CANARY, 'c3c3c3c3', 'blockId'])
    expect(json()).not.toContain(secret)
})
