import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article, NodeJson } from '#shared/article/article.ts'
import { checkGrammar } from '#shared/article/grammar-check.ts'
import { bodyText } from '#shared/article/plain-text.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { toInstant, zoneSchema } from '#shared/article/ids.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import type { ChangeKind, MergedDiff } from '#shared/revision/diff/revision-diff.ts'
import { takeBack, takeBackInto } from '#shared/revision/diff/take-back.ts'
import { article, node, paragraph, table, text, withAttrs } from '#tests/support/builders.ts'
import { revisedArticle } from '#tests/support/revised-article.ts'
import { runs } from '#tests/support/runs.ts'
import { CRACKS as A, FERRIES as D, MAYOR as C, merged, RESIDENTS as B } from '#tests/support/told-diff.ts'

const E = 'Divers will look at the foundations when the river has fallen by a metre.'
const F = 'Nobody knows who signed the last report, which the archive cannot find.'

type Body = readonly (string | NodeJson)[]
const story = (...body: Body): Article => article({ body })
const lines = (one: Article): string[] => bodyText(one.content, { withStash: true }).split('\n')
const idOf = (diff: MergedDiff, kind: ChangeKind): string =>
  diff.changes.find((change) => change.kind === kind)?.id ?? ''

const ALL_KINDS: readonly ChangeKind[] = [
  'replaced',
  'moved',
  'replaced',
  'formatting',
  'split',
  'attribute',
  'table-cell',
  'table-row',
  'field',
  'field',
]

describe('from the version the changes are in', () => {
  test('DF2: one change of many is taken back, and comparing again shows the others', () => {
    const linked = (href: string): NodeJson =>
      paragraph('See ', text('the report', { type: 'link', attrs: { href } }), '.')
    const before = article({
      headline: 'Bridge closes',
      body: [
        A,
        B,
        C,
        D,
        `${E} ${F}`,
        linked('https://example.org/a'),
        table(['North', '120'], ['South', '340']),
      ],
      meta: { slugline: 'bridge', topics: ['roads'] },
    })
    const after = article({
      headline: 'Bridge reopens',
      body: [
        D,
        A.replace('two', 'three'),
        paragraph(text(B, 'strong')),
        C,
        E,
        F,
        linked('https://example.org/b'),
        table(['North', '130'], ['South', '340'], ['Middle', '90']),
      ],
      meta: { slugline: 'bridges', topics: ['roads', 'Seoul'] },
    })
    const diff = merged(before, after)
    expect(diff.changes.map((change) => change.kind)).toEqual(ALL_KINDS)
    diff.changes.forEach((change, index) => {
      const { article: taken, gone } = takeBack(diff, [change.id])
      expect(gone).toEqual([])
      expect(merged(before, taken).changes.map(withoutNumbers)).toEqual(
        diff.changes.filter((_change, at) => at !== index).map(withoutNumbers),
      )
    })
    function withoutNumbers(change: MergedDiff['changes'][number]): string {
      return `${change.kind} ${change.before} ${change.after}`
    }
  })
  test('DF2: any choice of changes leaves an article that the grammar allows', () => {
    fc.assert(
      fc.property(revisedArticle, fc.infiniteStream(fc.boolean()), ({ before, after }, choose) => {
        const diff = diffArticles(before, after)
        if (!('changes' in diff)) return
        const ids = diff.changes.filter(() => choose.next().value).map((change) => change.id)
        const { article: taken } = takeBack(diff, ids)
        expect(checkGrammar(taken.content)).toMatchObject({ ok: true })
        if (ids.length === diff.changes.length) expect(canonicalJson(taken)).toBe(canonicalJson(before))
      }),
      { numRuns: runs(80) },
    )
  })
  test('a row that came and a column that went meet in an empty cell', () => {
    const diff = merged(
      story(table(['North', 'x', '120'], ['South', 'y', '340'])),
      story(table(['North', '120'], ['Middle', '90'], ['South', '340'])),
    )
    const { article: taken } = takeBack(diff, [idOf(diff, 'table-column')])
    const rows = taken.content.content?.[3]?.content?.[0]?.content ?? []
    expect(rows.map((row) => row.content?.length)).toEqual([3, 3, 3])
  })
  test('words that came with a split do not run into their neighbours when only the split is taken back', () => {
    const diff = merged(story(`${A} ${B}`, C), story(A, `So it was. ${B}`, C))
    const { article: taken } = takeBack(diff, [idOf(diff, 'split')])
    expect(lines(taken)).toEqual([`${A} So it was. ${B}`, C])
    const listed = node(
      'bulletList',
      ...['One thing at a time', 'Another thing', 'And a third'].map((item) =>
        node('listItem', paragraph(item)),
      ),
    )
    const other = merged(story('One thing at a time Another thing', C), story(listed, C))
    expect(lines(takeBack(other, [idOf(other, 'reshaped')]).article)).toEqual([
      'One thing at a time Another thing And a third',
      C,
    ])
  })
  test('ST2: a public stamp is not taken back, and says so', () => {
    const published = { at: toInstant(0), zone: zoneSchema.parse('UTC') }
    const diff = diffArticles(story(A), story(B), {
      stamps: { before: NO_STAMPS, after: { ...NO_STAMPS, published } },
    })
    if (diff.type !== 'changed') throw new Error('expected changes')
    const ids = diff.changes.map((change) => change.id)
    const { article: taken, gone } = takeBack(diff, ids)
    expect(gone).toEqual([idOf(diff, 'field')])
    expect(canonicalJson(taken)).toBe(canonicalJson(story(A)))
  })
})

