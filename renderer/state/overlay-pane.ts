// Session state: in a narrow window desk and margin lie over the galley, one at a time, and only when asked for.
import { create } from 'zustand'

export type SidePane = 'desk' | 'margin'

interface OverlayPane {
  readonly overlay: SidePane | null
  show(pane: SidePane | null): void
}

export const useOverlayPane = create<OverlayPane>((set) => ({
  overlay: null,
  show: (overlay) => set({ overlay }),
}))
