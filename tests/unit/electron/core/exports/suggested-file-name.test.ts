import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suggestedFileName } from '#core/exports/suggested-file-name.ts'
import { article } from '#tests/support/builders.ts'
import { BREAK_OUT_STRINGS } from '#tests/support/break-out-strings.ts'
import { runs } from '#tests/support/runs.ts'

const nameOf = (headline: string, extension = 'html'): string =>
  suggestedFileName(article({ headline }), extension)

const HOSTILE = [
  'CON',
  'con',
  'Prn',
  'AUX',
  'nul',
  'COM1',
  'com0',
  'LPT9',
  'COM¹',
  'LPT²',
  'CONIN$',
  'CLOCK$',
  'con.txt',
  'aux .',
  'nul.tar.gz',
  '.',
  '..',
  '../../etc/passwd',
  '..\\..\\windows',
  '/absolute',
  'C:\\x',
  'C:x',
  '\\\\server\\share',
  'file:///x',
  'a/b',
  'a\\b',
  'name.',
  'name ',
  ' name',
  'name...',
  '-rf',
  '--help',
  '~',
  '~root',
  '$HOME',
  '%PATH%',
  '`id`',
  '|x',
  '>x',
  '<x',
  'a:b',
  'a*b?',
  '"q"',
  'x:$DATA',
  'x::$INDEX_ALLOCATION',
  'a\u0000b',
  'a\u202egnp.exe',
  '\u200b',
  '\ufeff',
  '\u0301',
  'é',
  'e\u0301',
  '🎉',
  'ﬁle',
  'K',
  'ſ',
  'ı',
  'İ',
  'a\nb',
  'a\rb',
  'a\tb',
  '\ud800',
  '한글'.repeat(60),
  'ß'.repeat(200),
  'x'.repeat(5_000),
  ''.padEnd(300, 'a '),
  '   ',
]

/** What Windows, macOS and Linux all take, and nothing else. */
function expectValid(name: string): void {
  expect(name).not.toBe('')
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
  expect(name).toBe(name.normalize('NFC'))
  expect(name).toMatch(/^[a-z0-9][a-z0-9-]*\.[a-z0-9]+$/)
  expect(name).not.toMatch(/^(con|prn|aux|nul|conin|conout|clock|com\d|lpt\d)\./)
  expect(name).not.toMatch(/[. ]$/)
  expect(name.toLowerCase()).toBe(name)
}

test('S11: hostile headlines give names that every system takes', () => {
  for (const headline of [...HOSTILE, ...BREAK_OUT_STRINGS]) expectValid(nameOf(headline))
})

test('S11: any headline and any extension give such a name', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('html', 'md', 'TXT', 'j/s'),
      (headline, extension) => {
        expectValid(nameOf(headline, extension))
      },
    ),
    { numRuns: runs(100) },
  )
})

test('the name is made of the address, so that both can be found by the same words', () => {
  expect(nameOf('Mayor’s office answers')).toBe('mayors-office-answers.html')
  expect(nameOf('CON')).toBe('article-con.html')
  expect(nameOf('🎉')).toBe('article.html')
  expect(suggestedFileName(article({ headline: 'X', meta: { urlSlug: 'chosen' } }), 'md')).toBe('chosen.md')
})
