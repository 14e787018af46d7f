import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ArticleId, toInstant, zoneSchema } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { PublishSheet } from '#renderer/features/publish/publish-sheet.tsx'
import { ReasonDialog } from '#renderer/features/publish/reason-dialog.tsx'
import { SeenAtDialog } from '#renderer/features/publish/seen-at-dialog.tsx'
import { useToasts } from '#renderer/state/toasts.ts'
import { article } from '#tests/support/builders.ts'
import { createFakeDesktop, type FakeDesktop, revision, summary } from '#tests/support/fake-desktop.ts'
import { edition, type LedgerSeed } from '#tests/support/fake-publishing.ts'
import { createTestSession, renderWithDesktop } from '#tests/support/render-with-desktop.tsx'

const row = summary({ headline: 'The river' })
const onClose = vi.fn()

async function show(desktop: FakeDesktop) {
  const session = createTestSession(desktop)
  await session.show(row.id)
  await vi.waitFor(() => expect(session.state().kind).toBe('open'))
  renderWithDesktop(<PublishSheet articleId={row.id} onClose={onClose} />, desktop, session)
}
/** happy-dom would fetch the page of a frame: here nothing makes one. */
const desk = () =>
  createFakeDesktop(
    { articles: [row] },
    { publishing: { preview: async () => err({ type: 'HeadlineMissing' }) } },
  )
/** Readers have a page of it with another headline. */
const deskWithOldPage = (ledgers: ReadonlyMap<ArticleId, LedgerSeed> = new Map()) =>
  createFakeDesktop(
    { articles: [row], ledgers },
    {
      publishing: { preview: async () => err({ type: 'HeadlineMissing' }) },
      revisions: {
        read: async () => ok({ summary: revision(), article: article({ headline: 'The rivr' }) }),
      },
    },
  )
async function published(desktop: FakeDesktop): Promise<FakeDesktop> {
  const first = { articleId: row.id, profileId: null, decision: { kind: 'first' }, allowTk: false } as const
  const answer = await desktop.publishing.publish({ ...first, decidedOn: null })
  expect(answer.ok).toBe(true)
  return desktop
}
const button = () => screen.findByRole('button', { name: 'Choose a place and publish…' })
const decisionOf = (desktop: FakeDesktop) =>
  desktop.calls.filter(({ command }) => command === 'publishing.publish').map(({ input }) => input)

beforeEach(() => {
  onClose.mockClear()
  useToasts.setState({ toasts: [] })
})
afterEach(cleanup)

