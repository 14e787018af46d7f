import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLibrary } from '#core/storage/open-library.ts'
import { createFakeClock } from '#tests/support/fake-clock.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { type StetRun, type TestDesk, openTestDesk } from '#tests/support/run-stet.ts'

const STORY = [
  'Skip to main content',
  'World',
  'Last ferry piers to close',
  'Islanders fear being cut off in winter',
  'March 4, 2022 5:35pm',
  'Updated: March 6, 2022 11:55am',
  'The harbour board voted on Friday to close the last of the ferry piers, a decision that people on the outer islands had fought for years.',
  'Ferries have crossed since 1871.',
].join('\n')

async function imported(desk: TestDesk): Promise<string> {
  const run = await desk.stet('import', desk.write('story.txt', STORY), '--zone', 'Asia/Seoul', '--json')
  const [first] = run.json['imported'] as { id: string }[]
  return first?.id ?? ''
}
const oneSentence = (run: StetRun): void => {
  expect(run.err).toMatch(/^stet: .+\n$/)
  expect(run.err.trim().split('\n')).toHaveLength(1)
  expect(run.err).not.toMatch(/undefined|\bat .*\.ts:/)
}

describe('from a text file to a page', () => {
  test('importing makes an article whose page shows both stamps of the file', async () => {
    using desk = openTestDesk()
    const run = await desk.stet('import', desk.write('story.txt', STORY), '--zone', 'Asia/Seoul')
    expect(run.exit).toBe(0)
    expect(run.out).toContain('Last ferry piers to close')
    expect(run.out).toContain('Asia/Seoul was assumed')
    expect(run.out).toContain('“Skip to main content”')
    const id = run.out.split(' ')[0] ?? ''
    const page = await desk.stet('export', id, '--to', 'html')
    expect(page.exit).toBe(0)
    // The library was made by this import: its zone is the one that was named.
    expect(page.out).toContain('datetime="2022-03-04T17:35:00+09:00"')
    expect(page.out).toContain('March 4, 2022 5:35 p.m. KST')
    expect(page.out).toContain('Published')
    expect(page.out).toContain('Updated')
    expect(page.out).not.toContain('Skip to main content</p>')
  })
  test('a file is exported without any library', async () => {
    using desk = openTestDesk()
    desk.write('story.txt', STORY)
    const run = await desk.stet(
      'export',
      'story.txt',
      '--to',
      'html',
      '-o',
      'story.html',
      '--zone',
      'Asia/Seoul',
    )
    expect([run.exit, run.out]).toEqual([0, `${join(desk.folder, 'story.html')}\n`])
    expect(desk.read('story.html')).toContain('March 4, 2022 5:35 p.m. KST')
    expect(run.err).toContain('Asia/Seoul was assumed')
    expect(readdirSync(desk.folder).sort()).toEqual(['story.html', 'story.txt'])
  })
  test('every format goes out and comes back', async () => {
    using desk = openTestDesk()
    const id = await imported(desk)
    for (const format of ['html', 'md', 'txt', 'json']) {
      const saved = await desk.stet('export', id, '--to', format, '-o', `out.${format}`, '--proof')
      expect([saved.exit, saved.err]).toEqual([0, ''])
      const back = await desk.stet('import', `out.${format}`, '--json', '--zone', 'Asia/Seoul')
      const [first] = back.json['imported'] as Record<string, unknown>[]
      expect([format, back.exit, first?.['headline']]).toEqual([format, 0, 'Last ferry piers to close'])
      expect(first?.['stamps']).toMatchObject({
        published: { at: '2022-03-04T08:35:00.000Z' },
        updated: { at: '2022-03-06T02:55:00.000Z' },
      })
    }
  })
})

describe('reading', () => {
  test('list, show, search and revisions agree, for people and for programs', async () => {
    using desk = openTestDesk()
    const id = await imported(desk)
    const listed = await desk.stet('list')
    expect(listed.out).toContain(`${id.slice(0, 8)}  draft`)
    expect((await desk.stet('list', '--json')).json).toMatchObject({
      total: 1,
      articles: [{ id, status: 'draft' }],
    })
    const shown = await desk.stet('show', id.slice(0, 6))
    expect(shown.out).toContain('published:  March 4, 2022 5:35 p.m. KST')
    expect(shown.out).toContain('Ferries have crossed since 1871.')
    expect((await desk.stet('show', id, '--json')).json).toMatchObject({
      id,
      headline: 'Last ferry piers to close',
    })
    expect((await desk.stet('search', 'ferries')).out).toContain('[Ferries]')
    expect((await desk.stet('search', 'zebra')).out).toBe('')
    expect((await desk.stet('revisions', id)).out).toMatch(/^1 {2}import .*Imported from story\.txt\n$/)
  })
  test('reading changes nothing in the library', async () => {
    using desk = openTestDesk()
    const id = await imported(desk)
    const before = await desk.stet('show', id, '--json')
    desk.later(60_000)
    await desk.stet('list')
    await desk.stet('verify')
    expect((await desk.stet('show', id, '--json')).out).toBe(before.out)
  })
  test('verify is quiet about a sound library and loud about a damaged one', async () => {
    using desk = openTestDesk()
    await imported(desk)
    const sound = await desk.stet('verify')
    expect([sound.exit, sound.err]).toEqual([0, ''])
    expect(sound.out).toContain('1 article')
    expect((await desk.stet('verify', '--json')).json).toMatchObject({ ok: true, faults: [] })
    const bytes = Buffer.from(desk.read('Desk.stet/library.db'), 'latin1')
    expect(bytes.length).toBeGreaterThan(0)
    desk.write('Desk.stet/library.db', new Uint8Array(8_192).fill(7))
    const broken = await desk.stet('verify')
    expect([3, 4]).toContain(broken.exit)
    oneSentence(broken)
  })
})

