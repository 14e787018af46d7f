// The window: providers around the frame.
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import type { DraftSession } from '../state/draft-session.ts'
import { Frame } from './frame.tsx'
import { Providers } from './providers.tsx'
import type { WindowInfo } from './use-start.ts'

interface Props {
  readonly desktop: DesktopApi
  readonly session: DraftSession
  readonly info: WindowInfo
}

export function App({ desktop, session, info }: Props) {
  return (
    <Providers desktop={desktop} session={session}>
      <Frame info={info} />
    </Providers>
  )
}
