import fc from 'fast-check'
import { parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { renderScreen } from '#shell/render-screen.ts'

const element = (tag: string, rest: object = {}) => ({
  tag,
  attributes: {},
  style: {},
  children: [],
  ...rest,
})
const render = (root: unknown, styles: unknown = []) =>
  renderScreen({ styles, root }, new Set(['/assets/a.css']))

describe('a stored screen', () => {
  test('is written as the elements it was taken from, with its styles apart', () => {
    const root = element('p', {
      attributes: { class: 'lead', 'data-kind': 'x' },
      style: { width: '260px', '--zoom': '1' },
      children: ['a < b & "c"', element('br'), element('strong', { children: ['d'] })],
    })
    expect(render(root, ['/assets/a.css'])).toEqual({
      html: '<p class="lead" data-kind="x" data-screen-style="0">a &lt; b &amp; &quot;c&quot;<br><strong>d</strong></p>',
      css: '[data-screen-style="0"]{width:260px;--zoom:1}',
      styles: ['/assets/a.css'],
    })
  })

  test.each([
    ['a script', element('script', { children: ['run()'] })],
    ['a frame', element('iframe')],
    ['a style element', element('style')],
    ['a tag that is markup', element('p><script')],
    ['an event handler', element('p', { attributes: { onclick: 'run()' } })],
    ['an attribute that is markup', element('p', { attributes: { 'class="x" onclick': 'y' } })],
    ['an address', element('a', { attributes: { href: 'https://x.example/' } })],
    ['a picture from elsewhere', element('img', { attributes: { src: 'https://x.example/p.png' } })],
    ['an id that code looks for', element('div', { attributes: { id: 'root' } })],
    ['a style attribute', element('p', { attributes: { style: 'color:red' } })],
    ['a rule that ends its own', element('p', { style: { width: '1px} * {display:none' } })],
    ['an address in a style', element('p', { style: { background: 'url(https://x.example/)' } })],
    ['a property that is a rule', element('p', { style: { 'x:y;z': '1' } })],
    ['nothing', null],
    ['a number', 7],
  ])('with %s is not shown at all', (_name, root) => {
    expect(render(root)).toBeNull()
    expect(render(element('div', { children: [element('p'), root] }))).toBeNull()
  })

  test('asks for style sheets of this build and no others', () => {
    expect(render(element('p'), ['/assets/other.css'])).toBeNull()
    expect(render(element('p'), ['https://x.example/a.css'])).toBeNull()
  })

  test('whatever its words are, they are words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (words, value) => {
        const root = element('p', { attributes: { class: value }, children: [words] })
        const text = JSON.stringify(parse(render(root)?.html ?? ''), (key, inner: unknown) =>
          key === 'parentNode' || key === 'sourceCodeLocation' ? undefined : inner,
        )
        expect(text.match(/"tagName"/g)).toHaveLength(4) // html, head, body, p
      }),
    )
  })
})
