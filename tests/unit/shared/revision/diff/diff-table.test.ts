import { describe, expect, test } from 'vitest'
import type { NodeJson } from '#shared/article/article.ts'
import { changeCounts } from '#shared/revision/diff/describe-change.ts'
import { node, paragraph, table, withAttrs } from '#tests/support/builders.ts'
import { mergedBodies, sentences } from '#tests/support/told-diff.ts'

describe('tables', () => {
  const COSTS = [
    ['Pier', 'Cost', 'Year'],
    ['North', '120', '2026'],
    ['South', '340', '2027'],
  ]
  test('a cell', () => {
    const after = COSTS.map((row) => row.map((cell) => (cell === '340' ? '350' : cell)))
    expect(sentences(mergedBodies([table(...COSTS)], [table(...after)]))).toEqual([
      'Table 1, row 3, column 2: ‘340’ replaced by ‘350’',
    ])
  })
  test('a column that went is one change', () => {
    const diff = mergedBodies(
      [table(...COSTS)],
      [table(...COSTS.map(([one = '', , three = '']) => [one, three]))],
    )
    expect(sentences(diff)).toEqual(['Table 1, column 2 deleted: ‘Cost 120 340’'])
    expect(diff.words.deleted).toBe(3)
  })
  test('a row that came, and a column at the same time', () => {
    const after = [...COSTS.slice(0, 2), ['Middle', '90', '2026'], ...COSTS.slice(2)].map((row, index) => [
      ...row,
      `note ${index}`,
    ])
    const diff = mergedBodies([table(...COSTS)], [table(...after)])
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
    expect(sentences(mergedBodies([wide], [edited]))).toEqual([
      'Table 1, row 2, column 2: ‘120’ replaced by ‘130’',
    ])
  })
})
