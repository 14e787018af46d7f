import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutSnippet, type SnippetTexts } from '#core/storage/cut-snippet.ts'
import { parseSearchQuery } from '#shared/library/search-query.ts'

const texts = (more: Partial<SnippetTexts>): SnippetTexts => ({
  headline: '',
  slugline: '',
  people: '',
  standfirst: '',
  body: '',
  ...more,
})
/** Hits in brackets, so that a test reads like a row. */
function shown(body: string, query: string): string | null {
  const snippet = cutSnippet(texts({ body }), parseSearchQuery(query))
  return snippet === null
    ? null
    : snippet.parts.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')
}
const NUMBERS = Array.from({ length: 100 }, (_, n) => `n${n}`).join(' ')

describe('a snippet', () => {
  it.each([
    ['The vote was close.', 'vote', 'The [vote] was close.'],
    ['The VOTE was close.', 'vote', 'The [VOTE] was close.'],
    ['Zürich, naïve cafés', 'zurich cafes', '[Zürich], naïve [cafés]'],
    ['Voting votes', 'vot*', '[Voting] [votes]'],
    ['a well-known harbour', 'well-known', 'a [well-known] harbour'],
    ['harbour budget, budget harbour', '"harbour budget"', '[harbour budget], budget harbour'],
    ['one two three', '"two thr"*', 'one [two three]'],
    ['부산 항구의 밤', '부산', '[부산] 항구의 밤'],
    ['<b>vote</b> & more', 'vote', '<b>[vote]</b> & more'],
    ['nothing here', 'vote', null],
    ['', 'vote', null],
  ])('%s / %s', (body, query, expected) => {
    expect(shown(body, query)).toBe(expected)
  })

  it('shows a little before the first hit and more after it, and says where text was left out', () => {
    expect(shown(NUMBERS, 'n50')).toBe(
      `…n42 n43 n44 n45 n46 n47 n48 n49 [n50] ${Array.from({ length: 15 }, (_, n) => `n${51 + n}`).join(' ')}…`,
    )
    expect(shown(NUMBERS, 'n2')?.startsWith('n0 n1 [n2] n3')).toBe(true)
    expect(shown(NUMBERS, 'n99')?.endsWith('n98 [n99]')).toBe(true)
  })

  it('looks in the body first and in the headline last', () => {
    const query = parseSearchQuery('vote')
    expect(cutSnippet(texts({ headline: 'vote', standfirst: 'a vote' }), query)?.field).toBe('standfirst')
    expect(cutSnippet(texts({ headline: 'vote' }), query)?.field).toBe('headline')
  })

  it('its pieces are the text itself: put together they stand in it word for word', () => {
    const word = fc.constantFrom(
      'vote',
      'Voté',
      'harbour',
      'the',
      '—',
      '“',
      '”',
      '<i>',
      '1,000',
      '\n',
      '부산',
    )
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        (body, query) => {
          const text = body.join(' ')
          const snippet = cutSnippet(texts({ body: text }), parseSearchQuery(query.join(' ')))
          if (snippet === null) return
          const whole = snippet.parts.map((part) => part.text).join('')
          expect(text).toContain(whole.replace(/^…/u, '').replace(/…$/u, ''))
          expect(snippet.parts.some((part) => part.isHit)).toBe(true)
          for (const part of snippet.parts) expect(part.text).not.toBe('')
        },
      ),
    )
  })
})
