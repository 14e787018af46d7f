import { describe, expect, test } from 'vitest'
import { toInstant, zoneSchema } from '#shared/article/ids.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { article } from '#tests/support/builders.ts'
import { type TestDesk, openTestDesk } from '#tests/support/run-stet.ts'

const HOUR_MS = 3_600_000

async function begun(desk: TestDesk): Promise<string> {
  return (await desk.stet('new', '--headline', 'Bridge opens', '--zone', 'Asia/Seoul')).out.trim()
}
const publish = (desk: TestDesk, id: string, ...options: string[]) =>
  desk.stet('publish', id, '-o', 'page.html', ...options)

describe('stet publish', () => {
  test('first, silent fix, update and correction, each in the trail, each page as it was', async () => {
    using desk = openTestDesk()
    const id = await begun(desk)
    const pages: string[] = []
    for (const options of [
      [],
      ['--update', 'The first crossing.'],
      ['--correction', 'An earlier version named the wrong river.', '--high'],
    ]) {
      const run = await publish(desk, id, ...options)
      expect([run.exit, run.err]).toEqual([0, ''])
      pages.push(desk.read('page.html'))
      desk.later(HOUR_MS)
    }
    expect(pages[1]).toContain('The first crossing.')
    expect(pages[2]).toContain('An earlier version named the wrong river.')
    const trail = (await desk.stet('editions', id, '--json')).json
    expect(trail['editions']).toMatchObject([
      { number: 3, reason: 'correction', to: null, endedBy: null },
      { number: 2, reason: 'update', to: '2027-06-01T02:00:00.000Z', endedBy: 'edition' },
      { number: 1, reason: 'first', from: '2027-06-01T00:00:00.000Z', to: '2027-06-01T01:00:00.000Z' },
    ])
    expect(trail['notes']).toMatchObject([
      { id: 'note-1', kind: 'update', placement: 'low' },
      { id: 'note-2', kind: 'correction', placement: 'high' },
    ])
    expect((await desk.stet('editions', id)).out).toMatch(/^3 {2}correction +html +2027-06-01/)

    const seen = async (instant: string, ...more: string[]) => desk.stet('at', id, instant, ...more)
    expect((await seen('2027-06-01T08:59:59+09:00')).out).toBe('Readers had no page of it yet.\n')
    expect((await seen('2027-06-01 09:30 KST', '--json')).json).toMatchObject({
      seen: 'edition',
      edition: { number: 1 },
    })
    for (const [index, page] of pages.entries()) {
      const run = await seen(`2027-06-01T0${index}:30:00Z`, '-o', `was-${index}.html`)
      expect([run.exit, desk.read(`was-${index}.html`)]).toEqual([0, page])
    }
  })

  test('the same page twice is published once', async () => {
    using desk = openTestDesk()
    const id = await begun(desk)
    await publish(desk, id)
    const again = await publish(desk, id, '--silent')
    expect([again.exit, again.err]).toEqual([
      0,
      'stet: readers have this very page already; nothing was recorded\n',
    ])
    expect((await desk.stet('editions', id, '--json')).json['editions']).toHaveLength(1)
  })

  test('what a page names as Published is a time at which readers had it', async () => {
    using desk = openTestDesk()
    const id = await begun(desk)
    desk.later(HOUR_MS + 700)
    await publish(desk, id)
    const [, published = ''] = /<time datetime="([^"]+)"/.exec(desk.read('page.html')) ?? []
    const run = await desk.stet('at', id, published)
    expect(run.out).toMatch(/^Edition 1 \(first\), from 2027-06-01 10:00:00 /)
  })

  test('no note and no reason is longer than a window could read again', async () => {
    using desk = openTestDesk()
    const id = await begun(desk)
    await publish(desk, id)
    const long = await publish(desk, id, '--correction', 'x'.repeat(20_001))
    expect([long.exit, long.err]).toEqual([
      2,
      expect.stringContaining('A note has at most 20000 characters; this one has 20001.'),
    ])
    const why = await desk.stet('act', id, 'hold', '--why', 'x'.repeat(2_001))
    expect([why.exit, why.err]).toEqual([2, expect.stringContaining('at most 2000 characters')])
    const words = await desk.stet('act', id, 'clear-legal')
    expect([words.exit, words.err]).toEqual([1, expect.stringContaining('there is nothing to clear')])
  })

  test('a second page without a word about the change is refused', async () => {
    using desk = openTestDesk()
    const id = await begun(desk)
    await publish(desk, id)
    const again = await publish(desk, id)
    expect(again.exit).toBe(1)
    expect(again.err).toContain('it has to be said what this one changes')
  })
})