describe('changing', () => {
  test('new starts an article; restore brings a revision back and keeps what was there', async () => {
    using desk = openTestDesk()
    const made = await desk.stet('new', '--headline', 'First words', '--section', 'World')
    expect(made.out).toMatch(/^[0-9a-f]{32}\n$/)
    const id = await imported(desk)
    const restored = await desk.stet('restore', id, '1', '--json')
    expect(restored.exit).toBe(0)
    expect(restored.json).toMatchObject({ id, restored: { number: 1 } })
    expect((await desk.stet('revisions', id)).out.split('\n').length).toBeGreaterThan(2)
  })
  test('a page for readers sets Published once; a proof moves nothing', async () => {
    using desk = openTestDesk()
    const { out } = await desk.stet('new', '--headline', 'First words')
    const id = out.trim()
    const proof = await desk.stet('export', id, '--to', 'html', '--proof')
    expect(proof.out).toContain('noindex')
    const stampsOf = async () => (await desk.stet('show', id, '--json')).json['stamps']
    expect(await stampsOf()).toEqual({ published: null, updated: null })
    await desk.stet('export', id, '--to', 'html', '-o', 'page.html')
    const first = await stampsOf()
    expect(first).toMatchObject({ published: { zone: expect.any(String) as unknown }, updated: null })
    desk.later(3_600_000)
    await desk.stet('export', id, '--to', 'html', '-o', 'page.html')
    expect(await stampsOf()).toEqual(first)
    await desk.stet('export', id, '--to', 'html', '-o', 'page.html', '--update')
    expect(await stampsOf()).not.toMatchObject({ updated: null })
  })
  test('standard output gets the very bytes that a file gets', async () => {
    using desk = openTestDesk()
    const id = await imported(desk)
    await desk.stet('export', id, '--to', 'html', '-o', 'page.html')
    expect((await desk.stet('export', id, '--to', 'html')).out).toBe(desk.read('page.html'))
  })
})

describe('what goes wrong is one sentence and an exit code', () => {
  test.each([
    [[], 2],
    [['frobnicate'], 2],
    [['list', '--frob'], 2],
    [['list', 'x'], 2],
    [['show'], 2],
    [['list', '--proof'], 2],
    [['list', '--zone', 'Mars/One'], 2],
    [['list', '--status', 'lost'], 2],
    [['export', 'abc', '--to', 'pdf'], 2],
    [['list'], 3],
    [['verify'], 3],
    [['show', 'abc', '--library', '/nowhere/at/all'], 3],
    [['export', 'missing.txt'], 1],
  ])('%j answers %i', async (argv, exit) => {
    using desk = openTestDesk()
    const run = await desk.stet(...argv)
    expect(run.exit).toBe(exit)
    expect(run.out).toBe('')
    oneSentence(run)
  })
  test('an id that is not there, or not the only one, is said', async () => {
    using desk = openTestDesk()
    await imported(desk)
    const missing = await desk.stet('show', 'ffffffffffffffff')
    expect([missing.exit, missing.err]).toEqual([1, expect.stringContaining('no article')])
    for (let made = 0; made < 17; made++) await desk.stet('new')
    const { json } = await desk.stet('list', '--json')
    const digits = (json['articles'] as { id: string }[]).map(({ id }) => id.charAt(0))
    const twice = digits.find((digit, index) => digits.indexOf(digit) !== index) ?? ''
    const vague = await desk.stet('show', twice)
    expect(vague.exit).toBe(2)
    oneSentence(vague)
  })
  test('a library that is open elsewhere is busy, for reading too', async () => {
    using desk = openTestDesk()
    const store = valueOf(createLibrary(desk.library, { clock: createFakeClock() }))
    try {
      for (const command of [['list'], ['new'], ['verify']]) {
        const run = await desk.stet(...command)
        expect([command, run.exit, run.err]).toEqual([command, 3, expect.stringContaining('already open')])
      }
    } finally {
      store.close()
    }
  })
  test('a folder that is no library is left alone', async () => {
    using desk = openTestDesk()
    mkdirSync(desk.library)
    desk.write('Desk.stet/notes.txt', 'mine')
    for (const command of [['list'], ['new']]) {
      const run = await desk.stet(...command)
      expect(run.exit).toBe(3)
      oneSentence(run)
    }
    expect(readdirSync(desk.library)).toEqual(['notes.txt'])
  })
  test('errors are data, too', async () => {
    using desk = openTestDesk()
    expect((await desk.stet('list', '--json')).json).toMatchObject({ error: { type: 'LibraryMissing' } })
    expect((await desk.stet('list', '--frob', '--json')).json).toMatchObject({ error: { type: 'Usage' } })
  })
})

describe('help', () => {
  test('help and version ask for no library', async () => {
    using desk = openTestDesk()
    const help = await desk.stet('--help')
    expect(help.exit).toBe(0)
    for (const command of [
      'list',
      'show',
      'new',
      'import',
      'export',
      'revisions',
      'restore',
      'search',
      'verify',
    ])
      expect(help.out).toContain(`  ${command}`)
    expect((await desk.stet('export', '--help')).out).toContain('--allow-tk')
    expect((await desk.stet('--version')).out).toBe('0.0.0-test\n')
  })
})
