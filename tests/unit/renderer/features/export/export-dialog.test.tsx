import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toInstant, zoneSchema } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { ExportDialog } from '#renderer/features/export/export-dialog.tsx'
import { useToasts } from '#renderer/state/toasts.ts'
import { createFakeDesktop, type FakeDesktop, summary } from '#tests/support/fake-desktop.ts'
import { renderWithDesktop } from '#tests/support/render-with-desktop.tsx'

const row = summary({ headline: 'The river' })
const stamp = { at: toInstant(0), zone: zoneSchema.parse('UTC') }
const onClose = vi.fn()

const show = (desktop: FakeDesktop) =>
  renderWithDesktop(<ExportDialog articleId={row.id} onClose={onClose} />, desktop)
const save = async () => {
  // The sheet waits for what is known of the article.
  await waitFor(() => expect(screen.getAllByText(/it sets the Published|stays as it is/).length).toBe(1))
  fireEvent.click(screen.getByRole('button', { name: /Choose a place/ }))
}
const saved = (desktop: FakeDesktop) => desktop.calls.find((call) => call.command === 'exports.save')?.input

beforeEach(() => {
  onClose.mockClear()
  useToasts.setState({ toasts: [] })
})
afterEach(cleanup)

describe('ExportDialog', () => {
  it('a first export for readers says that it publishes, and shows the file and its hash', async () => {
    const desktop = createFakeDesktop({ articles: [row] })
    show(desktop)
    await screen.findByText(/it sets the Published stamp to now/)
    await save()
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(saved(desktop)).toMatchObject({
      format: 'html',
      purpose: 'readers',
      moveUpdated: false,
      allowTk: false,
    })
    expect(useToasts.getState().toasts[0]).toMatchObject({ title: 'Exported page.html' })
    expect(useToasts.getState().toasts[0]?.text).toContain('aaaaaaaaaaaaaaaa')
  })

  it('moves Updated only when that was chosen, and never for a proof', async () => {
    const published = ok({
      summary: { ...row, status: 'published' as const },
      stamps: { published: stamp, updated: null },
    })
    const desktop = createFakeDesktop({ articles: [row] }, { library: { get: async () => published } })
    show(desktop)
    fireEvent.click(await screen.findByRole('radio', { name: /^Update/ }))
    fireEvent.click(screen.getByRole('radio', { name: /A proof/ }))
    expect(screen.getByText('A proof moves no stamp.')).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: /For readers/ }))
    await save()
    await waitFor(() => expect(saved(desktop)).toMatchObject({ purpose: 'readers', moveUpdated: true }))
  })

  it('a later export is a silent fix unless somebody says otherwise', async () => {
    const published = ok({
      summary: { ...row, status: 'published' as const },
      stamps: { published: stamp, updated: null },
    })
    const desktop = createFakeDesktop({ articles: [row] }, { library: { get: async () => published } })
    show(desktop)
    await save()
    await waitFor(() => expect(saved(desktop)).toMatchObject({ purpose: 'readers', moveUpdated: false }))
  })

  it('a TK stops an export for readers until it is allowed', async () => {
    const desktop = createFakeDesktop({ articles: [{ ...row, hasTk: true }] })
    show(desktop)
    await screen.findByText('There is still a TK in this article.')
    await save()
    expect(saved(desktop)).toBeUndefined()
    fireEvent.click(screen.getByRole('checkbox'))
    await save()
    await waitFor(() => expect(saved(desktop)).toMatchObject({ allowTk: true }))
  })

  it('a leak is named in the sheet, and the sheet stays', async () => {
    const leak = err({ type: 'LeakFound' as const, kind: 'stash' as const, place: 'paragraph 3' })
    show(createFakeDesktop({ articles: [row] }, { exports: { save: async () => leak } }))
    await save()
    await screen.findByText('Something private would leave')
    expect(screen.getByText(/paragraph 3/)).toBeTruthy()
    expect(onClose).not.toHaveBeenCalled()
  })

  it('changing one’s mind in the save dialog is no failure', async () => {
    const cancelled = err({ type: 'Cancelled' as const })
    const desktop = createFakeDesktop({ articles: [row] }, { exports: { save: async () => cancelled } })
    show(desktop)
    await save()
    await waitFor(() => expect(saved(desktop)).toBeTruthy())
    expect(screen.queryByRole('alert')).toBeNull()
    expect(onClose).not.toHaveBeenCalled()
  })
})
