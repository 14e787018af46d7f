import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toInstant } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { Desk } from '#renderer/features/desk/desk.tsx'
import { useOpenArticle } from '#renderer/state/open-article.ts'
import { createFakeDesktop, type FakeDesktop, summary } from '#tests/support/fake-desktop.ts'
import { giveElementsASize, renderWithDesktop } from '#tests/support/render-with-desktop.tsx'

const noop = () => undefined
const show = (desktop: FakeDesktop) => renderWithDesktop(<Desk onReady={noop} />, desktop)
const headlines = () =>
  within(screen.getByRole('list', { name: 'Articles' }))
    .getAllByRole('listitem')
    .map((item) => item.querySelector('span')?.textContent)

const river = summary({ headline: 'The river', savedAt: toInstant(3_000), words: 10 })
const market = summary({ headline: 'The night market', savedAt: toInstant(2_000), words: 900 })
const spiked = summary({ headline: 'Set aside', status: 'spiked' })

beforeAll(() => giveElementsASize())
beforeEach(() => useOpenArticle.setState({ articleId: null, reading: null }))
afterEach(cleanup)

describe('Desk', () => {
  it('lists what is there, newest first, without what is spiked', async () => {
    show(createFakeDesktop({ articles: [market, spiked, river] }))
    await screen.findByText('The river')
    expect(headlines()).toEqual(['The river', 'The night market'])
    expect(screen.getByText('2 articles')).toBeTruthy()
  })

  it('draws only the rows on screen, of however many', async () => {
    const articles = Array.from({ length: 20_000 }, (_, index) =>
      summary({ headline: `Article ${index}`, savedAt: toInstant(20_000 - index) }),
    )
    show(createFakeDesktop({ articles }))
    await screen.findByText('Article 0')
    expect(screen.getByText('20,000 articles')).toBeTruthy()
    expect(screen.getAllByRole('listitem').length).toBeLessThan(60)
  })

  it('an empty library says so, and a search without hits offers to be cleared', async () => {
    show(createFakeDesktop({ articles: [river] }))
    await screen.findByText('The river')
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'zebra' } })
    await screen.findByText('Nothing found')
    fireEvent.click(screen.getByRole('button', { name: 'Clear search and filters' }))
    await screen.findByText('The river')
    cleanup()
    show(createFakeDesktop())
    await screen.findByText('No articles yet')
  })

  it('the answer to the newest question stays, however late an older one arrives', async () => {
    const waiting: (() => void)[] = []
    const desktop = createFakeDesktop(
      {},
      {
        library: {
          list: async ({ text }) => {
            if (text === 'slow') await new Promise<void>((resolve) => waiting.push(resolve))
            const headline = text === '' ? 'Everything' : `Found ${text}`
            return ok({ rows: [{ ...river, headline }], total: 1 })
          },
        },
      },
    )
    show(desktop)
    await screen.findByText('Everything')
    const box = screen.getByRole('searchbox')
    fireEvent.change(box, { target: { value: 'slow' } })
    await waitFor(() => expect(waiting.length).toBe(1))
    fireEvent.change(box, { target: { value: 'fast' } })
    await screen.findByText('Found fast')
    await act(async () => waiting[0]?.())
    expect(screen.queryByText('Found slow')).toBeNull()
    expect(screen.getByText('Found fast')).toBeTruthy()
  })

  it('a word typed at speed is one question', async () => {
    const desktop = createFakeDesktop({ articles: [river] })
    show(desktop)
    await screen.findByText('The river')
    const box = screen.getByRole('searchbox')
    for (const value of ['r', 'ri', 'riv']) fireEvent.change(box, { target: { value } })
    const asked = () => desktop.calls.filter((call) => JSON.stringify(call.input).includes('"text":"r'))
    await waitFor(() => expect(asked()).toHaveLength(1))
    expect(asked()[0]?.input).toMatchObject({ text: 'riv' })
  })

  it('a library that cannot be read is named, and another try is offered', async () => {
    let isDamaged = true
    const fine = createFakeDesktop({ articles: [river] })
    const desktop = createFakeDesktop(
      {},
      {
        library: {
          list: async (query) =>
            isDamaged
              ? err({ type: 'StorageFailed' as const, detail: 'I/O error' })
              : fine.library.list(query),
        },
      },
    )
    show(desktop)
    await screen.findByText('The disk did not answer')
    isDamaged = false
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByText('The river')
  })

  it('search hits are marked as text, never as markup', async () => {
    const parts = [
      { text: 'down by the ', isHit: false },
      { text: '<b>river</b>', isHit: true },
    ]
    show(createFakeDesktop({ articles: [{ ...river, snippet: { field: 'body', parts } }] }))
    const mark = await screen.findByText('<b>river</b>')
    expect(mark.tagName).toBe('MARK')
  })

  it('arrows move between rows, Enter opens, and typing goes to the search', async () => {
    const { session } = show(createFakeDesktop({ articles: [river, market] }))
    const first = (await screen.findByText('The river')).closest('button')
    first?.focus()
    if (first) fireEvent.keyDown(first, { key: 'ArrowDown' })
    await waitFor(() => expect(document.activeElement?.textContent).toContain('The night market'))
    fireEvent.click(document.activeElement as Element)
    await waitFor(() => expect(session.state()).toMatchObject({ kind: 'open', articleId: market.id }))
    expect(useOpenArticle.getState().articleId).toBe(market.id)
    fireEvent.keyDown(document.activeElement as Element, { key: 'r' })
    expect((document.activeElement as HTMLInputElement).value).toBe('r')
  })

  it('an event from main brings the list up to date', async () => {
    const desktop = createFakeDesktop({ articles: [river] })
    show(desktop)
    await screen.findByText('The river')
    await act(async () => {
      await desktop.library.create({ from: 'sample' })
    })
    await screen.findByText('The river that came back')
  })
})
