// Which panes are seen and how wide: remembered in the settings, folded into overlays where the window is narrow.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Layout } from '#shared/settings/settings.ts'
import { useSettings } from '../bridge/settings-context.tsx'
import { type SidePane, useOverlayPane } from '../state/overlay-pane.ts'
import { refreshActions } from './action-registry.ts'

/** Pixels of window below which the margin lies over the galley: desk 260 + galley 480 + margin 320. */
const MARGIN_NEEDS_PX = 1_060
/** Pixels below which the desk does too: desk 260 + galley 480. */
const DESK_NEEDS_PX = 740

export interface PaneState {
  readonly isShown: boolean
  readonly isOverlay: boolean
  readonly width: number
}

export interface Panes {
  readonly desk: PaneState
  readonly margin: PaneState
  readonly tab: Layout['marginTab']
  toggle(pane: SidePane): void
  /** Makes sure the pane is seen. */
  reveal(pane: SidePane): void
  resize(pane: SidePane, width: number): void
  remember(pane: SidePane, width: number): void
  selectTab(tab: Layout['marginTab']): void
}

export function usePanes(): Panes {
  const { settings, change } = useSettings()
  const { layout } = settings
  const { overlay, show } = useOverlayPane()
  const isMarginNarrow = useIsNarrower(MARGIN_NEEDS_PX)
  const isDeskNarrow = useIsNarrower(DESK_NEEDS_PX)
  const [dragged, setDragged] = useState<{ pane: SidePane; width: number } | null>(null)

  useEffect(() => {
    if (overlay === 'desk' ? !isDeskNarrow : overlay === 'margin' ? !isMarginNarrow : false) show(null)
  }, [overlay, isDeskNarrow, isMarginNarrow, show])

  const write = useCallback(
    (patch: Partial<Layout>) => change({ layout: { ...layout, ...patch } }),
    [change, layout],
  )
  const widthOf = (pane: SidePane, width: number) => (dragged?.pane === pane ? dragged.width : width)
  const desk: PaneState = {
    isShown: isDeskNarrow ? overlay === 'desk' : layout.isDeskShown,
    isOverlay: isDeskNarrow,
    width: widthOf('desk', layout.deskWidth),
  }
  const margin: PaneState = {
    isShown: isMarginNarrow ? overlay === 'margin' : layout.isMarginShown,
    isOverlay: isMarginNarrow,
    width: widthOf('margin', layout.marginWidth),
  }
  const setShown = (pane: SidePane, isShown: boolean) => {
    const state = pane === 'desk' ? desk : margin
    if (state.isOverlay) show(isShown ? pane : null)
    else write(pane === 'desk' ? { isDeskShown: isShown } : { isMarginShown: isShown })
    refreshActions()
  }
  return {
    desk,
    margin,
    tab: layout.marginTab,
    toggle: (pane) => setShown(pane, !(pane === 'desk' ? desk : margin).isShown),
    reveal(pane) {
      if (!(pane === 'desk' ? desk : margin).isShown) setShown(pane, true)
    },
    resize: (pane, width) => setDragged({ pane, width }),
    remember(pane, width) {
      setDragged(null)
      write(pane === 'desk' ? { deskWidth: width } : { marginWidth: width })
    },
    selectTab: (marginTab) => write({ marginTab }),
  }
}

function useIsNarrower(px: number): boolean {
  const query = `(max-width: ${px - 1}px)`
  return useSyncExternalStore(
    useCallback(
      (listener) => {
        const media = window.matchMedia(query)
        media.addEventListener('change', listener)
        return () => media.removeEventListener('change', listener)
      },
      [query],
    ),
    () => window.matchMedia(query).matches,
  )
}
