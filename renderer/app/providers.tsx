// What every component may ask for: the bridge, the cache kept in step with main, the settings, the open draft.
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { DesktopProvider } from '../bridge/desktop-context.tsx'
import { createQueryClient, followEvents } from '../bridge/query-events.ts'
import { SettingsProvider } from '../bridge/settings-context.tsx'
import type { DraftSession } from '../state/draft-session.ts'
import { DraftSessionProvider } from '../state/draft-session-context.tsx'
import { reportOutcome } from '../state/report-outcome.ts'
import { LocaleProvider } from '../ui/locale-provider.tsx'

interface Props {
  readonly desktop: DesktopApi
  readonly session: DraftSession
  readonly children: ReactNode
}

export function Providers({ desktop, session, children }: Props) {
  const [client] = useState(createQueryClient)
  useEffect(() => followEvents(desktop, client), [desktop, client])
  return (
    <LocaleProvider>
      <DesktopProvider desktop={desktop}>
        <QueryClientProvider client={client}>
          <SettingsProvider onFailure={reportOutcome}>
            <DraftSessionProvider session={session}>{children}</DraftSessionProvider>
          </SettingsProvider>
        </QueryClientProvider>
      </DesktopProvider>
    </LocaleProvider>
  )
}
