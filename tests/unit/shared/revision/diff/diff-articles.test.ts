import { describe, expect, test } from 'vitest'
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { ArticleMeta } from '#shared/article/meta.ts'
import { toInstant, zoneSchema } from '#shared/article/ids.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { changeCounts, describeChange } from '#shared/revision/diff/describe-change.ts'
import { type DiffOptions, diffArticles } from '#shared/revision/diff/diff-articles.ts'
import type { Change, ChangeKind, MergedDiff } from '#shared/revision/diff/revision-diff.ts'
import { article, node, paragraph, text, withAttrs } from '#tests/support/builders.ts'
import { expectDiffLaws } from '#tests/support/diff-laws.ts'

/** Every case of this file also keeps the laws. */
function changed(before: Article, after: Article, options: DiffOptions = {}): MergedDiff {
  expectDiffLaws(before, after)
  const diff = diffArticles(before, after, options)
  if (!('changes' in diff)) throw new Error(`nothing changed: ${diff.type}`)
  return diff
}
type Body = readonly (string | NodeJson)[]
const bodies = (before: Body, after: Body): MergedDiff =>
  changed(article({ body: before }), article({ body: after }))
const kinds = (diff: MergedDiff): ChangeKind[] => diff.changes.map((change) => change.kind)
const sentences = (diff: MergedDiff): string[] => diff.changes.map(describeChange)
const only = (diff: MergedDiff): Change => {
  expect(diff.changes).toHaveLength(1)
  return diff.changes[0] as Change
}
const states = (diff: MergedDiff): string[] => diff.rows.slice(3).map((row) => row.state)

const link = (href: string) => ({ type: 'link', attrs: { href } })
const list = (...items: string[]): NodeJson =>
  node('bulletList', ...items.map((item) => node('listItem', paragraph(item))))
const figure = (attrs: Record<string, unknown>, caption = 'The bridge at dusk'): NodeJson =>
  withAttrs(attrs, node('figure', node('caption', caption), node('credit', 'A. Photographer')))
const table = (...rows: string[][]): NodeJson =>
  node(
    'tableBlock',
    node(
      'table',
      ...rows.map((cells) => node('tableRow', ...cells.map((cell) => node('tableCell', paragraph(cell))))),
    ),
  )

const LONG = 'Engineers found cracks in two of the piers and closed the bridge before dawn.'
const OTHER = 'Residents asked why no inspection had been made since the flood of last March.'
const THIRD = 'The mayor said that repairs would cost more than the town collects in a year.'
const FOURTH = 'Ferries will carry school children and market goods until the work is done.'

