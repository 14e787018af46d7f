// @vitest-environment happy-dom
// The rules of axe that need no layout; contrast and the rest are judged in the real window by the end-to-end tests.
import axe from 'axe-core'
import { afterEach, expect, test } from 'vitest'
import { checkerPages } from '#tests/support/checker-pages.ts'

afterEach(() => {
  document.documentElement.innerHTML = ''
})

/** Each page is a fresh document; happy-dom is thorough rather than fast. */
const AXE_MS = 60_000

test.each(checkerPages())(
  'axe finds no violation in the page %s',
  async (_name, files) => {
    const html = new TextDecoder().decode(files[0]?.bytes)
    const [, attributes = '', inner = ''] = /<html([^>]*)>([\s\S]*)<\/html>/.exec(html) ?? []
    for (const [, name = '', value = ''] of attributes.matchAll(/([a-z]+)="([^"]*)"/g))
      document.documentElement.setAttribute(name, value)
    document.documentElement.innerHTML = inner
    const { violations, passes } = await axe.run(document.documentElement, {
      rules: { 'color-contrast': { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    expect(passes.length).toBeGreaterThan(10)
  },
  AXE_MS,
)
