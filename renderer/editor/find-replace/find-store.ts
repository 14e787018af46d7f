// Whether the find bar is open. Opened by an action, so it lives outside of the bar.
import { create } from 'zustand'
import type { FindQuery } from './find-in-text.ts'
import type { FindSession } from './find-session.ts'

interface FindBar {
  readonly isOpen: boolean
  /** Kept while the window lives: one looks for the same again. */
  readonly query: FindQuery
  /** Raised by every request: the field takes focus again. */
  readonly request: number
  /** `seed`, when it is not empty, is what was selected and becomes what is looked for. */
  open(seed: string): void
  change(part: Partial<FindQuery>): void
  close(): void
}

export const useFindBar = create<FindBar>((set) => ({
  isOpen: false,
  query: { text: '', isCaseSensitive: false, isWholeWord: false, isAccentSensitive: false },
  request: 0,
  open: (seed) =>
    set((bar) => ({
      isOpen: true,
      query: seed === '' ? bar.query : { ...bar.query, text: seed },
      request: bar.request + 1,
    })),
  change: (part) => set((bar) => ({ query: { ...bar.query, ...part } })),
  close: () => set({ isOpen: false }),
}))

/** Escape in the text closes the bar, too; says whether it was open. */
export function closeFindBar(): boolean {
  const { isOpen, close } = useFindBar.getState()
  if (isOpen) close()
  return isOpen
}

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
