// Whether the find bar is open. Opened by an action, so it lives outside of the bar.
import { create } from 'zustand'
import type { FindSession } from './find-session.ts'

interface FindBar {
  readonly isOpen: boolean
  /** What was selected when it was opened, to be looked for. */
  readonly seed: string
  /** Raised by every request: the field takes focus again. */
  readonly request: number
  open(seed: string): void
  close(): void
}

export const useFindBar = create<FindBar>((set) => ({
  isOpen: false,
  seed: '',
  request: 0,
  open: (seed) => set((bar) => ({ isOpen: true, seed, request: bar.request + 1 })),
  close: () => set({ isOpen: false }),
}))

let session: FindSession | null = null

/** The search behind the open bar, for actions that step through it. */
export const openFindSession = (): FindSession | null => session

/** Called by the open bar; answers how to take it back, which also ends the search. */
export function setFindSession(opened: FindSession): () => void {
  session = opened
  return () => {
    if (session === opened) session = null
    opened.close()
  }
}
