// The settings group of the contract, on top of the settings port.
import type { SettingsPort } from '#core/ports.ts'
import type { Handlers } from '#shared/ipc/desktop-api.ts'
import { ok } from '#shared/ipc/result.ts'

export function createSettingsHandlers(settings: SettingsPort): Handlers['settings'] {
  return {
    get: () => ok(settings.get()),
    set: (patch) => settings.set(patch),
  }
}