describe('text', () => {
  test('one word by another is a replacement with its place', () => {
    const diff = bodies(
      [LONG, 'The council voted on Monday to close it.'],
      [LONG, 'The council voted on Tuesday to close it.'],
    )
    expect(only(diff)).toMatchObject({
      id: 'c1',
      kind: 'replaced',
      scope: 'text',
      before: 'Monday',
      after: 'Tuesday',
      weight: 'words',
      group: 'text',
    })
    expect(sentences(diff)).toEqual(['Paragraph 2: ‘Monday’ replaced by ‘Tuesday’'])
    expect([diff.words, diff.regions, diff.moves]).toEqual([{ inserted: 1, deleted: 1 }, 1, 0])
  })
  test('inserted words take their white space with them', () => {
    expect(only(bodies(['The bridge closed.'], ['The old bridge closed.']))).toMatchObject({
      kind: 'inserted',
      after: 'old ',
    })
    expect(only(bodies(['The old bridge closed.'], ['Bridge closed.']))).toMatchObject({
      kind: 'replaced',
      before: 'The old bridge',
      after: 'Bridge',
    })
  })
  test('a whole sentence goes in between sentences, wherever its words would fit as well', () => {
    const diff = bodies(['He said no. She said yes.'], ['He said no. She said no. She said yes.'])
    expect(only(diff)).toMatchObject({ kind: 'inserted', after: 'She said no. ' })
  })
  test('DF5: a word kept by chance joins one replacement where much was replaced, and only there', () => {
    const words = (letter: string): string =>
      Array.from({ length: 11 }, (_, index) => `${letter}${index}xyz`).join(' ')
    const much = bodies(
      [`${LONG} ${words('a')} of ${words('b')}`],
      [`${LONG} ${words('c')} of ${words('d')}`],
    )
    expect(only(much)).toMatchObject({ kind: 'replaced', before: `${words('a')} of ${words('b')}` })
    expect(much.words).toEqual({ inserted: 23, deleted: 23 })
    const little = bodies([`${LONG} green of black`], [`${LONG} white of brown`])
    expect(little.changes.map((change) => change.before)).toEqual(['green', 'black'])
  })
  test('everything replaced is deleted and inserted whole', () => {
    const diff = bodies(
      ['Alpha beta gamma delta.', 'Epsilon zeta eta theta.'],
      ['One two three four five.', 'Six seven eight nine ten!'],
    )
    expect(kinds(diff)).toEqual(['deleted', 'deleted', 'inserted', 'inserted'])
    expect(diff.regions).toBe(1)
  })
  test('headline only', () => {
    const diff = changed(
      article({ headline: 'Ministry answers' }),
      article({ headline: 'Ministry declines' }),
    )
    expect(sentences(diff)).toEqual(['Headline: ‘answers’ replaced by ‘declines’'])
  })
  test('caption only', () => {
    const diff = bodies([figure({}, 'The bridge at dusk')], [figure({}, 'The bridge at dawn')])
    expect(sentences(diff)).toEqual(['Caption of picture 1: ‘dusk’ replaced by ‘dawn’'])
  })
  test('emoji are never cut: a family, a flag, a skin tone are one each', () => {
    expect(only(bodies(['Here 👩‍👩‍👧 is'], ['Here 👩‍👩‍👦 is']))).toMatchObject({
      before: '👩‍👩‍👧',
      after: '👩‍👩‍👦',
      weight: 'words',
    })
    expect(only(bodies(['Flag 🇰🇷🇯🇵'], ['Flag 🇰🇷🇫🇷']))).toMatchObject({ before: '🇯🇵', after: '🇫🇷' })
    expect(only(bodies(['Hand 👍🏽'], ['Hand 👍🏿']))).toMatchObject({ before: '👍🏽', after: '👍🏿' })
  })
  test('a combining mark belongs to its letter', () => {
    expect(only(bodies(['Le cafe\u0301 ferme'], ['Le cafe ferme']))).toMatchObject({
      before: 'cafe\u0301',
      after: 'cafe',
    })
  })
  test('right-to-left text, ideographs and hangul', () => {
    expect(only(bodies(['הגשר נסגר היום'], ['הגשר נפתח היום']))).toMatchObject({
      before: 'נסגר',
      after: 'נפתח',
    })
    expect(only(bodies(['東京の橋は月曜に閉鎖'], ['東京の橋は火曜に閉鎖']))).toMatchObject({
      before: '月',
      after: '火',
    })
    expect(only(bodies(['서울 다리가 닫혔다'], ['부산 다리가 닫혔다']))).toMatchObject({
      before: '서울',
      after: '부산',
    })
  })
  test('no-break spaces are seen and can be dimmed', () => {
    const diff = bodies(['It cost 10 000 won.'], ['It cost 10\u00a0000 won.'])
    expect(only(diff)).toMatchObject({
      kind: 'replaced',
      before: ' ',
      after: '\u00a0',
      weight: 'space',
      group: 'punctuation',
    })
    expect(sentences(diff)).toEqual(['Paragraph 1: a space replaced by a no-break space'])
  })
  test('trifles are weighed as what they are; signs of numbers and words are no trifles', () => {
    const weight = (before: string, after: string): string => only(bodies([before], [after])).weight
    expect(weight('Yes, he said', 'Yes he said')).toBe('punctuation')
    expect(weight("It isn't so", 'It isn’t so')).toBe('quotes')
    expect(weight('the two  spaces', 'the two spaces')).toBe('space')
    expect(weight('The council', 'the council')).toBe('case')
    expect(weight('It rose 1.5 points', 'It rose 15 points')).toBe('words')
    expect(weight('At -5 degrees', 'At 5 degrees')).toBe('words')
    expect(weight('About 5 % more', 'About 5 more')).toBe('words')
    expect(weight('an every day thing', 'an everyday thing')).toBe('words')
  })
  test('a line break is a change of its own', () => {
    const diff = bodies(['First second'], [paragraph('First', node('hardBreak'), 'second')])
    expect(sentences(diff)).toEqual(['Paragraph 1: a space replaced by a line break'])
  })
})

