// Session state: what main last said about the library as a whole.
import { create } from 'zustand'
import type { PayloadOf } from '#shared/ipc/desktop-api.ts'

type LibraryFact = PayloadOf<'app', 'libraryState'>

interface LibraryState {
  readonly fact: LibraryFact
  set(fact: LibraryFact): void
}

export const useLibraryState = create<LibraryState>((set) => ({
  fact: { state: 'ok', detail: '' },
  set: (fact) => set({ fact }),
}))
