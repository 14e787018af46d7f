// The settings of this person, live, and the one way to change them.
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import type { Outcome } from '#shared/errors/outcome.ts'
import { ok } from '#shared/ipc/result.ts'
import { DEFAULT_SETTINGS, type Settings, type SettingsPatch } from '#shared/settings/settings.ts'
import { useDesktop } from './desktop-context.tsx'
import { useLiveQuery } from './use-live-query.ts'

interface SettingsAccess {
  readonly settings: Settings
  /** Shows the change at once; on failure the stored settings come back and `onFailure` is told. */
  readonly change: (patch: SettingsPatch) => void
  /** False until the stored settings have arrived; the defaults stand in so that the frame can be laid out. */
  readonly isLoaded: boolean
}

const SettingsContext = createContext<SettingsAccess | null>(null)
const KEY = ['settings', 'get', {}] as const

export function SettingsProvider({
  onFailure,
  children,
}: {
  onFailure: (outcome: Outcome) => void
  children: ReactNode
}) {
  const desktop = useDesktop()
  const client = useQueryClient()
  const live = useLiveQuery('settings', 'get', {})
  const settings = live.kind === 'ready' ? live.value : DEFAULT_SETTINGS
  const change = useCallback(
    (patch: SettingsPatch) => {
      const shown = client.getQueryData<{ ok: true; value: Settings }>(KEY)?.value ?? DEFAULT_SETTINGS
      client.setQueryData(KEY, ok({ ...shown, ...patch }))
      void desktop.settings.set(patch).then((answer) => {
        if (answer.ok) return
        onFailure(answer.error)
        void client.invalidateQueries({ queryKey: KEY })
      })
    },
    [client, desktop, onFailure],
  )
  const isLoaded = live.kind !== 'loading'
  const access = useMemo(() => ({ settings, change, isLoaded }), [settings, change, isLoaded])
  return <SettingsContext value={access}>{children}</SettingsContext>
}

export function useSettings(): SettingsAccess {
  const access = useContext(SettingsContext)
  if (!access) throw new Error('No SettingsProvider above this component')
  return access
}
