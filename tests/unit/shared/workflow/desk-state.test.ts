import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toInstant } from '#shared/article/ids.ts'
import { type Act, ACTS, type DeskEvent } from '#shared/workflow/desk-event.ts'
import {
  currentState,
  type DeskState,
  ledgerFault,
  NEW_ARTICLE,
  obstacleTo,
  statusAfterAct,
  whyNot,
} from '#shared/workflow/desk-state.ts'
import { DESK_VERBS, deskVerbsFrom, STATUSES, type Status } from '#shared/workflow/status.ts'
import { runs } from '#tests/support/runs.ts'

/** The desk as somebody at it would draw it, one arrow a line; written down apart from the code. */
const ARROWS = `
  draft file in-review
  draft ready ready
  draft publish published
  draft spike spiked
  in-review return draft
  in-review ready ready
  in-review publish published
  in-review spike spiked
  ready return draft
  ready publish published
  ready spike spiked
  published republish published
  published correct published
  published kill killed
  spiked revive draft
  killed revive draft
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' ') as [Status, Act, Status])
const arrow = (from: Status, act: Act): Status | null =>
  ARROWS.find(([start, name]) => start === from && name === act)?.[2] ?? null

interface Model {
  status: Status
  legal: 'not-needed' | 'required' | 'cleared'
  isHeld: boolean
}
function mayDo({ status, legal, isHeld }: Model, act: Act): boolean {
  const isOut = status === 'spiked' || status === 'killed'
  switch (act) {
    case 'require-legal':
      return legal !== 'required'
    case 'clear-legal':
      return legal === 'required'
    case 'drop-legal':
      return legal !== 'not-needed'
    case 'hold':
      return !isHeld
    case 'release':
      return isHeld
    case 'export':
      return !isOut && !isHeld && legal !== 'required'
    case 'override-embargo':
      return !isOut
    case 'publish':
    case 'republish':
    case 'correct':
      return arrow(status, act) !== null && !isHeld && legal !== 'required'
    default:
      return arrow(status, act) !== null
  }
}
function done(model: Model, act: Act): Model {
  const status = arrow(model.status, act) ?? model.status
  switch (act) {
    case 'require-legal':
      return { ...model, legal: 'required' }
    case 'clear-legal':
      return { ...model, legal: 'cleared' }
    case 'drop-legal':
      return { ...model, legal: 'not-needed' }
    case 'hold':
    case 'release':
      return { ...model, isHeld: act === 'hold' }
    default:
      return { ...model, status }
  }
}
const eventOf = (state: DeskState, act: Act, to: Status, at: number): DeskEvent => ({
  act,
  from: state.status,
  to,
  who: 'Ana',
  why: 'because',
  at: toInstant(at),
  embargo: act === 'override-embargo' ? { at: toInstant(9_000), zone: 'UTC' as never } : null,
})

describe('WF1: the desk', () => {
  test('thousands of random acts lead where the drawing says and nowhere else, each refusal in words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 60 }), (acts) => {
        const events: DeskEvent[] = []
        let model: Model = { status: 'draft', legal: 'not-needed', isHeld: false }
        for (const act of acts) {
          const state = currentState(events)
          const obstacle = obstacleTo(state, act)
          expect([act, obstacle === null]).toEqual([act, mayDo(model, act)])
          if (obstacle !== null) {
            if (obstacle.type === 'InvalidTransition') expect(whyNot(state, act)).toMatch(/^[A-Z].*\.$/)
            continue
          }
          const to = statusAfterAct(state, act)
          if (to === null) throw new Error(`${act} leads nowhere`)
          events.push(eventOf(state, act, to, events.length))
          model = done(model, act)
        }
        const state = currentState(events)
        expect({ status: state.status, legal: state.legal.state, isHeld: state.hold !== null }).toEqual(model)
        expect(ledgerFault(events)).toBeNull()
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('a ledger with an entry taken out, put in or turned is found out, or adds up to the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ACTS), { minLength: 5, maxLength: 40 }),
        fc.nat(),
        (acts, pick) => {
          const events: DeskEvent[] = []
          for (const act of acts) {
            const state = currentState(events)
            const to = obstacleTo(state, act) === null ? statusAfterAct(state, act) : null
            if (to !== null) events.push(eventOf(state, act, to, events.length))
          }
          if (events.length === 0) return
          const index = pick % events.length
          const shortened = events.toSpliced(index, 1)
          const gap = shortened.findIndex((event, at) => at > 0 && event.from !== shortened[at - 1]?.to)
          if (gap >= 0) expect(ledgerFault(shortened)).not.toBeNull()
          const turned = events.with(index, { ...(events[index] as DeskEvent), to: 'killed', act: 'file' })
          expect(ledgerFault(turned)).not.toBeNull()
        },
      ),
      { numRuns: runs(300) },
    )
  })

  test('what the menus offer is what is possible', () => {
    for (const status of STATUSES)
      expect(deskVerbsFrom(status)).toEqual(DESK_VERBS.filter((verb) => arrow(status, verb) !== null))
  })

  test('every refusal says where the article stands', () => {
    for (const status of STATUSES)
      for (const act of ACTS) {
        const words = whyNot({ ...NEW_ARTICLE, status }, act)
        if (words !== null) expect(words).toMatch(/^[A-Z].+\.$/)
      }
    expect(whyNot(NEW_ARTICLE, 'kill')).toBe('Only what readers have is killed; this article is a draft.')
  })

  test('an override is used up by whatever leaves, and by nothing else', () => {
    const events: DeskEvent[] = []
    const act = (name: Act): DeskState => {
      const state = currentState(events)
      events.push(eventOf(state, name, statusAfterAct(state, name) ?? state.status, events.length))
      return currentState(events)
    }
    expect(act('override-embargo').override).not.toBeNull()
    expect(act('file').override).not.toBeNull()
    expect(act('export').override).toBeNull()
    act('override-embargo')
    expect(act('publish').override).toBeNull()
  })
})
