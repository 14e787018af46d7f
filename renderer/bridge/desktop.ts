// The only file that names the window global: the frozen object that preload.ts built from the channel list.
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'

declare global {
  interface Window {
    readonly stet: DesktopApi
  }
}

export const desktop: DesktopApi = window.stet
