import { describe, expect, test } from 'vitest'
import type { NodeJson } from '#shared/article/article.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import { article, node, paragraph, text, withAttrs } from '#tests/support/builders.ts'
import { CRACKS, RESIDENTS, MAYOR, mergedBodies, kinds, sentences, only } from '#tests/support/told-diff.ts'

const link = (href: string) => ({ type: 'link', attrs: { href } })
const figure = (attrs: Record<string, unknown>, caption = 'The bridge at dusk'): NodeJson =>
  withAttrs(attrs, node('figure', node('caption', caption), node('credit', 'A. Photographer')))

describe('what is not words', () => {
  test('formatting only', () => {
    const diff = mergedBodies(['The council voted'], [paragraph('The ', text('council', 'strong'), ' voted')])
    expect(only(diff)).toMatchObject({
      kind: 'formatting',
      added: ['strong'],
      removed: [],
      group: 'formatting',
    })
    expect(sentences(diff)).toEqual(['Paragraph 1: ‘council’ made bold'])
    expect(diff.words).toEqual({ inserted: 0, deleted: 0 })
  })
  test('a link target is a change of its own, never formatting', () => {
    const linked = (href: string, ...marks: string[]): NodeJson =>
      paragraph('See ', text('the report', link(href), ...marks), '.')
    const diff = mergedBodies([linked('https://example.org/a')], [linked('https://example.org/b')])
    expect(only(diff)).toMatchObject({
      kind: 'attribute',
      attribute: 'link',
      words: 'the report',
      group: 'attribute',
    })
    expect(sentences(diff)).toEqual([
      'Paragraph 1: link of ‘the report’ changed from https://example.org/a to https://example.org/b',
    ])
    const both = mergedBodies([linked('https://example.org/a')], [linked('https://example.org/b', 'strong')])
    expect(kinds(both)).toEqual(['attribute', 'formatting'])
  })
  test('a new target behind new words is said with them', () => {
    const linked = (words: string, href: string): NodeJson => paragraph('See ', text(words, link(href)), '.')
    const diff = mergedBodies(
      [linked('this', 'https://example.org/a')],
      [linked('that', 'https://example.org/b')],
    )
    expect(sentences(diff)).toEqual([
      'Paragraph 1: ‘this’ replaced by ‘that’, link to https://example.org/a changed to https://example.org/b',
    ])
  })
  test('heading level, language of a run', () => {
    const heading = (level: number): NodeJson => withAttrs({ level }, node('heading', 'What comes next'))
    expect(sentences(mergedBodies([heading(2)], [heading(3)]))).toEqual([
      'Crosshead 1: level changed from 2 to 3',
    ])
    const spoken = (lang: string): NodeJson =>
      paragraph('He said ', text('bonjour', { type: 'languageRun', attrs: { lang } }))
    expect(sentences(mergedBodies([spoken('fr')], [spoken('fr-CA')]))).toEqual([
      'Paragraph 1: language of ‘bonjour’ changed from fr to fr-CA',
    ])
  })
  test('alternative text only, and a picture swapped', () => {
    const [one, two] = ['a'.repeat(64), 'b'.repeat(64)]
    const alt = mergedBodies(
      [figure({ assetId: one, alt: 'A bridge' })],
      [figure({ assetId: one, alt: 'An old bridge' })],
    )
    expect(sentences(alt)).toEqual(['Picture 1: alternative text changed from ‘A bridge’ to ‘An old bridge’'])
    const swapped = mergedBodies(
      [figure({ assetId: one, width: 10, height: 5 })],
      [figure({ assetId: two, width: 20, height: 9 })],
    )
    expect(sentences(swapped)).toEqual(['Picture 1: another picture'])
  })
})

describe('limits', () => {
  test('DF6: over the limit the answer is too-large, block by block, with its reason', () => {
    const [before, after] = [
      article({ body: [CRACKS, RESIDENTS, MAYOR] }),
      article({ body: [CRACKS, RESIDENTS.replace('flood', 'storm'), MAYOR] }),
    ]
    const diff = diffArticles(before, after, { limits: { words: 10, blocks: 100 } })
    expect(diff).toMatchObject({
      type: 'too-large',
      reason: 'words',
      changes: [
        { kind: 'deleted', scope: 'block' },
        { kind: 'inserted', scope: 'block' },
      ],
    })
    expect(diffArticles(before, after, { limits: { words: 1_000, blocks: 2 } })).toMatchObject({
      type: 'too-large',
      reason: 'blocks',
    })
  })
  test('long texts are shortened in the middle of a sentence about them', () => {
    const [sentence = ''] = sentences(mergedBodies([CRACKS], [CRACKS, `${RESIDENTS} ${MAYOR}`]))
    expect(sentence).toMatch(/^Paragraph 2 inserted: ‘Residents asked .+ … .+ in a year\.’$/)
    expect(sentence.length).toBeLessThan(120)
  })
})
