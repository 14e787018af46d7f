import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { err, ok } from '#shared/ipc/result.ts'
import type { Receipt } from '#shared/ipc/groups/imports.ts'
import { ImportDialog } from '#renderer/features/import/import-dialog.tsx'
import { createFakeDesktop, summary } from '#tests/support/fake-desktop.ts'
import { renderWithDesktop } from '#tests/support/render-with-desktop.tsx'

afterEach(cleanup)
const row = summary()

it('shows each file’s receipt line by line, and opens what became an article', async () => {
  const receipts: Receipt[] = [
    {
      fileName: 'wire.txt',
      articleId: row.id,
      headline: 'Council votes',
      lines: [{ level: 'warning', text: 'The zone was assumed.' }],
    },
    { fileName: 'photo.tiff', articleId: null, headline: '', lines: [{ level: 'error', text: 'Not text.' }] },
  ]
  const desktop = createFakeDesktop({ articles: [row] }, { imports: { pick: async () => ok(receipts) } })
  const onClose = vi.fn()
  const { session } = renderWithDesktop(<ImportDialog onClose={onClose} />, desktop)
  await screen.findByText('Council votes')
  expect(screen.getByText('The zone was assumed.')).toBeTruthy()
  expect(screen.getByText('Not imported')).toBeTruthy()
  expect(screen.getAllByRole('button', { name: 'Open' })).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: 'Open' }))
  await waitFor(() => expect(session.state()).toMatchObject({ articleId: row.id }))
  expect(onClose).toHaveBeenCalled()
})

it('shows progress, and can be stopped', async () => {
  let finish = () => {}
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  const desktop = createFakeDesktop(
    {},
    {
      imports: {
        pick: async () => {
          await held
          return ok([])
        },
      },
    },
  )
  renderWithDesktop(<ImportDialog onClose={vi.fn()} />, desktop)
  act(() => desktop.emit('imports', 'progress', { done: 2, total: 9, fileName: 'b.html' }))
  await screen.findByText('2 of 9')
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }))
  expect(desktop.calls.at(-1)).toMatchObject({ command: 'imports.cancel' })
  await act(async () => finish())
})

it('choosing no file closes it without a word', async () => {
  const onClose = vi.fn()
  const desktop = createFakeDesktop(
    {},
    { imports: { pick: async () => err({ type: 'Cancelled' as const }) } },
  )
  renderWithDesktop(<ImportDialog onClose={onClose} />, desktop)
  await waitFor(() => expect(onClose).toHaveBeenCalled())
})
