import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ReadOnlyArticle } from '#renderer/editor/read-only-article.tsx'
import type { NodeJson } from '#shared/article/article.ts'
import { block, head, paragraph, text } from './binding/bound-view.ts'

afterEach(cleanup)
const show = (...content: NodeJson[]) =>
  render(<ReadOnlyArticle content={{ type: 'doc', content }} label="Revision" language="de" />).container

test('a revision is shown with its structure, and cannot be edited', () => {
  const container = show(
    ...head('Kick', 'Headline', 'Stand'),
    block('paragraph', text('plain '), text('strong', 'strong', 'emphasis')),
    block('orderedList', block('listItem', paragraph('item'))),
    block('tableBlock', block('table', block('tableRow', block('tableHeader', paragraph('Year'))))),
  )
  expect(screen.getByRole('article', { name: 'Revision' }).getAttribute('lang')).toBe('de')
  expect(container.querySelector('h1')?.textContent).toBe('Headline')
  expect(container.querySelector('strong em')?.textContent).toBe('strong')
  expect(container.querySelector('ol li')?.textContent).toBe('item')
  expect(container.querySelector('th')?.textContent).toBe('Year')
  expect(container.querySelector('[contenteditable]')).toBeNull()
})

test('DR8: what this version does not know is shown as its text under a label, at any depth', () => {
  const hologram: NodeJson = {
    type: 'hologram',
    attrs: { spin: 3 },
    content: [paragraph('Seen '), paragraph('from all sides')],
  }
  const container = show(
    ...head(),
    hologram,
    block('blockQuote', hologram),
    block('paragraph', { type: 'glyph', content: [text('inline')] }, text(' after', 'sparkle')),
  )
  expect(screen.getAllByText('Not known to this version: hologram')).toHaveLength(2)
  expect(container.textContent).toContain('Seen \nfrom all sides')
  expect(container.textContent).toContain('inline after')
})

test('a picture comes from the library and from nowhere else', () => {
  const assetId = 'a'.repeat(64)
  const container = show(
    {
      type: 'figure',
      attrs: { assetId, alt: 'A hat', width: 20, height: 10 },
      content: [block('caption', 'Hat')],
    },
    { type: 'figure', attrs: { assetId: 'https://elsewhere/x.png' } },
  )
  const pictures = [...container.querySelectorAll('img')].map((img) => [img.getAttribute('src'), img.alt])
  expect(pictures).toEqual([[`media://library/${assetId}`, 'A hat']])
})

test('links are shown, not followed', () => {
  const container = show(
    block('paragraph', {
      type: 'text',
      text: 'link',
      marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    }),
  )
  expect(container.querySelector('a')).toBeNull()
  expect(container.querySelector('.galley-link')?.hasAttribute('title')).toBe(false)
})
