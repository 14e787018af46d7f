// WF2 to WF4: whether something of an article may go to readers now, and what the ledger says of it when it does. Every door asks
// here: the page, the other formats, the clipboard, the command line.
import type { Article } from '#shared/article/article.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import type { DeskEvent } from '#shared/workflow/desk-event.ts'
import { obstacleTo, obstacleToLeaving, statusAfterAct } from '#shared/workflow/desk-state.ts'
import { embargoObstacle } from '#shared/workflow/embargo.ts'
import { type Decision, publishingVerb } from '#shared/workflow/publication.ts'
import type { PublishingVerb } from '#shared/workflow/status.ts'
import { ledgerTime, type Standing } from './standing.ts'

export type LeavingOutcome = Outcome<'InvalidTransition' | 'OnHold' | 'LegalNotCleared' | 'EmbargoActive'>
export interface Departure {
  readonly format: string
  readonly decision: Decision
}

/** The entry that the ledger gets when this leaves now, or what is in the way. */
export function departure(
  standing: Standing,
  { meta }: Article,
  leaving: Departure,
  who: string,
): Result<DeskEvent, LeavingOutcome> {
  const { state, events, clock } = standing
  const act = actOf(standing, leaving)
  const obstacle = obstacleTo(state, act) ?? embargoObstacle(meta.embargo, state.override, clock)
  if (obstacle !== null) return err(obstacle)
  const to = statusAfterAct(state, act)
  if (to === null) throw new Error('an act without an obstacle leads somewhere')
  const why = reasonWords(leaving)
  return ok({ act, from: state.status, to, who, why, at: ledgerTime(events, clock.now), embargo: null })
}

const actOf = ({ state }: Standing, { format, decision }: Departure): PublishingVerb | 'export' =>
  format === 'html' ? publishingVerb(state, decision) : 'export'

function reasonWords({ format, decision }: Departure): string {
  if (format !== 'html') return `as ${format}`
  switch (decision.kind) {
    case 'first':
      return 'first page'
    case 'silent':
      return 'silent fix'
    case 'updated':
      return 'update'
    case 'noted':
      return decision.notes
        .map(({ kind, text }) => `${kind}: ${text}`)
        .join('; ')
        .slice(0, MAX_LINE_CHARS)
        .replace(/[\uD800-\uDBFF]$/u, '') // a cut leaves no half of a character
  }
}

/** Every obstacle at once, for a person who is about to publish. */
export function obstacles(
  standing: Standing,
  { meta }: Article,
  leaving: Departure,
): readonly LeavingOutcome[] {
  const { state, clock } = standing
  const act = actOf(standing, leaving)
  return [
    obstacleTo({ ...state, hold: null, legal: { state: 'not-needed' } }, act),
    obstacleToLeaving({ ...state, legal: { state: 'not-needed' } }),
    obstacleToLeaving({ ...state, hold: null }),
    embargoObstacle(meta.embargo, state.override, clock),
  ].filter((obstacle) => obstacle !== null)
}

/** The clipboard is no publication: status and legal state do not matter to it, hold and embargo do. */
export function clipboardObstacle(
  { state, clock }: Standing,
  { meta }: Article,
): Outcome<'OnHold' | 'EmbargoActive'> | null {
  if (state.hold !== null) return { type: 'OnHold', ...state.hold }
  return embargoObstacle(meta.embargo, state.override, clock)
}
