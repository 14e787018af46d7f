import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { err } from '#shared/ipc/result.ts'
import { useSettings } from '#renderer/bridge/settings-context.tsx'
import { useToasts } from '#renderer/state/toasts.ts'
import { createFakeDesktop } from '#tests/support/fake-desktop.ts'
import { renderWithDesktop } from '#tests/support/render-with-desktop.tsx'

afterEach(cleanup)

function Theme() {
  const { settings, change } = useSettings()
  return (
    <button type="button" onClick={() => change({ theme: 'dark' })}>
      {settings.theme}
    </button>
  )
}

it('a change shows at once and is stored', async () => {
  const desktop = createFakeDesktop({ settings: { theme: 'light' } })
  renderWithDesktop(<Theme />, desktop)
  fireEvent.click(await screen.findByText('light'))
  await screen.findByText('dark')
  expect(desktop.calls.at(-1)).toMatchObject({ command: 'settings.set', input: { theme: 'dark' } })
})

it('a change that cannot be stored is told, and what is stored comes back', async () => {
  const failure = err({ type: 'WriteFailed' as const, fileName: 'settings.json', detail: 'read-only disk' })
  const desktop = createFakeDesktop(
    { settings: { theme: 'light' } },
    { settings: { set: async () => failure } },
  )
  renderWithDesktop(<Theme />, desktop)
  fireEvent.click(await screen.findByText('light'))
  await waitFor(() => expect(useToasts.getState().toasts.at(-1)?.title).toBe('The file was not written'))
  await screen.findByText('light')
})

it('a change made in another window arrives', async () => {
  const desktop = createFakeDesktop({ settings: { theme: 'light' } })
  renderWithDesktop(<Theme />, desktop)
  await screen.findByText('light')
  await act(async () => {
    await desktop.settings.set({ theme: 'dark' })
  })
  await screen.findByText('dark')
})
