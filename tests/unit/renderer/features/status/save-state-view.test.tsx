import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { newArticleId, toInstant } from '#shared/article/ids.ts'
import type { DraftReplica, SaveState } from '#renderer/editor/index.ts'
import { SaveStateView } from '#renderer/features/status/save-state-view.tsx'
import { createFakeDesktop } from '#tests/support/fake-desktop.ts'
import { renderWithDesktop } from '#tests/support/render-with-desktop.tsx'

afterEach(cleanup)

const retry = vi.fn()
const replica = {
  articleId: newArticleId(),
  retry,
  stateUpdate: () => new Uint8Array([1, 2, 3]),
} as unknown as DraftReplica
const show = (state: SaveState, desktop = createFakeDesktop()) =>
  renderWithDesktop(<SaveStateView state={state} replica={replica} />, desktop)

describe('SaveStateView', () => {
  it('DR2: says "Saved" with the time of the commit, to the second', () => {
    show({ state: 'saved', at: toInstant(new Date(2026, 2, 4, 14, 5, 9).getTime()) })
    expect(screen.getByText(/Saved 14:05:09/)).toBeTruthy()
  })

  it('does not claim to have saved what is on its way', () => {
    show({ state: 'saving', pending: 2 })
    expect(screen.queryByText(/Saved/)).toBeNull()
    expect(screen.getByText(/Saving…/)).toBeTruthy()
  })

  it('DR4: a failure is loud, names its cause, and offers another try and a copy elsewhere', () => {
    const desktop = createFakeDesktop()
    show({ state: 'failed', outcome: { type: 'DiskFull', detail: '' }, pending: 3, attempts: 1 }, desktop)
    expect(screen.getByRole('alert').textContent).toContain('Not saved: The disk is full')
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(retry).toHaveBeenCalledTimes(1)
    fireEvent.click(screen.getByRole('button', { name: 'Save a copy…' }))
    expect(desktop.calls.at(-1)).toMatchObject({ command: 'drafts.rescue' })
  })
})
