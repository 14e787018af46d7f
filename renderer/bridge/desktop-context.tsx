// Hands the bridge to components, so that tests and screenshots can hand in a fake one.
import { createContext, type ReactNode, useContext } from 'react'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'

const DesktopContext = createContext<DesktopApi | null>(null)

export function DesktopProvider({ desktop, children }: { desktop: DesktopApi; children: ReactNode }) {
  return <DesktopContext value={desktop}>{children}</DesktopContext>
}

export function useDesktop(): DesktopApi {
  const desktop = useContext(DesktopContext)
  if (!desktop) throw new Error('No DesktopProvider above this component')
  return desktop
}