describe('from a draft that went on', () => {
  const into = (before: Article, after: Article, live: Article, kind?: ChangeKind) => {
    const diff = merged(before, after)
    return takeBackInto(
      live,
      diff,
      kind === undefined ? diff.changes.map((change) => change.id) : [idOf(diff, kind)],
    )
  }

  test('DF3: a word is taken back where it stands, with all that was written around it since', () => {
    const live = story('Written since.', `${A.replace('two', 'three')} And more.`, B)
    const { article: taken, gone } = into(story(A, B), story(A.replace('two', 'three'), B), live)
    expect([lines(taken), gone]).toEqual([['Written since.', `${A} And more.`, B], []])
  })
  test('DF3: what was rewritten since is gone, and nothing of it is touched', () => {
    const live = story(A.replace('two of the', 'four'), B)
    const { article: taken, gone } = into(story(A, B), story(A.replace('two', 'three'), B), live)
    expect([canonicalJson(taken), gone]).toEqual([canonicalJson(live), ['c1']])
  })
  test('DF3: of many changes only those that are gone stay', () => {
    const [before, after] = [
      story(A, B, C),
      story(A.replace('two', 'three'), B.replace('flood', 'storm'), C.replace('year', 'month')),
    ]
    const live = story(
      A.replace('two', 'three'),
      B.replace('the flood', 'all the rain'),
      C.replace('year', 'month'),
    )
    const { article: taken, gone } = into(before, after, live)
    expect(lines(taken)).toEqual([A, B.replace('the flood', 'all the rain'), C])
    expect(gone).toEqual(['c2'])
  })
  test('DF3: an inserted paragraph goes, but not when somebody wrote into it', () => {
    expect(lines(into(story(A, C), story(A, B, C), story(A, B, C, D)).article)).toEqual([A, C, D])
    const edited = into(story(A, C), story(A, B, C), story(A, `${B} More.`, C))
    expect(edited.gone).toEqual(['c1'])
  })
  test('DF3: the same for an item of a list', () => {
    const list = (...items: string[]): NodeJson =>
      node('bulletList', ...items.map((item) => node('listItem', paragraph(item))))
    const [before, after] = [story(list(A, B)), story(list(A, B, C))]
    expect(canonicalJson(into(before, after, story(list(A, D, B, C))).article)).toBe(
      canonicalJson(story(list(A, D, B))),
    )
    expect(into(before, after, story(list(A, B, `${C} More.`))).gone).toEqual(['c1'])
  })
  test('DF3: a deleted paragraph comes back where it was, after the block that stands before it', () => {
    const { article: taken } = into(
      story(A, B, C),
      story(A, C),
      story('New at the top.', A, 'New below it.', C),
    )
    expect(lines(taken)).toEqual(['New at the top.', A, B, 'New below it.', C])
  })
  test('DF3: a move is taken back with the edits made since', () => {
    const { article: taken } = into(
      story(A, B, C, D),
      story(B, C, D, A),
      story(B, C, D, A.replace('two', 'three')),
    )
    expect(lines(taken)).toEqual([A.replace('two', 'three'), B, C, D])
  })
  test('DF3: a split is taken back while both parts stand', () => {
    const { article: taken } = into(story(`${A} ${B}`, C), story(A, B, C), story(A, B, C, D))
    expect(lines(taken)).toEqual([`${A} ${B}`, C, D])
  })
  test('DF3: formatting, a link and an attribute', () => {
    const bold = story(paragraph('The ', text('council', 'strong'), ' voted'), A)
    const { article: taken } = into(
      story('The council voted', A),
      bold,
      story(paragraph('The ', text('council', 'strong'), ' voted today'), A),
    )
    expect(canonicalJson(taken)).toBe(canonicalJson(story('The council voted today', A)))
    const figure = (alt: string, caption: string): NodeJson =>
      withAttrs({ alt }, node('figure', node('caption', caption)))
    const { article: seen } = into(
      story(figure('One', 'Dusk')),
      story(figure('Two', 'Dusk')),
      story(figure('Two', 'Dusk, again')),
    )
    expect(canonicalJson(seen)).toBe(canonicalJson(story(figure('One', 'Dusk, again'))))
  })
  test('DF3: a field, unless it was set anew', () => {
    const [before, after] = [
      article({ meta: { slugline: 'one', section: 'World' } }),
      article({ meta: { slugline: 'two', section: 'Sport' } }),
    ]
    const live = article({ meta: { slugline: 'two', section: 'Arts' }, body: [A] })
    const { article: taken, gone } = into(before, after, live)
    expect([taken.meta.slugline, taken.meta.section, gone]).toEqual(['one', 'Arts', ['c2']])
    expect(lines(taken)).toEqual([A])
  })
  test('DF3: a cell', () => {
    const live = story(table(['North', '130'], ['South', '999']), D)
    const { article: taken } = into(
      story(table(['North', '120'], ['South', '340'])),
      story(table(['North', '130'], ['South', '340'])),
      live,
    )
    expect(canonicalJson(taken)).toBe(canonicalJson(story(table(['North', '120'], ['South', '999']), D)))
  })
  test('DF3: whatever was done since, the answer is an article, and what is not gone is undone', () => {
    fc.assert(
      fc.property(revisedArticle, revisedArticle, fc.nat(), ({ before, after }, other, at) => {
        const diff = diffArticles(before, after)
        if (!('changes' in diff)) return
        const id = diff.changes[at % diff.changes.length]?.id ?? ''
        const { article: taken, gone } = takeBackInto(other.after, diff, [id])
        expect(checkGrammar(taken.content)).toMatchObject({ ok: true })
        if (gone.length > 0) expect(canonicalJson(taken)).toBe(canonicalJson(other.after))
      }),
      { numRuns: runs(60) },
    )
  })
})
