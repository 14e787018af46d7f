import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Instant, type RevisionId, toInstant } from '#shared/article/ids.ts'
import { LASTING_KINDS, REVISION_KINDS, type RevisionKind } from '#shared/revision/revision.ts'
import { revisionsToThin } from '#shared/revision/thinning.ts'

const HOUR = 3_600_000
const NOW = toInstant(Date.UTC(2027, 5, 15, 12, 0)) // 21:00 in Seoul
const SEOUL = 'Asia/Seoul'

const revision = (number: number, kind: RevisionKind, at: number) => ({
  id: `r${number}` as RevisionId,
  number,
  kind,
  at: toInstant(at),
})
const thin = (revisions: ReturnType<typeof revision>[], now: Instant = NOW, zone = SEOUL) =>
  revisionsToThin(revisions, now, zone)

describe('revisionsToThin', () => {
  it('keeps all of today, by the calendar of the zone', () => {
    const today = [0, 1, 2, 3].map((n) => revision(n + 1, 'idle', NOW - n * 60_000))
    expect(thin([revision(9, 'named', NOW), ...today])).toEqual([])
    const justBeforeMidnight = Date.UTC(2027, 5, 14, 14, 50)
    const yesterday = [
      revision(1, 'idle', justBeforeMidnight),
      revision(2, 'idle', justBeforeMidnight + 60_000),
    ]
    expect(thin([...yesterday, revision(3, 'named', NOW)])).toEqual(['r1'])
    expect(thin([...yesterday, revision(3, 'named', NOW)], NOW, 'America/New_York')).toEqual(['r1'])
    expect(thin([...yesterday, revision(3, 'named', NOW)], toInstant(justBeforeMidnight + 120_000))).toEqual(
      [],
    )
  })

  it('keeps the last of each hour for a week, the last of each day before that', () => {
    const threeDays = NOW - 72 * HOUR
    const month = NOW - 30 * 24 * HOUR
    expect(
      thin([
        revision(1, 'sitting', month),
        revision(2, 'idle', month + HOUR),
        revision(3, 'sitting', threeDays),
        revision(4, 'idle', threeDays + 60_000),
        revision(5, 'idle', threeDays + HOUR),
        revision(6, 'idle', NOW),
      ]),
    ).toEqual(['r1', 'r3'])
  })

  const anyHistory = fc
    .array(fc.tuple(fc.constantFrom(...REVISION_KINDS), fc.integer({ min: 0, max: 60 * 24 * 60 })), {
      maxLength: 80,
    })
    .map((facts) =>
      facts
        .sort((a, b) => b[1] - a[1])
        .map(([kind, minutesAgo], index) => revision(index + 1, kind, NOW - minutesAgo * 60_000)),
    )

  it('RV4: never touches lasting kinds or the newest revision, and thinning twice drops nothing more', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.constantFrom('UTC', SEOUL, 'America/New_York', 'Asia/Kathmandu'),
        (history, zone) => {
          const dropped = new Set(thin(history, NOW, zone))
          for (const gone of history.filter((kept) => dropped.has(kept.id))) {
            expect(LASTING_KINDS).not.toContain(gone.kind)
            expect(gone.number).not.toBe(history.length)
          }
          expect(
            thin(
              history.filter((kept) => !dropped.has(kept.id)),
              NOW,
              zone,
            ),
          ).toEqual([])
        },
      ),
    )
  })

  it('keeps at least one automatic revision of every day that had one', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const dropped = new Set(thin(history, NOW, 'UTC'))
        const days = (list: typeof history) =>
          new Set(
            list
              .filter((one) => !LASTING_KINDS.includes(one.kind))
              .map((one) => new Date(one.at).toISOString().slice(0, 10)),
          )
        expect(days(history.filter((kept) => !dropped.has(kept.id)))).toEqual(days(history))
      }),
    )
  })

  it('C8: revisions dated in the future by a wrong clock stay', () => {
    expect(
      thin([
        revision(1, 'idle', NOW + 900 * HOUR),
        revision(2, 'idle', NOW + 900 * HOUR),
        revision(3, 'idle', NOW),
      ]),
    ).toEqual([])
  })
})
