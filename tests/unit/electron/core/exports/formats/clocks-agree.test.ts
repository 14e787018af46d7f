// EX6 over odd times: what a page shows, what it says in `datetime`, in JSON-LD and in Open Graph is one and the same instant.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportHtml } from '#core/exports/formats/html.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import type { ZonedInstant } from '#shared/article/ids.ts'
import { attr, type Element, parsePage, wordsOf } from '#tests/support/parse-page.ts'
import { article } from '#tests/support/builders.ts'
import { exportInput, fullProfile } from '#tests/support/full-article.ts'
import { anyMoment, anyZone, instantOf } from '#tests/support/odd-instants.ts'
import { runs } from '#tests/support/runs.ts'

const plain = article({ headline: 'Bridge opens', body: ['It opened.'] })
/** Date and time a wall clock in the zone shows, from the runtime's own tables and none of our code. */
function wall({ at }: ZonedInstant, zone: string): { parts: Record<string, string>; digits: string } {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts
  return { parts, digits: `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}` }
}
const second = ({ at }: ZonedInstant): number => Math.floor(at / 1_000) * 1_000

test('visible time, datetime, JSON-LD and Open Graph agree always', () => {
  fc.assert(
    fc.property(
      anyMoment,
      fc.option(anyMoment),
      fc.option(anyMoment),
      anyZone,
      (published, updated, told, zone) => {
        const notes: ExportInput['notes'] =
          told === null
            ? []
            : [
                {
                  id: 'note-1',
                  kind: 'correction',
                  text: 'It is forty.',
                  at: told,
                  placement: 'low',
                  revises: null,
                },
              ]
        const profile = fullProfile({ zone })
        const input = exportInput({
          article: plain,
          stamps: { published, updated },
          notes,
          profile,
          pictures: new Map(),
        })
        const page = parsePage(exportHtml(input))
        const times = page.all('time').map((time) => [attr(time, 'datetime') ?? '', wordsOf(time)] as const)
        const expected = [published, ...(updated === null ? [] : [updated]), ...(told === null ? [] : [told])]
        const datetimes = new Set(times.map(([datetime]) => datetime))
        expect(datetimes.size).toBe(new Set(expected.map((stamp) => second(stamp))).size)
        for (const stamp of expected) {
          const { parts, digits } = wall(stamp, zone)
          const own = times.filter(([datetime]) => instantOf(datetime) === second(stamp))
          expect(own.length).toBeGreaterThan(0)
          for (const [datetime, words] of own) {
            expect(datetime.slice(0, digits.length)).toBe(digits)
            const hour = Number(parts['hour']) % 12 === 0 ? 12 : Number(parts['hour']) % 12
            expect(words).toContain(
              ` ${hour}:${parts['minute']} ${Number(parts['hour']) < 12 ? 'a.m.' : 'p.m.'} `,
            )
            expect(words).toContain(` ${Number(parts['day'])}, ${Number(parts['year'])} `)
          }
        }
        const at = (stamp: ZonedInstant): string =>
          times.find(([datetime]) => instantOf(datetime) === second(stamp))?.[0] ?? ''
        const modified = at(updated ?? published)
        expect(page.jsonLd['datePublished']).toBe(at(published))
        expect(page.jsonLd['dateModified']).toBe(modified)
        expect(page.meta('article:published_time')).toEqual([at(published)])
        expect(page.meta('article:modified_time')).toEqual(updated === null ? [] : [modified])
        if (told !== null)
          expect(JSON.stringify(page.jsonLd['correction'])).toContain(`"datePublished":"${at(told)}"`)
      },
    ),
    { numRuns: runs(150) },
  )
})

test('an hour that comes twice is told apart by its zone', () => {
  const words = [0, 1].map((hours) => {
    const at = Date.UTC(2026, 10, 1, 5 + hours, 30) as never
    const published = { at, zone: 'America/New_York' as never }
    const profile = fullProfile({ zone: 'America/New_York' as never })
    const page = parsePage(
      exportHtml(
        exportInput({ article: plain, stamps: { published, updated: null }, profile, pictures: new Map() }),
      ),
    )
    return wordsOf(page.all('time')[0] as Element)
  })
  expect(words).toEqual(['November 1, 2026 1:30 a.m. EDT', 'November 1, 2026 1:30 a.m. EST'])
})
