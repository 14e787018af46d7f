// The theme and the galley's zoom as the style sheets read them. 'system' leaves the choice to prefers-color-scheme.
import { useLayoutEffect } from 'react'
import type { Settings } from '#shared/settings/settings.ts'

export function useTheme({ theme, zoom }: Settings): void {
  useLayoutEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
    root.style.setProperty('--galley-zoom', String(zoom / 100))
  }, [theme, zoom])
}
