// Light or dark while a preview is open. A page asks the system which it is, and a frame gets the window's answer, so the
// whole window changes with it; when the preview closes, the chosen theme is back.
import { useEffect, useRef, useState } from 'react'
import { useSettings } from './settings-context.tsx'

export type Scheme = 'light' | 'dark'

export const SCHEMES = [
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
] as const satisfies readonly { readonly id: Scheme; readonly label: string }[]

export function useScheme(): readonly [Scheme, (scheme: Scheme) => void] {
  const { settings, change } = useSettings()
  const chosen = useRef(settings.theme)
  const latest = useRef({ theme: settings.theme, change })
  const [scheme, setScheme] = useState<Scheme>(
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  )
  useEffect(() => {
    latest.current = { theme: settings.theme, change }
  }, [settings.theme, change])
  useEffect(
    () => () => {
      const { theme, change } = latest.current
      if (theme !== chosen.current) change({ theme: chosen.current })
    },
    [],
  )
  return [
    scheme,
    (next) => {
      setScheme(next)
      change({ theme: next })
    },
  ]
}
