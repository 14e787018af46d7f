// Session state: whether the language dialog is open, and the language that was marked last.
import { create } from 'zustand'

interface LanguageDialogState {
  readonly isOpen: boolean
  /** '' until something was marked. */
  readonly lastUsed: string
  setOpen(isOpen: boolean): void
  noteUsed(language: string): void
}

export const useLanguageDialog = create<LanguageDialogState>((set) => ({
  isOpen: false,
  lastUsed: '',
  setOpen: (isOpen) => set({ isOpen }),
  noteUsed: (lastUsed) => set({ lastUsed }),
}))
