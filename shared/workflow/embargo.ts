// WF4: before an embargo ends nothing leaves. An embargo is an instant; its zone only says how to tell it. The clock of this
// computer is all there is to judge by, so it is not believed blindly: a time earlier than what the library has already recorded
// means the clock was set back. It is then still the clock's own, earlier time that counts: doubt never lets anything out.
import type { Instant, ZonedInstant } from '../article/ids.ts'
import type { Outcome } from '../errors/outcome.ts'
import type { DeskState } from './desk-state.ts'

export interface ClockReading {
  readonly now: Instant
  /** Zone of this computer: the one the person reading thinks in. */
  readonly zone: string
  /** The latest time this library has recorded anywhere; null while it is empty. */
  readonly newestRecorded: Instant | null
}

/** Milliseconds a clock may be behind what was recorded before anybody is told: corrections over the network are smaller. */
export const CLOCK_SLACK_MS = 60_000

export const isClockBehind = ({ now, newestRecorded }: ClockReading): boolean =>
  newestRecorded !== null && now < newestRecorded - CLOCK_SLACK_MS

/** Why nothing may leave, or null. A recorded override counts for exactly the embargo it was given for. */
export function embargoObstacle(
  embargo: ZonedInstant | null,
  override: DeskState['override'],
  clock: ClockReading,
): Outcome<'EmbargoActive'> | null {
  if (embargo === null || clock.now >= embargo.at) return null
  if (override !== null && override.embargo.at === embargo.at) return null
  return {
    type: 'EmbargoActive',
    until: embargo.at,
    zone: embargo.zone,
    userZone: clock.zone,
    isClockBehind: isClockBehind(clock),
  }
}
