import { expect, test } from 'vitest'
import { looksLikeStetJson, stetJsonToArticle } from '#shared/import/stet-json-to-article.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import { exportStetJson } from '#core/exports/formats/stet-json.ts'
import { publicArticle } from '#core/exports/formats/public-article.ts'
import { checkGrammar, canonicalContent } from '#shared/article/grammar-check.ts'
import { exportInput } from '#tests/support/full-article.ts'

const input = exportInput()
const bytes = exportStetJson(input)[0]?.bytes ?? new Uint8Array()
const file = new TextDecoder().decode(bytes)
/** The file with one value set, by its path. */
const changed = (path: string, to: unknown): string => {
  const root = JSON.parse(file) as Record<string, unknown>
  const names = path.split('.')
  const last = names.pop() ?? ''
  let at = root
  for (const name of names) at = at[name] as Record<string, unknown>
  at[last] = to
  return JSON.stringify(root)
}
const outcome = (text: string) => {
  const read = stetJsonToArticle(text)
  return read.ok ? 'ok' : read.error.type
}

test('what was exported comes back: content, fields, stamps', () => {
  const read = stetJsonToArticle(file)
  const public_ = publicArticle(input.article, input.purpose)
  const checked = checkGrammar(public_.content)
  expect(read).toMatchObject({ ok: true, value: { stamps: input.stamps, article: { meta: public_.meta } } })
  expect(read.ok && read.value.article.content).toEqual(checked.ok && canonicalContent(checked.node))
})
test('a newer form is refused as newer, not as broken', () => {
  expect(outcome(changed('article.schemaVersion', SCHEMA_VERSION + 1))).toBe('SchemaTooNew')
  expect(outcome(changed('formatVersion', 2))).toBe('SchemaTooNew')
})
test('content outside the grammar is named', () => {
  const read = stetJsonToArticle(changed('article.content.content.3', { type: 'hologram' }))
  expect(read).toEqual({ ok: false, error: { type: 'UnknownContent', names: ['hologram'] } })
  expect(
    outcome(
      changed('article.content.content.3', {
        type: 'paragraph',
        content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:x' } }] }],
      }),
    ),
  ).toBe('UnknownContent')
})
test.each([
  ['nothing', ''],
  ['not JSON', '{'],
  ['somebody else’s JSON', '{"a":1}'],
  ['a wrong field', changed('article.meta.topics', 'x')],
  ['an extra field', changed('secret', 1)],
  ['content that is no tree', changed('article.content', [1])],
  ['a stamp in no zone', changed('stamps.published.zone', 'Mars/One')],
  ['X1: 10,000 levels', `{"format":"stet-article","a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
])('%s is refused in a sentence', (_name, text) => {
  expect(outcome(text)).toBe('Unreadable')
})
test('the form is known by its content', () => {
  expect([looksLikeStetJson(file), looksLikeStetJson('{"a":1}'), looksLikeStetJson('stet-article')]).toEqual([
    true,
    false,
    false,
  ])
})
