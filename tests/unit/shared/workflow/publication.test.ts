import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_NOTE_CHARS } from '#shared/article/limits.ts'
import type { PublicNote } from '#shared/article/public-note.ts'
import { NO_STAMPS, type Stamps } from '#shared/article/stamps.ts'
import {
  appendedNotes,
  type Decision,
  noteFault,
  reasonOf,
  resolveDecision,
  stampsAfter,
} from '#shared/workflow/publication.ts'
import { anyMoment } from '#tests/support/odd-instants.ts'
import { runs } from '#tests/support/runs.ts'

const SECOND_MS = 1_000
const note = (kind: PublicNote['kind'], revises: string | null = null) =>
  ({ kind, text: 'Words.', placement: 'low', revises, change: null }) as const
const anyDecision: fc.Arbitrary<Decision> = fc.oneof(
  fc.constantFrom<Decision>({ kind: 'first' }, { kind: 'silent' }, { kind: 'updated' }),
  fc
    .array(
      fc.constantFrom<PublicNote['kind']>(
        'correction',
        'clarification',
        'update',
        'editors-note',
        'retraction',
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((kinds): Decision => ({ kind: 'noted', notes: kinds.map((kind) => note(kind)) })),
)

describe('ST2, ST3, ST6: stamps', () => {
  test('whatever the clock does, move only as decided, to whole seconds, and never back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyDecision, anyMoment), { maxLength: 12 }), (steps) => {
        let stamps: Stamps = NO_STAMPS
        for (const [decision, now] of steps) {
          const { stamps: next, moved, isHeldBack } = stampsAfter(stamps, decision, now)
          if (stamps.published !== null) expect(next.published).toEqual(stamps.published)
          if (decision.kind === 'first' || decision.kind === 'silent')
            expect(next.updated).toEqual(stamps.updated)
          expect(moved).toBe(
            stamps.published === null
              ? 'published'
              : decision.kind === 'noted' || decision.kind === 'updated'
                ? 'updated'
                : null,
          )
          const [before, after] = [stamps.updated ?? stamps.published, next.updated ?? next.published]
          if (before !== null && after !== null) expect(after.at).toBeGreaterThanOrEqual(before.at)
          if (moved !== null) {
            const at = next[moved]?.at ?? Number.NaN
            expect(at % SECOND_MS).toBe(0)
            expect(isHeldBack).toBe(at > now.at)
            if (!isHeldBack) expect(now.at - at).toBeLessThan(SECOND_MS)
          }
          stamps = next
        }
      }),
      { numRuns: runs(500) },
    )
  })

  test('a plain export never needs a decision', () => {
    const moment = fc.sample(anyMoment, 1)[0] ?? null
    for (const published of [null, moment])
      for (const hasPage of [false, true])
        for (const moveUpdated of [false, true]) {
          const decision = resolveDecision(
            { kind: 'plain', moveUpdated },
            { published, updated: null },
            hasPage,
          )
          expect(decision.kind).toBe(
            published === null ? 'first' : moveUpdated ? 'updated' : hasPage ? 'silent' : 'first',
          )
        }
  })
})

describe('PN1: notes', () => {
  test('are numbered on, and a note is revised at most once', () => {
    const at = { at: 0 as never, zone: 'UTC' as never }
    const first = appendedNotes([], { kind: 'noted', notes: [note('correction'), note('update')] }, at)
    expect(first.map(({ id }) => id)).toEqual(['note-1', 'note-2'])
    const second = appendedNotes(first, { kind: 'noted', notes: [note('clarification', 'note-1')] }, at)
    expect(second.map(({ id }) => id)).toEqual(['note-3'])
    const all = [...first, ...second]
    expect(noteFault(all, { kind: 'noted', notes: [note('correction', 'note-3')] })).toBeNull()
    expect(noteFault(all, { kind: 'noted', notes: [note('correction', 'note-1')] })).toContain('note-1')
    expect(noteFault(all, { kind: 'noted', notes: [note('correction', 'note-9')] })).toContain('note-9')
    expect(
      noteFault(all, { kind: 'noted', notes: [note('correction', 'note-2'), note('correction', 'note-2')] }),
    ).toContain('note-2')
  })

  test('the gravest of several names the edition, in any order', () => {
    const grave = ['retraction', 'correction', 'clarification', 'editors-note', 'update'] as const
    for (const [index, kind] of grave.entries())
      expect(
        reasonOf({
          kind: 'noted',
          notes: grave
            .slice(index)
            .toReversed()
            .map((one) => note(one)),
        }),
      ).toBe(kind)
  })
})

test('PN1: a note too long to be read again is not appended', () => {
  const decision: Decision = {
    kind: 'noted',
    notes: [{ ...note('correction'), text: 'x'.repeat(MAX_NOTE_CHARS + 1) }],
  }
  expect(noteFault([], decision)).toContain('at most 20000 characters')
})
