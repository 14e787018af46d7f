import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openLibrary } from '#core/storage/open-library.ts'
import { toInstant } from '#shared/article/ids.ts'
import { contentOf, createDraftDoc } from '#shared/draft/draft-doc.ts'
import { stillClock, valueOf } from '#tests/support/open-test-library.ts'
import { openTestDesk, type TestDesk } from '#tests/support/run-stet.ts'

/** Ann writes into the headline with a window of an earlier day. */
function annWrites(desk: TestDesk, articleId: string, words: string): void {
  const store = valueOf(openLibrary(desk.library, { mode: 'read-write', clock: stillClock }))
  const doc = createDraftDoc()
  for (const update of valueOf(store.updates.read(articleId as never)).updates) Y.applyUpdate(doc, update)
  doc.on('update', (bytes: Uint8Array) =>
    valueOf(
      store.updates.append({
        articleId: articleId as never,
        bytes,
        origin: 'window',
        author: 'Ann',
        schemaVersion: 1,
        at: toInstant(Date.UTC(2026, 2, 4, 8, 35)),
        zone: 'UTC',
      }),
    ),
  )
  const headline = contentOf(doc).get(1) as Y.XmlElement
  ;(headline.get(0) as Y.XmlText).insert(0, words)
  store.close()
}

test('says who wrote each run and when, as a table and as data', async () => {
  using desk = openTestDesk()
  desk.write('story.md', '# Ferry sails\n\nThe boat left at noon.\n')
  const { json: receipt } = await desk.stet('import', 'story.md', '--json')
  const id = (receipt['imported'] as { id: string }[])[0]?.id ?? ''
  annWrites(desk, id, 'Last ')
  const { exit, out } = await desk.stet('blame', id, '--zone', 'Asia/Seoul')
  expect(exit).toBe(0)
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^headline {3}2026-03-04 17:35 {2}Ann +Last$/),
    expect.stringMatching(/^ +\S+ \S+ {2}imported by A\. Writer {2}Ferry sails$/),
    expect.stringMatching(/^paragraph {2}\S+ \S+ {2}imported by A\. Writer {2}The boat left at noon\.$/),
    '',
  ])
  const { json } = await desk.stet('blame', id, '--json')
  expect(json).toMatchObject({
    id,
    texts: [
      {
        type: 'headline',
        path: [1],
        runs: [
          { words: 'Last ', author: 'Ann', at: '2026-03-04T08:35:00.000Z', origin: 'window', returned: null },
          { words: 'Ferry sails', author: 'A. Writer', origin: 'import' },
        ],
      },
      { type: 'paragraph', runs: [{ words: 'The boat left at noon.' }] },
    ],
  })
  expect(JSON.parse((await desk.stet('blame', id, '--to', 'json')).out)).toEqual(json)
})

test('says in a sentence what it cannot show', async () => {
  using desk = openTestDesk()
  await desk.stet('new', '--headline', 'First words')
  expect(await desk.stet('blame', 'ffff')).toMatchObject({
    exit: 1,
    err: expect.stringMatching(/^stet: .+\n$/),
  })
  const { out } = await desk.stet('list', '--json')
  const [first] = (JSON.parse(out) as { articles: { id: string }[] }).articles
  expect(await desk.stet('blame', first?.id ?? '', '--to', 'xml')).toMatchObject({ exit: 2 })
})
