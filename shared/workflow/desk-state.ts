// Where an article stands with the desk, folded from its ledger, and what may be done with it from there. Pure: the same table
// refuses a call, greys out a button and judges a stored ledger.
import { z } from 'zod'
import { instantSchema, zonedInstantSchema } from '../article/ids.ts'
import type { Outcome } from '../errors/outcome.ts'
import { type Act, ACTS, type DeskEvent } from './desk-event.ts'
import {
  PUBLISHING_VERBS,
  type Status,
  statusAfter,
  STATUSES,
  statusSchema,
  type Verb,
  VERBS,
} from './status.ts'

const decided = { who: z.string(), why: z.string(), at: instantSchema }

export const deskStateSchema = z.strictObject({
  status: statusSchema,
  legal: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('not-needed') }),
    z.strictObject({ state: z.literal('required'), ...decided }),
    z.strictObject({ state: z.literal('cleared'), ...decided }),
  ]),
  hold: z.strictObject(decided).nullable(),
  /** Leave to export once before this very embargo ends; used up by whatever leaves next. */
  override: z.strictObject({ ...decided, embargo: zonedInstantSchema }).nullable(),
})
export type DeskState = Readonly<z.infer<typeof deskStateSchema>>

export const NEW_ARTICLE: DeskState = {
  status: 'draft',
  legal: { state: 'not-needed' },
  hold: null,
  override: null,
}

/** What an article's entries add up to, oldest first. */
export const currentState = (events: readonly DeskEvent[]): DeskState =>
  events.reduce(stateAfter, NEW_ARTICLE)

function stateAfter(state: DeskState, { act, to, who, why, at, embargo }: DeskEvent): DeskState {
  const by = { who, why, at }
  const next = { ...state, status: to }
  switch (act) {
    case 'require-legal':
      return { ...next, legal: { state: 'required', ...by } }
    case 'clear-legal':
      return { ...next, legal: { state: 'cleared', ...by } }
    case 'drop-legal':
      return { ...next, legal: { state: 'not-needed' } }
    case 'hold':
      return { ...next, hold: by }
    case 'release':
      return { ...next, hold: null }
    case 'override-embargo':
      return { ...next, override: embargo === null ? null : { ...by, embargo } }
    case 'publish':
    case 'republish':
    case 'correct':
    case 'export':
      return { ...next, override: null }
    case 'spike':
    case 'kill':
      // Nothing of it can leave any more, so nothing could use up the leave.
      return { ...next, override: null }
    case 'file':
    case 'return':
    case 'ready':
    case 'revive':
      return next
  }
}

export type Obstacle = Outcome<'InvalidTransition' | 'OnHold' | 'LegalNotCleared'>

/** What stands in the way of an act, the most lasting thing first; null when nothing does. An embargo is judged apart: it needs a clock. */
export function obstacleTo(state: DeskState, act: Act): Obstacle | null {
  if (whyNot(state, act) !== null) return { type: 'InvalidTransition', from: state.status, verb: act }
  return isDeparture(act) ? obstacleToLeaving(state) : null
}

/** What the desk says against anything going out to readers. */
export function obstacleToLeaving({ hold, legal }: DeskState): Outcome<'OnHold' | 'LegalNotCleared'> | null {
  if (hold !== null) return { type: 'OnHold', ...hold }
  return legal.state === 'required' ? { type: 'LegalNotCleared', who: legal.who, why: legal.why } : null
}

/** The status an act leads to; null when it is not possible from here. */
export function statusAfterAct(state: DeskState, act: Act): Status | null {
  if (whyNot(state, act) !== null) return null
  return isVerb(act) ? statusAfter(state.status, act) : state.status
}

/** Why an act is not possible from where the article stands, in a sentence for people; null when it is. */
export function whyNot(state: DeskState, act: Act): string | null {
  const { status } = state
  if (isVerb(act)) return statusAfter(status, act) === null ? transitionWords(status, act) : null
  return isPossible(act, state) ? null : WHY_NOT_NOW[act](STANDING[status])
}

function isPossible(act: Exclude<Act, Verb>, { status, legal, hold }: DeskState): boolean {
  switch (act) {
    case 'require-legal':
      return legal.state !== 'required'
    case 'clear-legal':
      return legal.state === 'required'
    case 'drop-legal':
      return legal.state !== 'not-needed'
    case 'hold':
      return hold === null
    case 'release':
      return hold !== null
    case 'override-embargo':
    case 'export':
      return !isGone(status)
  }
}

const isVerb = (act: Act): act is Verb => VERBS.some((verb) => verb === act)
const isDeparture = (act: Act): boolean => act === 'export' || PUBLISHING_VERBS.some((verb) => verb === act)
const isGone = (status: Status): boolean => status === 'spiked' || status === 'killed'

const STANDING: Readonly<Record<Status, string>> = {
  draft: 'is a draft',
  'in-review': 'is in review',
  ready: 'is ready',
  published: 'is published',
  spiked: 'is spiked',
  killed: 'was killed',
}

const WHY_NOT: Readonly<Record<Verb, (standing: string) => string>> = {
  file: (standing) => `Only a draft is filed to the desk; this article ${standing}.`,
  return: (standing) => `Only what is in review or ready goes back to the writer; this article ${standing}.`,
  ready: (standing) => `Only a draft or an article in review is marked ready; this article ${standing}.`,
  spike: (standing) => `Only what readers have not got is spiked; this article ${standing}.`,
  kill: (standing) => `Only what readers have is killed; this article ${standing}.`,
  revive: (standing) => `Only a spiked or killed article is revived; this article ${standing}.`,
  publish: (standing) => `This article ${standing}, so it cannot be published from here.`,
  republish: (standing) => `Only a published article is published again; this article ${standing}.`,
  correct: (standing) => `Only a published article is corrected; this article ${standing}.`,
}

const WHY_NOT_NOW: Readonly<Record<Exclude<Act, Verb>, (standing: string) => string>> = {
  'require-legal': () => 'Legal review is already required.',
  'clear-legal': () => 'Legal review is not asked for, so there is nothing to clear.',
  'drop-legal': () => 'Legal review is not asked for.',
  hold: () => 'The article is already on hold.',
  release: () => 'The article is not on hold.',
  'override-embargo': (standing) => `The article ${standing}: nothing of it can leave.`,
  export: (standing) => `The article ${standing}: revive it before anything goes to readers.`,
}

/** Why an act was refused from a status, in a sentence; null where it is no act or no status. */
export function transitionWords(from: string, verb: string): string | null {
  const status = STATUSES.find((known) => known === from)
  const known = ACTS.find((one) => one === verb)
  return status === undefined || known === undefined
    ? null
    : { ...WHY_NOT, ...WHY_NOT_NOW }[known](STANDING[status])
}

/** What is wrong with a stored ledger, in words; null when each entry was possible where it was made. */
export function ledgerFault(events: readonly DeskEvent[]): string | null {
  let state = NEW_ARTICLE
  for (const [index, event] of events.entries()) {
    const place = `desk event ${index + 1} (${event.act})`
    if (event.from !== state.status)
      return `${place} starts from ${event.from}, and the article was ${state.status}`
    if (statusAfterAct(state, event.act) !== event.to) return `${place} was not possible then`
    state = stateAfter(state, event)
  }
  return null
}
