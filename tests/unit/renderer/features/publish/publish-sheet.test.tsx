import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { err } from '#shared/ipc/result.ts'
import { PublishSheet } from '#renderer/features/publish/publish-sheet.tsx'
import { ReasonDialog } from '#renderer/features/publish/reason-dialog.tsx'
import { useDialogs } from '#renderer/state/dialogs.ts'
import { useToasts } from '#renderer/state/toasts.ts'
import { createFakeDesktop, type FakeDesktop, summary } from '#tests/support/fake-desktop.ts'
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
const button = () => screen.findByRole('button', { name: 'Choose a place and publish…' })
const decisionOf = (desktop: FakeDesktop) =>
  desktop.calls.filter(({ command }) => command === 'publishing.publish').map(({ input }) => input)

beforeEach(() => {
  onClose.mockClear()
  useToasts.setState({ toasts: [] })
  useDialogs.setState({ dialog: null })
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
    expect(useDialogs.getState().dialog).toMatchObject({ kind: 'reason', act: 'release', isFromSheet: true })
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
