import { expect, test } from 'vitest'
import { exportText, plainText } from '#core/exports/formats/text.ts'
import { article, node, paragraph, text } from '#tests/support/builders.ts'
import { DESK_CANARY, exportInput, link, STASH_CANARY } from '#tests/support/full-article.ts'

test('heads, byline and stamps stand on lines of their own, wire style', () => {
  expect(plainText(exportInput()).split('\n').slice(0, 12)).toEqual([
    'Waterways',
    '',
    'The last ferry at Oyster Bend keeps its own time',
    '',
    'For 140 years a flat boat on a cable has carried the valley across. The bridge opens in May, and nobody has told the ferryman',
    '',
    'By Han Seo-yun, valley reporter, and Rosalind Ache; pictures by Ode Marchetti in Oyster Bend',
    '',
    'Published: March 4, 2022 5:35 p.m. KST',
    'Updated: March 6, 2022 11:55 a.m. KST',
    '',
    '[Picture: The ferry at noon. It carries nine cars or one hay cart. / Ode Marchetti / Valley Wire]',
  ])
})

test('the dateline runs in', () => {
  expect(plainText(exportInput())).toContain('\n\nOyster Bend (Valley Wire) — The boat leaves')
})

test('lines wrap between words and keep their indent', () => {
  const lines = plainText(exportInput(), { wrapAt: 60 }).split('\n')
  expect(lines.filter((line) => line.length > 60)).toEqual([])
  expect(lines).toContain('    I said: all of them, so far.')
  expect(lines).toContain('    — Bertil Aume, ferryman')
})

test('a link gives its address once, unless the words are the address', () => {
  const body = [
    paragraph(
      'See ',
      link('the ', 'https://a.example/'),
      text('plan', { type: 'link', attrs: { href: 'https://a.example/' } }, 'strong'),
      '.',
    ),
    paragraph(link('https://b.example/', 'https://b.example/')),
  ]
  expect(plainText(exportInput({ article: article({ body }) }))).toContain(
    'See the plan <https://a.example/>.\n\nhttps://b.example/\n',
  )
})

test('a dash that opens a spoken line is not taken for a source', () => {
  const quote = node('blockQuote', paragraph('— Yes.'), paragraph('— No.'), node('quoteSource', 'Overheard'))
  expect(plainText(exportInput({ article: article({ body: [quote] }) }))).toContain(
    '    — Yes.\n\n    — No.\n    — Overheard\n',
  )
})

test('same input, same bytes, LF, a final newline, nothing private', () => {
  const [file] = exportText(exportInput())
  expect(exportText(exportInput())[0]).toEqual(file)
  const words = plainText(exportInput())
  expect(words).not.toContain('\r')
  expect(words.endsWith('.\n')).toBe(true)
  for (const canary of [STASH_CANARY, DESK_CANARY]) expect(words).not.toContain(canary)
})
