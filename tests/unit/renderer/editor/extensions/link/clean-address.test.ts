import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanAddress, isAddress } from '#renderer/editor/extensions/link/clean-address.ts'
import { safeHref } from '#shared/schema/safe-href.ts'
import { runs } from '#tests/support/runs.ts'

describe('cleanAddress', () => {
  it.each([
    ['example.org/a', 'https://example.org/a'],
    ['//example.org/a', 'https://example.org/a'],
    ['example.org:8080/a', 'https://example.org:8080/a'],
    ['desk@example.org', 'mailto:desk@example.org'],
    ['+44 20 7946 0000', 'tel:+442079460000'],
    ['https://example.org/a?utm_source=x&id=3&fbclid=9#top', 'https://example.org/a?id=3#top'],
    ['https://example.org/a?utm_source=x', 'https://example.org/a'],
    ['<https://example.org/>', 'https://example.org/'],
    ['#notes', '#notes'],
  ])('%s becomes %s', (raw, href) => {
    expect(cleanAddress(raw)?.href).toBe(href)
  })

  it.each([
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    '',
    'hello',
  ])('refuses %s', (raw) => {
    expect(cleanAddress(raw)).toBeNull()
  })

  it('names what it dropped and touches nothing else', () => {
    expect(cleanAddress('https://example.org/?a=1&b=%20&sig=x%2B')).toEqual({
      href: 'https://example.org/?a=1&b=%20&sig=x%2B',
      dropped: [],
    })
    expect(cleanAddress('https://example.org/?gclid=1&a=1')?.dropped).toEqual(['gclid'])
  })

  it('answers only what safeHref accepts, whatever is typed, and is idempotent', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (raw) => {
          const clean = cleanAddress(raw)
          if (clean === null) return
          expect(safeHref(clean.href)).toBe(clean.href)
          expect(cleanAddress(clean.href)?.href).toBe(clean.href)
        },
      ),
      { numRuns: runs(250) },
    )
  })

  it('knows an address from a sentence', () => {
    expect(isAddress(' https://example.org/x ')).toBe(true)
    expect(isAddress('see https://example.org/x')).toBe(false)
  })
})