describe('the publish sheet', () => {
  it('a first page says that it sets Published, and is published as such', async () => {
    const desktop = desk()
    await show(desktop)
    await screen.findByText(/It sets the Published stamp to now/)
    fireEvent.click(await button())
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(decisionOf(desktop)).toMatchObject([
      { articleId: row.id, decision: { kind: 'first' }, allowTk: false },
    ])
    expect(useToasts.getState().toasts[0]).toMatchObject({ title: 'Published as edition 1' })
  })

  it('says so when another window changed the article, and asks about the new words too', async () => {
    const desktop = desk()
    await show(desktop)
    await screen.findByText(/It sets the Published stamp to now/)
    const other = createTestSession(desktop)
    await other.show(row.id)
    await vi.waitFor(() => expect(other.state().kind).toBe('open'))
    const state = other.state()
    if (state.kind !== 'open') throw new Error('open a moment ago')
    state.meta.set('section', 'News')
    expect(await other.save()).toBeNull()
    fireEvent.click(await button())
    expect((await screen.findByRole('alert')).textContent).toContain(
      'has been changed since this was decided',
    )
    expect(onClose).not.toHaveBeenCalled()
    await waitFor(async () => {
      fireEvent.click(await button())
      await waitFor(() => expect(onClose).toHaveBeenCalled())
    })
  })

  it('an article on hold cannot be published from it, and the way out is beside the reason', async () => {
    const desktop = desk()
    await desktop.publishing.setHold({ articleId: row.id, isOn: true, why: 'Waiting for a reply' })
    await show(desktop)
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Waiting for a reply')
    expect((await button()).hasAttribute('disabled')).toBe(true)
    fireEvent.click(within(alert).getByRole('button', { name: 'Release the hold…' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Release the hold' }))
    await waitFor(async () => expect((await button()).hasAttribute('disabled')).toBe(false))
  })

  it('keeps what was decided while a reason is asked for', async () => {
    const desktop = await published(deskWithOldPage())
    await desktop.publishing.setHold({ articleId: row.id, isOn: true, why: 'Waiting' })
    await show(desktop)
    await screen.findByText(/Readers have had edition 1 since/)
    const headline = screen.getByRole('radiogroup', { name: 'What readers are told about Headline' })
    fireEvent.click(within(headline).getByRole('radio', { name: 'Correction' }))
    const words = () => screen.findByRole('textbox', { name: 'Correction' })
    fireEvent.change(await words(), { target: { value: 'It named the wrong river.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Release the hold…' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(await words()).toHaveProperty('value', 'It named the wrong river.')
  })

  it('does not say that readers have what was killed', async () => {
    const desktop = await published(deskWithOldPage())
    await desktop.publishing.act({ articleId: row.id, verb: 'kill', why: 'wrong man' })
    await desktop.publishing.act({ articleId: row.id, verb: 'revive', why: '' })
    await show(desktop)
    await screen.findByText(/Readers had edition 1 until the article was killed/)
  })

  it('does not say that a page from elsewhere gets a new Published', async () => {
    const stamp = { at: toInstant(1_000), zone: zoneSchema.parse('UTC') }
    const ledgers = new Map([[row.id, { stamps: { published: stamp, updated: null } }]])
    const desktop = deskWithOldPage(ledgers)
    await show(desktop)
    await screen.findByText(/so Published stays as it is/)
    expect(screen.queryByText(/sets the Published stamp to now/)).toBeNull()
    // And what was wrong elsewhere can be put right at once.
    fireEvent.click(screen.getByRole('button', { name: 'Add a note' }))
    const note = screen.getByRole('textbox', { name: 'Editor’s note' })
    fireEvent.change(note, { target: { value: 'It is four.' } })
    fireEvent.click(await button())
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(decisionOf(desktop)).toMatchObject([
      { decision: { kind: 'noted', notes: [{ text: 'It is four.' }] } },
    ])
  })
})

describe('notes that stand already', () => {
  it('another kind of note can take the place of a retraction: nothing else brings the story back', async () => {
    const desktop = await published(deskWithOldPage())
    const retraction = { kind: 'retraction', text: 'All wrong.', placement: 'high' } as const
    const notes = [{ ...retraction, revises: null, change: null }]
    await desktop.publishing.publish({
      articleId: row.id,
      profileId: null,
      decision: { kind: 'noted', notes },
      decidedOn: null,
      allowTk: false,
    })
    await show(desktop)
    fireEvent.click(await screen.findByRole('button', { name: 'Reword retraction 1' }))
    await screen.findByText(/Takes the place of note-1/)
    await screen.findByRole('button', { name: /Kind of note/ })
  })
})

describe('what readers saw', () => {
  it('is asked of the minute that is shown, and names a page that came later in it', async () => {
    const at = toInstant(Date.UTC(2026, 2, 4, 14, 5, 37))
    const ledgers = new Map([[row.id, { editions: [edition({ articleId: row.id, at })] }]])
    vi.useFakeTimers({ now: at + 10_000, toFake: ['Date'] })
    try {
      renderWithDesktop(<SeenAtDialog articleId={row.id} onClose={onClose} />, deskWithOldPage(ledgers))
      await screen.findByText('Nothing: there was no page yet.')
      await screen.findByText(/Later in that minute edition 1: First publication/)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('the reason dialog', () => {
  it('does nothing without a reason where one is needed', async () => {
    const desktop = desk()
    renderWithDesktop(<ReasonDialog articleId={row.id} act="hold" onClose={onClose} />, desktop)
    const hold = await screen.findByRole('button', { name: 'Put on hold' })
    expect(hold.hasAttribute('disabled')).toBe(true)
    fireEvent.change(screen.getByLabelText('Why'), { target: { value: 'The lawyer reads it' } })
    fireEvent.click(screen.getByRole('button', { name: 'Put on hold' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    const state = await desktop.publishing.state({ articleId: row.id })
    expect(state.ok && state.value.state.hold).toMatchObject({ why: 'The lawyer reads it' })
  })

  it('says why an act is not possible instead of asking for a reason', async () => {
    const desktop = desk()
    renderWithDesktop(<ReasonDialog articleId={row.id} act="kill" onClose={onClose} />, desktop)
    await screen.findByText('Only what readers have is killed; this article is a draft.')
    expect(screen.queryByLabelText('Why')).toBeNull()
  })
})
