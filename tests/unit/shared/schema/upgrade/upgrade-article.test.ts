import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { articleSchema } from '#shared/article/article.ts'
import { upgradeArticle } from '#shared/schema/upgrade/upgrade-article.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import { article, node, paragraph } from '#tests/support/builders.ts'
import { articleFrom, replay } from '#tests/support/draft-laws.ts'

const golden = (name: string) => readFileSync(`tests/fixtures/golden/${name}`)

describe('upgradeArticle', () => {
  it('leaves an article of this grammar as it is', () => {
    expect(upgradeArticle(article())).toEqual({ ok: true, value: article() })
  })

  it('runs every step between the stored grammar and ours, in order', () => {
    const steps = ['two', 'three', 'four'].map(
      (word) => (content: { content?: readonly unknown[] }) =>
        node('doc', ...((content.content ?? []) as never[]), paragraph(word)),
    )
    const upgraded = upgradeArticle({ ...article({ body: ['one'] }), schemaVersion: 2 }, steps, 4)
    expect(upgraded.ok && upgraded.value.schemaVersion).toBe(4)
    expect(JSON.stringify(upgraded)).toMatch(/one.*three.*four/)
    expect(JSON.stringify(upgraded)).not.toMatch(/two/)
  })

  it('DR8: refuses a newer article, and one that is outside the grammar', () => {
    expect(upgradeArticle({ ...article(), schemaVersion: SCHEMA_VERSION + 1 })).toMatchObject({
      error: { type: 'SchemaTooNew' },
    })
    expect(upgradeArticle({ ...article(), content: node('doc', node('hologram')) })).toMatchObject({
      error: { type: 'UnknownContent', names: ['hologram'] },
    })
  })
})

describe('golden documents of grammar 1', () => {
  it('the stored draft still materialises to the stored article, byte for byte', () => {
    const stored = articleSchema.parse(JSON.parse(golden('schema-1.article.json').toString()))
    const doc = replay([Uint8Array.from(golden('schema-1.update.bin'))])
    const upgraded = upgradeArticle(stored)
    expect(upgraded).toEqual({ ok: true, value: articleFrom(doc) })
  })
})
