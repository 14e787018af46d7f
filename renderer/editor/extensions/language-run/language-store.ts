// Session state: whether the language dialog is open.
import { create } from 'zustand'

export const useLanguageDialog = create<{ readonly isOpen: boolean; setOpen(isOpen: boolean): void }>(
  (set) => ({ isOpen: false, setOpen: (isOpen) => set({ isOpen }) }),
)
