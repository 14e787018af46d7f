import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GridCell, tableGrid, tableMatrix } from '#core/exports/formats/table-grid.ts'
import type { NodeJson } from '#shared/article/article.ts'
import { runs } from '#tests/support/runs.ts'

const cellType = fc.constantFrom('tableHeader', 'tableCell')
const span = fc.oneof(
  { weight: 3, arbitrary: fc.constant(1) },
  fc.integer({ min: 1, max: 5 }),
  fc.constant(1_000),
)
const cell = fc
  .record({ type: cellType, colspan: span, rowspan: span })
  .map(({ type, colspan, rowspan }): NodeJson => ({ type, attrs: { colspan, rowspan } }))
const rows = fc.array(
  fc.array(cell, { maxLength: 5 }).map((content): NodeJson => ({ type: 'tableRow', content })),
  { minLength: 1, maxLength: 7 },
)

test('whatever two merged edits leave behind becomes a table that is one', () => {
  fc.assert(
    fc.property(rows, (table) => {
      const grid = tableGrid(table)
      for (const group of [grid.head, grid.body]) expectSound(group)
      const [first] = grid.head.length > 0 ? grid.head : grid.body
      const width = widthOf(first ?? [])
      for (const row of tableMatrix(grid)) expect(row).toHaveLength(width)
    }),
    { numRuns: runs(200) },
  )
})

test('no cell is lost or doubled, and they keep their order', () => {
  fc.assert(
    fc.property(rows, (table) => {
      const grid = tableGrid(table)
      const kept = [...grid.head, ...grid.body].flat().flatMap((one) => (one.cell === null ? [] : [one.cell]))
      expect(kept).toEqual(table.flatMap((row) => row.content ?? []))
    }),
    { numRuns: runs(150) },
  )
})

const widthOf = (row: readonly GridCell[]): number => row.reduce((sum, one) => sum + one.colspan, 0)

/** Lays the group out as a browser does: every slot covered once, every row and column begun by a cell. */
function expectSound(group: readonly (readonly GridCell[])[]): void {
  const covered = new Set<string>()
  const begun = new Set<number>()
  const widths = new Set<number>()
  for (const [rowIndex, row] of group.entries()) {
    expect(row.length).toBeGreaterThan(0)
    let column = 0
    for (const one of row) {
      while (covered.has(`${rowIndex}/${column}`)) column++
      begun.add(column)
      for (let r = rowIndex; r < rowIndex + one.rowspan; r++)
        for (let c = column; c < column + one.colspan; c++) {
          expect(r).toBeLessThan(group.length)
          expect(covered.has(`${r}/${c}`)).toBe(false)
          covered.add(`${r}/${c}`)
        }
    }
  }
  for (let r = 0; r < group.length; r++)
    widths.add([...covered].filter((slot) => slot.startsWith(`${r}/`)).length)
  expect(widths.size).toBeLessThanOrEqual(1)
}
