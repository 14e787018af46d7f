// What every component may ask for: the bridge, the cache kept in step with main, the settings.
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { DesktopProvider } from '../bridge/desktop-context.tsx'
import { createQueryClient, followEvents } from '../bridge/query-events.ts'
import { SettingsProvider } from '../bridge/settings-context.tsx'

export function Providers({ desktop, children }: { desktop: DesktopApi; children: ReactNode }) {
  const [client] = useState(createQueryClient)
  useEffect(() => followEvents(desktop, client), [desktop, client])
  return (
    <DesktopProvider desktop={desktop}>
      <QueryClientProvider client={client}>
        <SettingsProvider onFailure={() => undefined}>{children}</SettingsProvider>
      </QueryClientProvider>
    </DesktopProvider>
  )
}