describe('blocks', () => {
  test('a paragraph that came or went', () => {
    expect(sentences(bodies([LONG, OTHER], [LONG, THIRD, OTHER]))).toEqual([
      `Paragraph 2 inserted: ‘${THIRD}’`,
    ])
    expect(sentences(bodies([LONG, THIRD, OTHER], [LONG, OTHER]))).toEqual([
      `Paragraph 2 deleted: ‘${THIRD}’`,
    ])
  })
  test('a block moved whole is a move and marks no word', () => {
    const diff = bodies([LONG, OTHER, THIRD, FOURTH], [FOURTH, LONG, OTHER, THIRD])
    expect(sentences(diff)).toEqual(['Paragraph 4 moved up, now at the top'])
    expect([diff.words, diff.moves, states(diff)]).toEqual([
      { inserted: 0, deleted: 0 },
      1,
      ['moved-here', 'same', 'same', 'same', 'moved-away'],
    ])
  })
  test('what was dragged once is one move, however long it is and whatever it passed', () => {
    const long = `${LONG} ${OTHER} ${THIRD}`
    const short = ['Ferries will run.', 'Schools stay open until noon.', 'Markets move to the square.']
    expect(sentences(bodies([long, ...short, FOURTH], [...short, long, FOURTH]))).toEqual([
      'Paragraph 1 moved down, now after paragraph 3',
    ])
  })
  test('a paragraph moved and then edited is a move and its edit', () => {
    const diff = bodies([LONG, OTHER, THIRD, FOURTH], [OTHER, THIRD, FOURTH, LONG.replace('two', 'three')])
    expect(sentences(diff)).toEqual([
      'Paragraph 1 moved down, now after paragraph 3',
      'Paragraph 4: ‘two’ replaced by ‘three’',
    ])
  })
  test('a short block elsewhere is doubtful: deleted and inserted', () => {
    expect(kinds(bodies(['Yes.', LONG, OTHER], [LONG, OTHER, 'Yes.']))).toEqual(['deleted', 'inserted'])
  })
  test('a block keeps its identity by its id, whatever was written into it', () => {
    const named = (id: string, value: string): NodeJson => withAttrs({ blockId: id }, paragraph(value))
    const diff = bodies([named('a1', LONG), named('b2', OTHER)], [named('a1', FOURTH), named('b2', OTHER)])
    expect(states(diff)).toEqual(['changed', 'same'])
    expect(diff.changes[0]?.place).toMatchObject({ blockId: 'a1', beforeIndex: 3, afterIndex: 3 })
  })
  test('a paragraph split in two', () => {
    const diff = bodies([`${LONG} ${OTHER}`], [LONG, OTHER])
    expect(sentences(diff)).toEqual(['Paragraph 1 split into 2 paragraphs'])
    expect(diff.words).toEqual({ inserted: 0, deleted: 0 })
  })
  test('two paragraphs joined, with an edit in the second', () => {
    const diff = bodies([LONG, OTHER], [`${LONG} ${OTHER.replace('Residents', 'Neighbours')}`])
    expect(sentences(diff)).toEqual([
      'Paragraph 1 joined from 2 paragraphs',
      'Paragraph 1: ‘Residents’ replaced by ‘Neighbours’',
    ])
  })
  test('a list set as paragraphs keeps its words unmarked', () => {
    const diff = bodies(
      [LONG, list('Close the bridge at once', 'Repair the two piers', 'Open it again in May')],
      [LONG, 'Close the bridge at once', 'Repair the two piers', 'Open it again in May'],
    )
    expect(sentences(diff)).toEqual(['List 1 set as 3 paragraphs instead of list'])
    expect(diff.words).toEqual({ inserted: 0, deleted: 0 })
  })
  test('a paragraph made a crosshead, a bulleted list numbered', () => {
    expect(sentences(bodies([LONG], [withAttrs({ level: 2 }, node('heading', LONG))]))).toEqual([
      'Crosshead 1: changed from paragraph to crosshead',
    ])
    const numbered = withAttrs({ start: 3 }, { ...list('One thing', 'Another'), type: 'orderedList' })
    expect(sentences(bodies([list('One thing', 'Another')], [numbered]))).toEqual([
      'List 1: changed from bulleted list to numbered list',
    ])
  })
  test('an item of a list', () => {
    const diff = bodies(
      [list('Close the bridge', 'Repair the piers')],
      [list('Close the bridge', 'Repair both piers', 'Open it again')],
    )
    expect(sentences(diff)).toEqual([
      'List 1, item 2: ‘the’ replaced by ‘both’',
      'List 1, item 3 inserted: ‘Open it again’',
    ])
  })
  test('empty lines and rules do not wander', () => {
    const rule = node('horizontalRule')
    const diff = bodies([LONG, rule, OTHER, rule, THIRD], [LONG, rule, THIRD])
    expect(kinds(diff)).toEqual(['deleted', 'deleted'])
  })
})

