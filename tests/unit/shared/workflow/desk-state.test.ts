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
/** Acts without an arrow of their own, and when they make sense. */
const FREE: Partial<Record<Act, (model: Model) => boolean>> = {
  'require-legal': ({ legal }) => legal !== 'required',
  'clear-legal': ({ legal }) => legal === 'required',
  'drop-legal': ({ legal }) => legal !== 'not-needed',
  hold: ({ isHeld }) => !isHeld,
  release: ({ isHeld }) => isHeld,
  export: ({ status }) => status !== 'spiked' && status !== 'killed',
  'override-embargo': ({ status }) => status !== 'spiked' && status !== 'killed',
}
const LEAVING: readonly Act[] = ['publish', 'republish', 'correct', 'export']
const CHANGES: Partial<Record<Act, Partial<Model>>> = {
  'require-legal': { legal: 'required' },
  'clear-legal': { legal: 'cleared' },
  'drop-legal': { legal: 'not-needed' },
  hold: { isHeld: true },
  release: { isHeld: false },
}
function mayDo(model: Model, act: Act): boolean {
  if (LEAVING.includes(act) && (model.isHeld || model.legal === 'required')) return false
  return FREE[act]?.(model) ?? arrow(model.status, act) !== null
}
const done = (model: Model, act: Act): Model => ({
  ...model,
  status: arrow(model.status, act) ?? model.status,
  ...CHANGES[act],
})
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
      { numRuns: runs(3_000) },
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
    act('override-embargo')
    // Nothing of it can leave any more.
    expect(act('kill').override).toBeNull()
  })
})
