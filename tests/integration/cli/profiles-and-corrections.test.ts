import { describe, expect, test } from 'vitest'
import { openTestDesk } from '#tests/support/run-stet.ts'

describe('stet profiles', () => {
  test('one to begin with; added, changed, made the default, removed', async () => {
    using desk = openTestDesk()
    await desk.stet('new', '--headline', 'Bridge opens', '--zone', 'Asia/Seoul')
    expect((await desk.stet('profiles', '--json')).json).toMatchObject({
      defaultId: 'main',
      profiles: [{ id: 'main', name: 'Main', theme: 'broadsheet', zone: 'Asia/Seoul' }],
    })
    const added = await desk.stet(
      'profiles',
      'add',
      'Weekend',
      'theme=longform',
      'siteAddress=https://weekend.example/',
      'policies.corrections=https://weekend.example/corrections',
      '--json',
    )
    expect(added.json).toMatchObject({
      name: 'Weekend',
      theme: 'longform',
      zone: 'Asia/Seoul',
      siteAddress: 'https://weekend.example',
      policies: { corrections: 'https://weekend.example/corrections' },
    })
    expect((await desk.stet('profiles', 'show', 'weekend')).out).toMatch(/^theme +longform$/m)
    expect((await desk.stet('profiles', 'set', 'Weekend', 'dateStyle=guardian')).out).toMatch(
      /dateStyle +guardian/,
    )
    expect((await desk.stet('profiles', 'default', 'Weekend')).exit).toBe(0)
    expect((await desk.stet('profiles', 'remove', 'Main')).out).toMatch(/Weekend +default/)
    const last = await desk.stet('profiles', 'remove', 'Weekend')
    expect([last.exit, last.err]).toEqual([
      1,
      'stet: The default output profile cannot be removed: make another one the default first. Change what stands in the way, then try again.\n',
    ])
  })

  test.each([
    [['set', 'Main', 'theme=neon'], 2, /theme cannot be that/],
    [['set', 'Main', 'colour=red'], 2, /“colour=red” sets nothing/],
    [['set', 'Main', 'siteAddress=post.example'], 2, /siteAddress: Begin with https/],
    [['set', 'Main', 'urlPattern=/{section}'], 2, /Without \{slug\} every article/],
    [['set', 'Main', 'furnitureLanguage=de', 'dateStyle=ap'], 2, /dateStyle/],
    [['set', 'Main'], 2, /Usage: stet profiles set/],
    [['set', 'Nobody', 'theme=longform'], 1, /no output profile “Nobody”/],
    [['add', 'main'], 1, /Another output profile is called “main” already/],
    [['polish'], 2, /“stet profiles polish” is nothing to do/],
  ])('refuses %j in a sentence', async (words, exit, says) => {
    using desk = openTestDesk()
    await desk.stet('new', '--headline', 'x')
    const run = await desk.stet('profiles', ...words)
    expect([run.exit, run.out]).toEqual([exit, ''])
    expect(run.err).toMatch(says)
  })

  test('an export can name one, and says so when there is none of that name', async () => {
    using desk = openTestDesk()
    const id = (await desk.stet('new', '--headline', 'Bridge opens', '--zone', 'Asia/Seoul')).out.trim()
    await desk.stet('profiles', 'add', 'Deutsch', 'furnitureLanguage=de', 'publicationName=Die Brücke')
    const run = await desk.stet('export', id, '--proof', '--profile', 'deutsch')
    expect(run.out).toContain('Zum Hauptinhalt springen')
    expect(run.out).toContain('Die Brücke')
    expect((await desk.stet('export', id, '--proof', '--profile', 'nobody')).exit).toBe(1)
  })
})

test('stet corrections: a page and JSON of what was corrected, the newest first', async () => {
  using desk = openTestDesk()
  const id = (await desk.stet('new', '--headline', 'Bridge opens', '--zone', 'Asia/Seoul')).out.trim()
  expect((await desk.stet('corrections')).out).toContain('No corrections have been made.')
  await desk.stet('profiles', 'set', 'Main', 'siteAddress=https://post.example', 'publicationName=The Post')
  await desk.stet('publish', id, '-o', 'page.html')
  await desk.stet('publish', id, '-o', 'page.html', '--update', 'A first crossing.')
  desk.later(3_600_000)
  await desk.stet('publish', id, '-o', 'page.html', '--correction', 'The river is the Aire & not the Ure.')
  desk.later(3_600_000)
  await desk.stet('publish', id, '-o', 'page.html', '--clarification', 'It opens to cars <only>.')
  const run = await desk.stet('corrections', '-o', 'log.json', '--json')
  expect(run.json).toMatchObject({ format: 'json', count: 2 })
  expect(JSON.parse(desk.read('log.json'))).toMatchObject({
    format: 'stet-corrections',
    publication: 'The Post',
    corrections: [
      { kind: 'clarification', text: 'It opens to cars <only>.', at: '2027-06-01T11:00:00+09:00' },
      {
        kind: 'correction',
        headline: 'Bridge opens',
        address: 'https://post.example/bridge-opens#note-2',
      },
    ],
  })
  const page = (await desk.stet('corrections')).out
  expect(page).toContain('The river is the Aire &amp; not the Ure.')
  expect(page).not.toContain('A first crossing.')
  expect(page).toContain('<a href="https://post.example/bridge-opens#note-3">Bridge opens</a>')

  // What was said stays said when the article is withdrawn; there is no page to go to any more.
  await desk.stet('act', id, 'kill', '--why', 'The interview was made up.')
  const killed = (await desk.stet('corrections')).out
  expect(killed).toContain('The river is the Aire &amp; not the Ure.')
  expect(killed).not.toContain('https://post.example/bridge-opens')
  expect(killed).not.toContain('made up')
})