describe('what is not words', () => {
  test('formatting only', () => {
    const diff = bodies(['The council voted'], [paragraph('The ', text('council', 'strong'), ' voted')])
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
    const diff = bodies([linked('https://example.org/a')], [linked('https://example.org/b')])
    expect(only(diff)).toMatchObject({
      kind: 'attribute',
      attribute: 'link',
      words: 'the report',
      group: 'attribute',
    })
    expect(sentences(diff)).toEqual([
      'Paragraph 1: link of ‘the report’ changed from https://example.org/a to https://example.org/b',
    ])
    const both = bodies([linked('https://example.org/a')], [linked('https://example.org/b', 'strong')])
    expect(kinds(both)).toEqual(['attribute', 'formatting'])
  })
  test('a new target behind new words is said with them', () => {
    const linked = (words: string, href: string): NodeJson => paragraph('See ', text(words, link(href)), '.')
    const diff = bodies([linked('this', 'https://example.org/a')], [linked('that', 'https://example.org/b')])
    expect(sentences(diff)).toEqual([
      'Paragraph 1: ‘this’ replaced by ‘that’, link to https://example.org/a changed to https://example.org/b',
    ])
  })
  test('heading level, language of a run', () => {
    const heading = (level: number): NodeJson => withAttrs({ level }, node('heading', 'What comes next'))
    expect(sentences(bodies([heading(2)], [heading(3)]))).toEqual(['Crosshead 1: level changed from 2 to 3'])
    const spoken = (lang: string): NodeJson =>
      paragraph('He said ', text('bonjour', { type: 'languageRun', attrs: { lang } }))
    expect(sentences(bodies([spoken('fr')], [spoken('fr-CA')]))).toEqual([
      'Paragraph 1: language of ‘bonjour’ changed from fr to fr-CA',
    ])
  })
  test('alternative text only, and a picture swapped', () => {
    const [one, two] = ['a'.repeat(64), 'b'.repeat(64)]
    const alt = bodies(
      [figure({ assetId: one, alt: 'A bridge' })],
      [figure({ assetId: one, alt: 'An old bridge' })],
    )
    expect(sentences(alt)).toEqual(['Picture 1: alternative text changed from ‘A bridge’ to ‘An old bridge’'])
    const swapped = bodies(
      [figure({ assetId: one, width: 10, height: 5 })],
      [figure({ assetId: two, width: 20, height: 9 })],
    )
    expect(sentences(swapped)).toEqual(['Picture 1: another picture'])
  })
})

describe('tables', () => {
  const COSTS = [
    ['Pier', 'Cost', 'Year'],
    ['North', '120', '2026'],
    ['South', '340', '2027'],
  ]
  test('a cell', () => {
    const after = COSTS.map((row) => row.map((cell) => (cell === '340' ? '350' : cell)))
    expect(sentences(bodies([table(...COSTS)], [table(...after)]))).toEqual([
      'Table 1, row 3, column 2: ‘340’ replaced by ‘350’',
    ])
  })
  test('a column that went is one change', () => {
    const diff = bodies([table(...COSTS)], [table(...COSTS.map(([one = '', , three = '']) => [one, three]))])
    expect(sentences(diff)).toEqual(['Table 1, column 2 deleted: ‘Cost 120 340’'])
    expect(diff.words.deleted).toBe(3)
  })
  test('a row that came, and a column at the same time', () => {
    const after = [...COSTS.slice(0, 2), ['Middle', '90', '2026'], ...COSTS.slice(2)].map((row, index) => [
      ...row,
      `note ${index}`,
    ])
    const diff = bodies([table(...COSTS)], [table(...after)])
    expect(changeCounts(diff)).toEqual({ 'table-column': 1, 'table-row': 1 })
  })
  test('tables with spans are compared cell by cell', () => {
    const wide = node(
      'tableBlock',
      node(
        'table',
        node('tableRow', withAttrs({ colspan: 2 }, node('tableCell', paragraph('Costs in all')))),
        node('tableRow', node('tableCell', paragraph('North')), node('tableCell', paragraph('120'))),
      ),
    )
    const edited = JSON.parse(JSON.stringify(wide).replace('120', '130')) as NodeJson
    expect(sentences(bodies([wide], [edited]))).toEqual(['Table 1, row 2, column 2: ‘120’ replaced by ‘130’'])
  })
})

describe('fields', () => {
  const fields = (
    before: Partial<ArticleMeta>,
    after: Partial<ArticleMeta>,
    options?: DiffOptions,
  ): string[] => sentences(changed(article({ meta: before }), article({ meta: after }), options))
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
    const diff = changed(
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

describe('limits', () => {
  test('DF6: over the limit the answer is too-large, block by block, with its reason', () => {
    const [before, after] = [
      article({ body: [LONG, OTHER, THIRD] }),
      article({ body: [LONG, OTHER.replace('flood', 'storm'), THIRD] }),
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
    const [sentence = ''] = sentences(bodies([LONG], [LONG, `${OTHER} ${THIRD}`]))
    expect(sentence).toMatch(/^Paragraph 2 inserted: ‘Residents asked .+ … .+ in a year\.’$/)
    expect(sentence.length).toBeLessThan(120)
  })
})
