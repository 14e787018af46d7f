import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { newArticleId, toInstant } from '#shared/article/ids.ts'
import { noteWriting } from '#renderer/bridge/writing-rest.ts'
import type { DraftReplica, SaveState } from '#renderer/editor/index.ts'
import { SaveStateView } from '#renderer/features/status/save-state-view.tsx'
import { createFakeDesktop } from '#tests/support/fake-desktop.ts'
import { renderWithDesktop } from '#tests/support/render-with-desktop.tsx'

afterEach(cleanup)

const retry = vi.fn()

/** Shows a replica whose state the test changes. */
function show(first: SaveState, desktop = createFakeDesktop()) {
  let state = first
  const listeners = new Set<() => void>()
  const replica = {
    articleId: newArticleId(),
    saveState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    retry,
    stateUpdate: () => new Uint8Array([1, 2, 3]),
  } as unknown as DraftReplica
  const { container } = renderWithDesktop(<SaveStateView replica={replica} />, desktop)
  return {
    mark: () => container.querySelector('[data-save]'),
    become: (next: SaveState) =>
      act(() => {
        state = next
        for (const listener of listeners) listener()
      }),
  }
}

const saved: SaveState = { state: 'saved', at: toInstant(new Date(2026, 2, 4, 14, 5, 9).getTime()) }

describe('SaveStateView', () => {
  it('DR2: says "Saved" with the time of the commit, to the second', () => {
    const { mark } = show(saved)
    expect(mark()?.getAttribute('data-save')).toBe('saved')
    expect(mark()?.textContent).toContain('Saved 14:05:09')
  })

  it('R11: takes the mark away in the very turn in which something is on its way, and says saved when typing rests', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    try {
      const { mark, become } = show(saved)
      for (let key = 0; key < 5; key += 1) {
        noteWriting()
        become({ state: 'saving', pending: 2 })
        expect(mark()?.getAttribute('data-save')).toBe('saving')
        become(saved)
        vi.advanceTimersByTime(100)
      }
      expect(mark()?.getAttribute('data-save')).toBe('saving')
      vi.advanceTimersByTime(250)
      expect(mark()?.getAttribute('data-save')).toBe('saved')
    } finally {
      vi.useRealTimers()
    }
  })

  it('DR4: a failure is loud, names its cause, and offers another try and a copy elsewhere', () => {
    const desktop = createFakeDesktop()
    const { become, mark } = show(saved, desktop)
    become({ state: 'failed', outcome: { type: 'DiskFull', detail: '' }, pending: 3, attempts: 1 })
    expect(screen.getByRole('alert').textContent).toContain('Not saved: The disk is full')
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(retry).toHaveBeenCalledTimes(1)
    fireEvent.click(screen.getByRole('button', { name: 'Save a copy…' }))
    expect(desktop.calls.at(-1)).toMatchObject({ command: 'drafts.rescue' })
    become(saved)
    expect(mark()?.getAttribute('data-save')).toBe('saved')
  })
})
