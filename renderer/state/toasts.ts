// Session state: the messages on screen. Problems stay until dismissed; the rest go by themselves, but not while read.
import { create } from 'zustand'

export interface Toast {
  readonly id: number
  readonly tone: 'info' | 'success' | 'problem'
  readonly title: string
  readonly text?: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Milliseconds a message stays: time to read two lines at ease. */
const STAY_MS = 7_000
/** Messages on screen at once; older ones make room. */
const MAX_TOASTS = 4

interface Toasts {
  readonly toasts: readonly Toast[]
  show(toast: Omit<Toast, 'id'>): number
  dismiss(id: number): void
  hold(isHeld: boolean): void
}

export const useToasts = create<Toasts>((set, get) => {
  const timers = new Map<number, ReturnType<typeof setTimeout>>()
  let nextId = 1
  const stopTimer = (id: number) => {
    clearTimeout(timers.get(id))
    timers.delete(id)
  }
  const startTimer = (toast: Toast) => {
    if (toast.tone === 'problem') return
    stopTimer(toast.id)
    timers.set(
      toast.id,
      setTimeout(() => get().dismiss(toast.id), STAY_MS),
    )
  }
  return {
    toasts: [],
    show(wanted) {
      const toast = { ...wanted, id: nextId++ }
      set({ toasts: [...get().toasts, toast].slice(-MAX_TOASTS) })
      startTimer(toast)
      return toast.id
    },
    dismiss(id) {
      stopTimer(id)
      set({ toasts: get().toasts.filter((toast) => toast.id !== id) })
    },
    hold(isHeld) {
      for (const toast of get().toasts) {
        if (isHeld) stopTimer(toast.id)
        else startTimer(toast)
      }
    },
  }
})
