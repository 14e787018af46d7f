import { describe, expect, test } from 'vitest'
import type { NodeJson } from '#shared/article/article.ts'
import type { MergedDiff } from '#shared/revision/diff/revision-diff.ts'
import { node, paragraph, withAttrs } from '#tests/support/builders.ts'
import {
  CRACKS,
  RESIDENTS,
  MAYOR,
  FERRIES,
  mergedBodies,
  kinds,
  sentences,
} from '#tests/support/told-diff.ts'

const list = (...items: string[]): NodeJson =>
  node('bulletList', ...items.map((item) => node('listItem', paragraph(item))))
const states = (diff: MergedDiff): string[] => diff.rows.slice(3).map((row) => row.state)

describe('blocks', () => {
  test('a paragraph that came or went', () => {
    expect(sentences(mergedBodies([CRACKS, RESIDENTS], [CRACKS, MAYOR, RESIDENTS]))).toEqual([
      `Paragraph 2 inserted: ‘${MAYOR}’`,
    ])
    expect(sentences(mergedBodies([CRACKS, MAYOR, RESIDENTS], [CRACKS, RESIDENTS]))).toEqual([
      `Paragraph 2 deleted: ‘${MAYOR}’`,
    ])
  })
  test('a block moved whole is a move and marks no word', () => {
    const diff = mergedBodies([CRACKS, RESIDENTS, MAYOR, FERRIES], [FERRIES, CRACKS, RESIDENTS, MAYOR])
    expect(sentences(diff)).toEqual(['Paragraph 4 moved up, now at the top'])
    expect([diff.words, diff.moves, states(diff)]).toEqual([
      { inserted: 0, deleted: 0 },
      1,
      ['moved-here', 'same', 'same', 'same', 'moved-away'],
    ])
  })
  test('what was dragged once is one move, however long it is and whatever it passed', () => {
    const long = `${CRACKS} ${RESIDENTS} ${MAYOR}`
    const short = ['Ferries will run.', 'Schools stay open until noon.', 'Markets move to the square.']
    expect(sentences(mergedBodies([long, ...short, FERRIES], [...short, long, FERRIES]))).toEqual([
      'Paragraph 1 moved down, now after paragraph 3',
    ])
  })
  test('a paragraph moved and then edited is a move and its edit', () => {
    const diff = mergedBodies(
      [CRACKS, RESIDENTS, MAYOR, FERRIES],
      [RESIDENTS, MAYOR, FERRIES, CRACKS.replace('two', 'three')],
    )
    expect(sentences(diff)).toEqual([
      'Paragraph 1 moved down, now after paragraph 3',
      'Paragraph 4: ‘two’ replaced by ‘three’',
    ])
  })
  test('a short block elsewhere is doubtful: deleted and inserted', () => {
    expect(kinds(mergedBodies(['Yes.', CRACKS, RESIDENTS], [CRACKS, RESIDENTS, 'Yes.']))).toEqual([
      'deleted',
      'inserted',
    ])
  })
  test('a block keeps its identity by its id, whatever was written into it', () => {
    const named = (id: string, value: string): NodeJson => withAttrs({ blockId: id }, paragraph(value))
    const diff = mergedBodies(
      [named('a1', CRACKS), named('b2', RESIDENTS)],
      [named('a1', FERRIES), named('b2', RESIDENTS)],
    )
    expect(states(diff)).toEqual(['changed', 'same'])
    expect(diff.changes[0]?.place).toMatchObject({ blockId: 'a1', beforeIndex: 3, afterIndex: 3 })
  })
  test('a paragraph split in two', () => {
    const diff = mergedBodies([`${CRACKS} ${RESIDENTS}`], [CRACKS, RESIDENTS])
    expect(sentences(diff)).toEqual(['Paragraph 1 split into 2 paragraphs'])
    expect(diff.words).toEqual({ inserted: 0, deleted: 0 })
  })
  test('two paragraphs joined, with an edit in the second', () => {
    const diff = mergedBodies(
      [CRACKS, RESIDENTS],
      [`${CRACKS} ${RESIDENTS.replace('Residents', 'Neighbours')}`],
    )
    expect(sentences(diff)).toEqual([
      'Paragraph 1 joined from 2 paragraphs',
      'Paragraph 1: ‘Residents’ replaced by ‘Neighbours’',
    ])
  })
  test('a list set as paragraphs keeps its words unmarked', () => {
    const diff = mergedBodies(
      [CRACKS, list('Close the bridge at once', 'Repair the two piers', 'Open it again in May')],
      [CRACKS, 'Close the bridge at once', 'Repair the two piers', 'Open it again in May'],
    )
    expect(sentences(diff)).toEqual(['List 1 set as 3 paragraphs instead of list'])
    expect(diff.words).toEqual({ inserted: 0, deleted: 0 })
  })
  test('a paragraph made a crosshead, a bulleted list numbered', () => {
    expect(sentences(mergedBodies([CRACKS], [withAttrs({ level: 2 }, node('heading', CRACKS))]))).toEqual([
      'Crosshead 1: changed from paragraph to crosshead',
    ])
    const numbered = withAttrs({ start: 3 }, { ...list('One thing', 'Another'), type: 'orderedList' })
    expect(sentences(mergedBodies([list('One thing', 'Another')], [numbered]))).toEqual([
      'List 1: changed from bulleted list to numbered list',
    ])
  })
  test('an item of a list', () => {
    const diff = mergedBodies(
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
    const diff = mergedBodies([CRACKS, rule, RESIDENTS, rule, MAYOR], [CRACKS, rule, MAYOR])
    expect(kinds(diff)).toEqual(['deleted', 'deleted'])
  })
})
