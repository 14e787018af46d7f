// The scenario that is cut short at every point: create, write, snapshot, revise, thin, project, picture, publish, close,
// open again, write on, publish again, close. Prints every acknowledgement before it goes on. Argument: the library.
import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { createLibrary, openLibrary } from '#core/storage/open-library.ts'
import {
  articleIdSchema,
  assetIdSchema,
  editionIdSchema,
  revisionIdSchema,
  toInstant,
  zoneSchema,
} from '#shared/article/ids.ts'
import type { PublicNote } from '#shared/article/public-note.ts'
import type { Result } from '#shared/ipc/result.ts'
import { stillClock } from '#tests/support/open-test-library.ts'
import { editionRow, entryRow, projectionRow, publicationRow, revisionRow, updateRow } from './rows.ts'

const path = process.argv[2] ?? ''
const say = (fact: unknown) => writeSync(1, `${JSON.stringify(fact)}\n`)
function must<T>(answer: Result<T, unknown>): T {
  if (answer.ok) return answer.value
  say({ failed: answer.error })
  process.exit(3)
}
const articleId = articleIdSchema.parse('a'.repeat(32))
const picture = Buffer.from('a picture of sorts')
const assetId = assetIdSchema.parse(createHash('sha256').update(picture).digest('hex'))

let store = must(createLibrary(path, { clock: stillClock }))
say({ created: true })
must(store.articles.create(updateRow(articleId, 'update 1')))
say({ update: 'update 1' })
for (let n = 2; n <= 8; n += 1) append(store, n)
must(store.updates.compact(articleId, 5, Buffer.from('updates 1 to 5')))
for (const n of [1, 2, 3]) {
  const id = revisionIdSchema.parse(String(n).repeat(32))
  must(store.revisions.take(revisionRow(articleId, `revision ${n}`, { id })))
  say({ revision: id })
}
must(store.revisions.thin(articleId, [revisionIdSchema.parse('1'.repeat(32))]))
must(store.articles.project(projectionRow(articleId, { headline: 'Harbour', body: 'harbour lights' })))
must(
  store.assets.put({ assetId, mime: 'image/png', width: 1, height: 1, byteLength: picture.length }, picture),
)
say({ asset: assetId })
for (const n of [1, 2]) publish(store, n)
store.close()
store = must(openLibrary(path, { mode: 'read-write', clock: stillClock }))
for (let n = 9; n <= 14; n += 1) append(store, n)
publish(store, 3)
store.close()
say({ done: true })

/** A page with its picture, its stamp and a note: one transaction or nothing. */
function publish(to: LibraryStore, n: number): void {
  const zone = zoneSchema.parse('Asia/Seoul')
  const at = toInstant(stillClock.now() + n)
  const note = (number: number): PublicNote => ({
    id: `note-${number}`,
    kind: 'correction',
    text: `Note ${number}`,
    at: { at, zone },
    placement: 'low',
    revises: null,
  })
  const notes = Array.from({ length: n }, (_, index) => note(index + 1))
  const files = [`page ${n}`, 'a picture'].map((text, index) => ({
    name: index === 0 ? 'page.html' : 'page-pictures/a.png',
    mime: 'text/html',
    bytes: Buffer.from(text),
  }))
  const id = editionIdSchema.parse(String(n).repeat(32))
  const edition = editionRow(articleId, revisionIdSchema.parse('3'.repeat(32)), { id, at, notes, files })
  const kind = n === 1 ? 'published' : 'updated'
  must(
    to.editions.record(
      publicationRow(edition, {
        stamps: [{ articleId, kind, stamp: { at, zone }, source: 'export', who: 'Ana', recordedAt: at }],
        notes: [{ note: note(n), change: null }],
        event: entryRow(articleId, n === 1 ? { at } : { act: 'correct', from: 'published', at }),
      }),
    ),
  )
  say({ edition: id })
}

function append(to: LibraryStore, n: number): void {
  must(to.updates.append(updateRow(articleId, `update ${n}`)))
  say({ update: `update ${n}` })
}
