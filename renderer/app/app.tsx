// The window: providers around the frame.
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { Frame } from './frame.tsx'
import { Providers } from './providers.tsx'

export function App({ desktop }: { desktop: DesktopApi }) {
  return (
    <Providers desktop={desktop}>
      <Frame />
    </Providers>
  )
}
