import { describe, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '#tests/support/run-stet.ts'

const STORY = ['# Bridge shut', '', 'On Monday, 4 March 2025, the the council met. The chairman left.'].join(
  '\n',
)

async function imported(desk: TestDesk, text: string): Promise<string> {
  const run = await desk.stet('import', desk.write('story.md', text), '--json')
  const [first] = run.json['imported'] as { id: string }[]
  return first?.id ?? ''
}
const rulesOf = (json: Record<string, unknown>): string[] =>
  (json['findings'] as { rule: string }[]).map(({ rule }) => rule)

describe('stet check', () => {
  test('CK7: prints a line for each finding of an article and changes nothing', async () => {
    using desk = openTestDesk()
    const id = await imported(desk, STORY)
    const before = await desk.stet('show', id, '--json')
    const run = await desk.stet('check', id.slice(0, 8))
    expect(run.exit).toBe(0)
    expect(run.out).toContain('warning: “the” stands here twice in a row.')
    expect(run.out).toContain('warning: “Monday, 4 March 2025”: that day was a Tuesday.')
    expect((await desk.stet('show', id, '--json')).json).toEqual(before.json)
  })

  test('CK7: ends with code 4 when there are errors, and says so in JSON', async () => {
    using desk = openTestDesk()
    const id = await imported(desk, '# Bridge shut for TK days\n\nText.')
    const run = await desk.stet('check', id, '--json')
    expect(run.exit).toBe(4)
    expect(run.json).toMatchObject({ id, ok: false, waived: [] })
    expect(rulesOf(run.json)).toContain('tk')
  })

  test('CK7: checks a file without any library, with house terms of its own', async () => {
    using desk = openTestDesk()
    desk.write('story.md', STORY)
    desk.write(
      'house.json',
      '{"version":1,"terms":[{"term":"chairman","advice":"amend","replacement":"chair"}]}',
    )
    const run = await desk.stet('check', 'story.md', '--desk-file', 'house.json', '--json')
    expect(run.exit).toBe(0)
    expect(rulesOf(run.json)).toEqual(expect.arrayContaining(['house-term', 'double-word', 'weekday-date']))
    expect(run.json['id']).toBe(null)
  })

  test('CK6: a bad desk file is a wrong command line, in one sentence', async () => {
    using desk = openTestDesk()
    desk.write('story.md', STORY)
    desk.write('house.json', '{"version":1,"terms":[{"term":"chairman"}]}')
    const run = await desk.stet('check', 'story.md', '--desk-file', 'house.json')
    expect(run.exit).toBe(2)
    expect(run.err).toMatch(/^stet: The desk file cannot be used: term 1: .*\.\n$/)
    expect((await desk.stet('check', 'story.md', '--desk-file', 'none.json')).exit).toBe(2)
  })
})
