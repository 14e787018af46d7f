// Settings.
import { settingsPatchSchema, settingsSchema } from '../../settings/settings.ts'
import { command, event } from '../define.ts'
import { nothing } from './common.ts'

export const settings = {
  get: command(nothing, settingsSchema, []),
  set: command(settingsPatchSchema, settingsSchema, ['SettingsUnreadable', 'DiskFull', 'WriteFailed']),
  changed: event(settingsSchema),
} as const
