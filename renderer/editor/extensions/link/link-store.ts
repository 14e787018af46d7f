// Session state: whether the link dialog is open. The action opens it, the surface draws it.
import { create } from 'zustand'

export const useLinkDialog = create<{ readonly isOpen: boolean; setOpen(isOpen: boolean): void }>((set) => ({
  isOpen: false,
  setOpen: (isOpen) => set({ isOpen }),
}))
