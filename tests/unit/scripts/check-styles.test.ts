import path from 'node:path'
import { describe, expect, it } from 'vitest'

interface Fault {
  readonly line: number
  readonly text: string
  readonly fault: string
}
const script: unknown = await import(path.resolve(import.meta.dirname, '../../../scripts/check-styles.mjs'))
const { findRawValues, findRawInlineStyles } = script as Record<
  'findRawValues' | 'findRawInlineStyles',
  (text: string) => readonly Fault[]
>

describe('check-styles', () => {
  it.each([
    ['a { color: #1a2b3c; }', 'raw colour'],
    ['a { background: rgb(1 2 3 / 50%) }', 'raw colour'],
    ['a { border: var(--hairline) solid darkred; }', 'raw colour'],
    ['a { background: color-mix(in oklab, var(--a), white 10%); }', 'raw colour'],
    ['a { &:hover { margin: 0 -3px; } }', 'raw px'],
    ['a { --own: 12px }', 'raw px'],
    ['a { width: calc(100% - 1.5px); }', 'raw px'],
  ])('finds the raw value in %s', (css, fault) => {
    expect(findRawValues(css)).toMatchObject([{ line: 1, fault }])
  })

  it.each([
    'a { color: var(--color-ink); margin: 0 var(--space-2); inset: 0px; }',
    '#red { color: currentColor; background: transparent }',
    '@media (min-width: 900px) { a { color: CanvasText; } }',
    'a { content: "12px #fff"; background: url(#a12px) }',
    '/* was: 12px red */ a { white-space: pre; grid-template-columns: [blue-start] 1fr }',
    'a { color: var(--proof-red); transition: background-color 2s }',
    'a:hover, b:focus { margin: 1rem }',
  ])('lets %s pass', (css) => {
    expect(findRawValues(css)).toEqual([])
  })

  it('says the line, comments and strings not counted away', () => {
    expect(findRawValues('/* one\n two */\na {\n  margin:\n    2px;\n}')).toMatchObject([
      { line: 4, text: 'margin: 2px' },
    ])
  })

  it('finds raw values in inline styles, and leaves measured ones alone', () => {
    expect(findRawInlineStyles(`<p style={{ color: '#fff' }} />`)).toHaveLength(1)
    expect(findRawInlineStyles('<p style={{ height: `${row.size}px` }} />')).toEqual([])
  })
})
