import { expect, test } from 'vitest'
import { libraryProblem } from '#shell/library-problem.ts'
import { choiceOf, noticeFaces, renderNotice } from '#shell/notice-page.ts'

test('what a notice says is text, whatever is in it', () => {
  const html = renderNotice({
    title: '<script>alert(1)</script>',
    paragraphs: ['/home/"a"/<b>&amp;.stet'],
    choices: [{ id: 'again', label: "Try 'again' & again" }],
  })
  expect(html).not.toContain('<script')
  expect(html).not.toContain('<b>')
  expect(html).toContain('&#38;amp;.stet')
})

test('its links are choices and nothing else is', () => {
  const html = renderNotice({ title: 't', paragraphs: [], choices: [{ id: 'quit', label: 'Quit' }] })
  const [, href = ''] = /href="([^"]*choice[^"]*)"/.exec(html) ?? []
  expect(choiceOf(href)).toBe('quit')
  expect(choiceOf('app://newsroom/index.html')).toBeNull()
  expect(choiceOf('https://example.org/choice/quit')).toBeNull()
})

test('D12: a library that does not open offers a way on', () => {
  const notice = libraryProblem({ type: 'LibraryCorrupt', path: '/a/b.stet', detail: 'page 7' })
  expect(notice.choices.map(({ id }) => id)).toEqual(['again', 'open', 'new', 'quit'])
  expect(notice.paragraphs[0]).toContain('/a/b.stet')
  expect(notice.paragraphs).toHaveLength(2)
})

test('the faces of the product are used when the build has them', () => {
  const faces = noticeFaces(['/index.html', '/assets/inter-latin-wght-normal-Dx4kXJAl.woff2'])
  expect(faces).toContain('url(/assets/inter-latin-wght-normal-Dx4kXJAl.woff2)')
  expect(faces).not.toContain('Newsreader')
  expect(noticeFaces([])).toBe('')
})
