// Time that moves only when a test says so.
import { type Instant, toInstant } from '#shared/article/ids.ts'
import type { Clock } from '#core/ports.ts'

export interface FakeClock extends Clock {
  /** Moves time on, running what falls due in order. */
  advance(ms: number): void
  /** The wall clock is set forward or back; what waits is still due after as long as before, as timers are. */
  jump(ms: number): void
  /** Drops every waiting task, as the death of a process does. */
  forget(): void
  /** Tasks waiting to run. */
  readonly waiting: number
}

/** A Tuesday morning in Seoul, 1 June 2027 09:00. */
export const TEST_START = Date.UTC(2027, 5, 1, 0, 0, 0)

export function createFakeClock(startMs: number = TEST_START, zone = 'Asia/Seoul'): FakeClock {
  let nowMs = startMs
  let tasks: { dueMs: number; readonly task: () => void }[] = []
  return {
    now: (): Instant => toInstant(nowMs),
    zone: () => zone,
    after(ms, task) {
      const entry = { dueMs: nowMs + ms, task }
      tasks.push(entry)
      return () => {
        tasks = tasks.filter((waiting) => waiting !== entry)
      }
    },
    advance(ms) {
      const end = nowMs + ms
      for (;;) {
        const due = tasks.filter((entry) => entry.dueMs <= end)
        const next = due.reduce<(typeof due)[number] | null>(
          (first, entry) => (first === null || entry.dueMs < first.dueMs ? entry : first),
          null,
        )
        if (next === null) break
        tasks = tasks.filter((entry) => entry !== next)
        nowMs = Math.max(nowMs, next.dueMs)
        next.task()
      }
      nowMs = Math.max(nowMs, end) // a task may have moved time on, too
    },
    jump(ms) {
      nowMs += ms
      for (const entry of tasks) entry.dueMs += ms
    },
    forget() {
      tasks = []
    },
    get waiting() {
      return tasks.length
    },
  }
}
