import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Story } from '#renderer/features/story/story.tsx'
import type { DraftReplica } from '#renderer/editor/index.ts'
import { createFakeDesktop, type FakeDesktop, summary } from '#tests/support/fake-desktop.ts'
import { createTestSession, renderWithDesktop } from '#tests/support/render-with-desktop.tsx'
import { readMeta } from '#shared/draft/meta-map.ts'

afterEach(cleanup)

const row = summary({ headline: 'The river that came back' })

async function show(desktop: FakeDesktop = createFakeDesktop({ articles: [row] })) {
  const session = createTestSession(desktop)
  await session.show(row.id)
  await vi.waitFor(() => expect(session.state().kind).toBe('open'))
  const open = session.state()
  if (open.kind !== 'open') throw new Error('not open')
  renderWithDesktop(<Story articleId={row.id} meta={open.meta} canWrite />, desktop, session)
  await screen.findByText('Published')
  return { meta: open.meta, replica: open.replica }
}
const stored = (replica: DraftReplica) => {
  const meta = readMeta(replica.doc)
  if (!meta.ok) throw new Error('unreadable')
  return meta.value
}
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

describe('Story', () => {
  it('each field is written under its own key as it is typed', async () => {
    const { replica } = await show()
    type('Slugline', 'river-2')
    type('Search headline', 'River returns')
    type('Desk note', 'Ask the lawyer')
    expect(stored(replica)).toMatchObject({
      slugline: 'river-2',
      urlSlug: '',
      searchHeadline: 'River returns',
      deskNote: 'Ask the lawyer',
    })
  })

  it('what a colleague types appears', async () => {
    const { meta } = await show()
    act(() => meta.set('datelinePlace', 'BUSAN'))
    expect(screen.getByLabelText('Place').getAttribute('value')).toBe('BUSAN')
    expect(screen.getByText(/BUSAN — …/)).toBeTruthy()
  })

  it('the URL slug follows the headline until one is written, and never shares a label with the slugline', async () => {
    await show()
    const slug = await screen.findByLabelText('URL slug')
    await waitFor(() => expect(slug.getAttribute('placeholder')).toBe('the-river-that-came-back'))
    type('URL slug', 'River Returns!')
    expect(screen.getByText('Readers get: river-returns')).toBeTruthy()
    expect(screen.getAllByLabelText(/slug/i).map((field) => field.getAttribute('value'))).toHaveLength(2)
  })

  it('a slug of emoji only is a clear sentence', async () => {
    await show()
    type('URL slug', '🌊🌊')
    expect(screen.getByText(/No letter or digit of this can stand in an address/)).toBeTruthy()
  })

  it('people are added, named and put in order, and the line is shown as readers see it', async () => {
    const { replica, meta } = await show()
    act(() => meta.setPerson({ id: 'a', rank: 1, lead: '', name: 'Kim Min-ji', role: '', profileUrl: '' }))
    fireEvent.click(screen.getByRole('button', { name: 'Add a person' }))
    await waitFor(() => expect(stored(replica).people).toHaveLength(2))
    const names = screen.getAllByLabelText('Name')
    fireEvent.change(names[1] as Element, { target: { value: 'Jonas Weber' } })
    expect(screen.getByText('By Kim Min-ji and Jonas Weber')).toBeTruthy()
    fireEvent.keyDown(screen.getAllByLabelText('Name')[1] as Element, { key: 'ArrowUp', altKey: true })
    expect(screen.getByText('By Jonas Weber and Kim Min-ji')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Remove Kim Min-ji' }))
    expect(screen.getByText('By Jonas Weber')).toBeTruthy()
  })

  it('a pasted list of topics is several topics', async () => {
    const { replica } = await show()
    const box = screen.getByLabelText('Add a topic')
    fireEvent.change(box, { target: { value: 'water, rivers' } })
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(stored(replica).topics).toEqual(['rivers', 'water'])
  })

  it('offers the verbs that lead on from here, and tells when one is done', async () => {
    const desktop = createFakeDesktop({ articles: [row] })
    await show(desktop)
    fireEvent.click(screen.getByRole('button', { name: 'Spike' }))
    await screen.findByRole('button', { name: 'Revive' })
    expect(screen.queryByRole('button', { name: 'File to the Desk' })).toBeNull()
  })

  it('an embargo keeps its clock time when the zone changes', async () => {
    const { replica, meta } = await show()
    fireEvent.click(screen.getByRole('button', { name: 'Set embargo…' }))
    await waitFor(() => expect(stored(replica).embargo).not.toBeNull())
    const before = meta.get().embargo
    expect(before?.zone).toBe('Asia/Seoul')
    fireEvent.change(screen.getByRole('combobox', { name: 'Embargo zone' }), { target: { value: 'UTC' } })
    const after = stored(replica).embargo
    expect(after?.zone).toBe('UTC')
    expect(Number(after?.at) - Number(before?.at)).toBe(9 * 3_600_000)
  })
})