test('stet correct appends a note, and a revised note takes the place of the first', async () => {
  using desk = openTestDesk()
  const id = await begun(desk)
  await publish(desk, id)
  desk.later(HOUR_MS)
  expect(
    (await desk.stet('correct', id, '--note', 'It said four. It is forty.', '-o', 'page.html')).exit,
  ).toBe(0)
  const revised = [
    '--note',
    'It said four. It is forty-one.',
    '--kind',
    'clarification',
    '--revises',
    'note-1',
  ]
  expect((await desk.stet('correct', id, ...revised, '-o', 'page.html')).exit).toBe(0)
  expect(desk.read('page.html')).toContain('It is forty-one.')
  expect(desk.read('page.html')).not.toContain('It is forty.')
  expect((await desk.stet('editions', id, '--json')).json['notes']).toMatchObject([
    { id: 'note-1', revisedBy: 'note-2' },
    { id: 'note-2', kind: 'clarification', revises: 'note-1', revisedBy: null },
  ])
  const twice = await desk.stet('correct', id, ...revised, '-o', 'page.html')
  expect([twice.exit, twice.err]).toEqual([1, expect.stringContaining('not among the notes readers see')])
})

describe('stet act', () => {
  test('hold, legal review and kill keep the page from readers until they are settled', async () => {
    using desk = openTestDesk()
    const id = await begun(desk)
    await desk.stet('act', id, 'hold', '--why', 'a call is awaited')
    expect((await publish(desk, id)).err).toContain('on hold by A. Writer: a call is awaited')
    expect((await desk.stet('export', id, '--to', 'md')).exit).toBe(1)
    await desk.stet('act', id, 'require-legal')
    await desk.stet('act', id, 'release')
    expect((await publish(desk, id)).err).toContain('Legal review was asked for by A. Writer')
    expect((await desk.stet('act', id, 'clear-legal')).out).toBe('draft, legal cleared\n')
    expect((await publish(desk, id)).exit).toBe(0)
    expect((await desk.stet('act', id, 'kill')).err).toContain('not done without a reason')
    desk.later(HOUR_MS)
    expect((await desk.stet('act', id, 'kill', '--why', 'wrong man')).out).toBe('killed, legal cleared\n')
    expect((await publish(desk, id, '--silent')).exit).toBe(1)
    desk.later(HOUR_MS)
    expect((await desk.stet('at', id, '2027-06-01T02:00:00Z')).out).toContain('It was killed at')
    expect((await desk.stet('verify')).exit).toBe(0)
  })
})

test('WF4: a file that brings an embargo along goes out as a proof only', async () => {
  using desk = openTestDesk()
  const embargo = { at: toInstant(Date.UTC(2027, 5, 1, 1)), zone: zoneSchema.parse('Asia/Seoul') }
  const stored = article({ headline: 'Bridge opens', meta: { embargo } })
  desk.write(
    'story.json',
    JSON.stringify({
      format: 'stet-article',
      formatVersion: 1,
      article: stored,
      stamps: NO_STAMPS,
      notes: [],
    }),
  )
  const refused = await desk.stet('export', 'story.json', '--to', 'html')
  expect([refused.exit, refused.out]).toEqual([1, ''])
  expect(refused.err).toContain('under embargo until June 1, 2027 10:00 a.m. KST')
  expect((await desk.stet('export', 'story.json', '--to', 'html', '--proof')).out).toContain('noindex')
  const id =
    ((await desk.stet('import', 'story.json', '--json')).json['imported'] as { id: string }[])[0]?.id ?? ''
  for (const argv of [
    ['publish', id, '-o', 'page.html'],
    ['export', id, '--to', 'md'],
  ])
    expect((await desk.stet(...argv)).err).toContain('under embargo')
  desk.later(HOUR_MS)
  expect((await publish(desk, id)).exit).toBe(0)
})

test.each([
  [['publish', 'ab'], 'A page for readers needs a place: -o PATH.'],
  [
    ['publish', 'ab', '-o', 'x', '--silent', '--update', 'y'],
    '--silent leaves no trace: it goes with no note.',
  ],
  [['correct', 'ab', '-o', 'x'], 'A correction needs its words: --note TEXT.'],
  [['correct', 'ab', '-o', 'x', '--note', 'y', '--kind', 'apology'], '“apology” is not a kind of note'],
  [
    ['correct', 'ab', '-o', 'x', '--note', 'y', '--revises', 'one'],
    '“one” is not a note: name one like note-2.',
  ],
  [['act', 'ab', 'publish'], '“publish” is not a verb'],
])('%j is a wrong command line', async (argv, sentence) => {
  using desk = openTestDesk()
  const run = await desk.stet(...argv)
  expect([run.exit, run.out]).toEqual([2, ''])
  expect(run.err).toContain(sentence)
})
