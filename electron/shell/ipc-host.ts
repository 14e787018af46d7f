// Binds the router to one invoke channel. The sender is checked first, synchronously, before anything else is looked at.
import { ipcMain } from 'electron'
import type { Log } from '#core/ports.ts'
import { CALL_CHANNEL } from '#shared/ipc/channels.ts'
import type { Caller } from '#shared/ipc/desktop-api.ts'
import { err, type Result } from '#shared/ipc/result.ts'
import type { OwnPages } from './security.ts'
import type { Windows } from './windows.ts'

/** The router of core, as far as this host needs to know it. */
export type Dispatch = (
  group: unknown,
  name: unknown,
  input: unknown,
  caller: Caller,
) => Promise<Result<unknown, unknown>>

export function hostIpc(windows: Windows, pages: OwnPages, dispatch: Dispatch, log: Log): void {
  ipcMain.handle(CALL_CHANNEL, (event, group: unknown, name: unknown, input: unknown) => {
    const frame = event.senderFrame
    const sender = windows.of(event.sender)
    const isOurs =
      sender !== undefined &&
      frame !== null &&
      frame.parent === null &&
      frame === event.sender.mainFrame &&
      frame.origin === pages.origin
    if (!isOurs) {
      log('warn', 'sender-refused')
      return err({ type: 'UntrustedSender' })
    }
    sender.hasCalled = true
    return dispatch(group, name, input, { windowId: sender.id })
  })
}
