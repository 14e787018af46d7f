// D1, D2, D4: whatever was done to a library behind Stet's back, `stet verify` names it and ends with 4.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openLibrary } from '#core/storage/open-library.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { contentOf, createDraftDoc } from '#shared/draft/draft-doc.ts'
import { createFakeClock } from '#tests/support/fake-clock.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { pngWith } from '#tests/support/picture-builders.ts'
import { openTestDesk, type TestDesk } from '#tests/support/run-stet.ts'
import { flipBit, tamper } from '../storage/tamper.ts'

/** The lowest bit of one byte of an update, and nothing else. */
const FLIP_A_BIT = `UPDATE updates SET bytes = unhex(substr(hex(bytes), 1, 19)
  || substr('1032547698BADCFE', instr('0123456789ABCDEF', substr(hex(bytes), 20, 1)), 1)
  || substr(hex(bytes), 21)) WHERE seq = 2`

interface Report {
  readonly exit: number
  readonly faults: readonly { readonly kind: string; readonly detail: string }[]
  readonly text: string
}

/** A library with an imported article that was written on in three steps, and a picture. */
async function furnish(desk: TestDesk): Promise<ArticleId> {
  const png = `data:image/png;base64,${Buffer.from(pngWith()).toString('base64')}`
  const picture = `<figure><img src="${png}" alt="Quay"><figcaption>The quay</figcaption></figure>`
  const words = 'Ferries have crossed since 1871, people on the outer islands said, and they still do.'
  const page = `<html><body><article><h1>Piers to close</h1><p>${words}</p>${picture}</article></body></html>`
  const run = await desk.stet('import', desk.write('story.html', page), '--json')
  const [first] = run.json['imported'] as { id: ArticleId }[]
  const articleId = first?.id as ArticleId
  append(desk, articleId, ...writtenOn(desk, articleId, ['one', 'two', 'three']))
  return articleId
}

/** Updates of a writer who adds these words one after the other. */
function writtenOn(desk: TestDesk, articleId: ArticleId, words: readonly string[]): Uint8Array[] {
  const store = valueOf(openLibrary(desk.library, { mode: 'read-only', clock: createFakeClock() }))
  const doc = createDraftDoc()
  for (const update of valueOf(store.updates.read(articleId)).updates) Y.applyUpdate(doc, update)
  store.close()
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  for (const word of words) {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(word)])
    contentOf(doc).push([element])
  }
  return made
}

function append(desk: TestDesk, articleId: ArticleId, ...updates: Uint8Array[]): void {
  const clock = createFakeClock()
  const store = valueOf(openLibrary(desk.library, { mode: 'read-write', clock }))
  for (const bytes of updates)
    valueOf(
      store.updates.append({
        articleId,
        bytes,
        origin: 'window',
        author: 'Ana',
        schemaVersion: 1,
        at: clock.now(),
        zone: clock.zone(),
      }),
    )
  store.close()
}

async function verified(desk: TestDesk): Promise<Report> {
  const { exit, json } = await desk.stet('verify', '--json')
  const faults = (json['faults'] as Report['faults']).filter(({ kind }) => kind !== 'trigger')
  return { exit, faults, text: (await desk.stet('verify')).out }
}

describe('stet verify', () => {
  test('finds nothing in a library that was only used', async () => {
    using desk = openTestDesk()
    await furnish(desk)
    expect(await verified(desk)).toMatchObject({ exit: 0, faults: [] })
  })

  test.each<[name: string, sql: string, kind: string, words: string]>([
    ['a lost update row', 'DELETE FROM updates WHERE seq = 3', 'missing-row', 'update 3 is missing'],
    [
      'the newest update row',
      'DELETE FROM updates WHERE seq = 4',
      'missing-row',
      'updates 4 to 4 are missing',
    ],
    ['a flipped bit in an update', FLIP_A_BIT, 'hash', 'update 2'],
    [
      'two updates that changed places',
      'UPDATE updates SET seq = CASE seq WHEN 2 THEN 30 WHEN 3 THEN 20 END WHERE seq IN (2, 3); UPDATE updates SET seq = seq / 10 WHERE seq IN (20, 30)',
      'chain',
      'does not follow',
    ],
    [
      'an edited revision',
      "UPDATE revision_contents SET article_json = replace(article_json, '1871', '1971')",
      'revision',
      'the article of revision 1 was changed',
    ],
    [
      'a revision of somebody else',
      "UPDATE revisions SET author = 'B'",
      'revision',
      'revision 1 was changed',
    ],
  ])('names %s', async (_name, sql, kind, words) => {
    using desk = openTestDesk()
    await furnish(desk)
    tamper(desk.library, sql)
    const { exit, faults, text } = await verified(desk)
    expect(exit).toBe(4)
    expect(faults).toContainEqual(expect.objectContaining({ kind, detail: expect.stringContaining(words) }))
    expect(text).toContain(words)
  })

  test('names a damaged picture', async () => {
    using desk = openTestDesk()
    await furnish(desk)
    const folder = join(desk.library, 'assets')
    const [file] = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    if (file === undefined) return expect.fail('the picture was not taken in')
    const path = join(file.parentPath, file.name)
    flipBit(path, readFileSync(path).length >> 1)
    const { exit, faults } = await verified(desk)
    expect([exit, faults.map(({ kind }) => kind)]).toEqual([4, ['damaged-picture']])
  })

  test('D2: names a draft whose log is whole but builds on a change that was never there', async () => {
    using desk = openTestDesk()
    const articleId = await furnish(desk)
    const [, second] = writtenOn(desk, articleId, ['lost', 'kept'])
    append(desk, articleId, second as Uint8Array)
    const { exit, faults } = await verified(desk)
    expect([exit, faults.map(({ kind }) => kind)]).toEqual([4, ['pending']])
  })

  test('names an update whose bytes are sealed and are no update at all', async () => {
    using desk = openTestDesk()
    const articleId = await furnish(desk)
    append(desk, articleId, new Uint8Array([255, 255, 255, 9]))
    const { exit, faults } = await verified(desk)
    expect([exit, faults.map(({ kind }) => kind)]).toEqual([4, ['pending']])
  })
})
