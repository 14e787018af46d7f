// The clock of this machine.
import type { Clock } from './ports.ts'
import { toInstant } from '#shared/article/ids.ts'

export const systemClock: Clock = {
  now: () => toInstant(Date.now()),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  after: (ms, task) => {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}
