import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toInstant } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { History } from '#renderer/features/history/history.tsx'
import { NameRevisionDialog } from '#renderer/features/history/name-revision-dialog.tsx'
import { RestoreDialog } from '#renderer/features/history/restore-dialog.tsx'
import { useOpenArticle } from '#renderer/state/open-article.ts'
import { useToasts } from '#renderer/state/toasts.ts'
import { createFakeDesktop, revision, summary } from '#tests/support/fake-desktop.ts'
import { createTestSession, renderWithDesktop } from '#tests/support/render-with-desktop.tsx'

const row = summary()
const at = (number: number) => toInstant(1_000_000 * number)
const named = revision({ articleId: row.id, number: 9, kind: 'named', label: 'After the lawyer', at: at(9) })
const pause = revision({
  articleId: row.id,
  number: 5,
  kind: 'idle',
  at: at(5),
  wordsAdded: 14,
  wordsRemoved: 3,
})
const library = { articles: [row], revisions: new Map([[row.id, [pause, named]]]) }

beforeEach(() => {
  useOpenArticle.setState({ articleId: row.id, reading: null, comparing: null })
  useToasts.setState({ toasts: [] })
})
afterEach(cleanup)

describe('History', () => {
  it('lists revisions newest first, with what came and went, and says where some were thinned out', async () => {
    renderWithDesktop(<History articleId={row.id} canName />, createFakeDesktop(library))
    const list = await screen.findByRole('list', { name: 'Revisions, newest first' })
    const buttons = within(list).getAllByRole('button')
    expect(buttons[0]?.textContent).toContain('After the lawyer')
    expect(buttons[2]?.textContent).toContain('Pause')
    expect(within(list).getByLabelText('14 words added')).toBeTruthy()
    expect(within(list).getByText('3 automatic revisions were thinned out here')).toBeTruthy()
  })

  it('reads one on a press and goes back to the draft on the next', async () => {
    renderWithDesktop(<History articleId={row.id} canName />, createFakeDesktop(library))
    fireEvent.click(await screen.findByText('After the lawyer'))
    expect(useOpenArticle.getState().reading?.id).toBe(named.id)
    fireEvent.click(screen.getByText('After the lawyer'))
    expect(useOpenArticle.getState().reading).toBeNull()
  })
})

describe('Compare', () => {
  it('sets a revision beside the draft as it is, and another one in its place', async () => {
    renderWithDesktop(<History articleId={row.id} canName />, createFakeDesktop(library))
    fireEvent.click(await screen.findByRole('button', { name: 'Compare revision 9' }))
    expect(useOpenArticle.getState().comparing).toEqual({
      before: { kind: 'revision', revisionId: named.id },
      after: { kind: 'live' },
    })
    const after = { kind: 'revision', revisionId: named.id } as const
    act(() => useOpenArticle.getState().compare({ before: 'filed', after }))
    fireEvent.click(screen.getByRole('button', { name: 'Compare revision 5' }))
    expect(useOpenArticle.getState().comparing).toEqual({
      before: { kind: 'revision', revisionId: pause.id },
      after,
    })
  })
})

describe('RestoreDialog', () => {
  it('waits until what was just typed is saved, restores, and says where the draft of before went', async () => {
    let commit = () => {}
    const held = new Promise<void>((resolve) => {
      commit = resolve
    })
    const slow = async () => {
      await held
      return ok({ seq: 2, savedAt: toInstant(0) })
    }
    const desktop = createFakeDesktop(library, { drafts: { push: slow } })
    const session = createTestSession(desktop)
    await session.show(row.id)
    await vi.waitFor(() => expect(session.state().kind).toBe('open'))
    const open = session.state()
    if (open.kind === 'open') open.meta.set('slugline', 'typed just now')
    const onClose = vi.fn()
    renderWithDesktop(
      <RestoreDialog articleId={row.id} revision={named} onClose={onClose} />,
      desktop,
      session,
    )
    const isAsked = () => desktop.calls.some((call) => call.command === 'revisions.prepareRestore')
    fireEvent.click(screen.getByRole('button', { name: 'Restore' }))
    await act(async () => {})
    expect(isAsked()).toBe(false)
    commit()
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(isAsked()).toBe(true)
    expect(useToasts.getState().toasts[0]?.title).toBe('Revision 9 is the draft again')
  })

  it('a restore that is refused leaves everything as it is and says why', async () => {
    const damaged = err({ type: 'RevisionDamaged' as const, revisionId: named.id, detail: 'hash differs' })
    const desktop = createFakeDesktop(library, { revisions: { prepareRestore: async () => damaged } })
    useOpenArticle.setState({ reading: named })
    renderWithDesktop(<RestoreDialog articleId={row.id} revision={named} onClose={vi.fn()} />, desktop)
    fireEvent.click(screen.getByRole('button', { name: 'Restore' }))
    await waitFor(() => expect(useToasts.getState().toasts[0]?.title).toBe('The revision is damaged'))
    expect(useOpenArticle.getState().reading).not.toBeNull()
  })
})

describe('NameRevisionDialog', () => {
  it('takes no empty name, and keeps a real one', async () => {
    const desktop = createFakeDesktop(library)
    const onClose = vi.fn()
    renderWithDesktop(<NameRevisionDialog articleId={row.id} onClose={onClose} />, desktop)
    const form = screen.getByLabelText('Name').closest('form')
    if (form) fireEvent.submit(form)
    expect(desktop.calls.some((call) => call.command === 'revisions.take')).toBe(false)
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: ' As filed ' } })
    await act(async () => {
      if (form) fireEvent.submit(form)
    })
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(desktop.calls.find((call) => call.command === 'revisions.take')?.input).toMatchObject({
      label: 'As filed',
    })
  })
})
