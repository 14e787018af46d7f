import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Fault } from '#core/storage/library-store.ts'
import { openLibrary } from '#core/storage/open-library.ts'
import { assetIdSchema, newArticleId } from '#shared/article/ids.ts'
import { openTestLibrary, stillClock, type TestLibrary, valueOf } from '#tests/support/open-test-library.ts'
import { runs } from '#tests/support/runs.ts'
import { articleSaying, revisionRow, sha256Hex, updateRow } from './rows.ts'
import { tamper } from './tamper.ts'

const picture = Buffer.from('not really a picture')
const assetId = assetIdSchema.parse(sha256Hex(picture))

/** Two articles, a snapshot, four revisions of which one is thinned, a picture. */
function furnished(): { library: TestLibrary; articleId: ReturnType<typeof newArticleId> } {
  const library = openTestLibrary()
  const { store } = library
  const articleId = newArticleId()
  for (const id of [newArticleId(), articleId]) {
    valueOf(store.articles.create(updateRow(id, 'a')))
    for (const text of ['b', 'c', 'd']) valueOf(store.updates.append(updateRow(id, text)))
  }
  valueOf(store.updates.compact(articleId, 2, Buffer.from('ab')))
  const taken = ['one', 'two', 'three', 'four'].map((text) =>
    valueOf(store.revisions.take(revisionRow(articleId, text))),
  )
  valueOf(
    store.revisions.thin(
      articleId,
      taken.slice(1, 2).map(({ id }) => id),
    ),
  )
  valueOf(
    store.assets.put(
      { assetId, mime: 'image/png', width: 1, height: 1, byteLength: picture.length },
      picture,
    ),
  )
  return { library, articleId }
}
async function faultsAfter(
  damage: string,
  files: (library: string) => void = () => undefined,
): Promise<readonly Fault[]> {
  const { library } = furnished()
  using _ = library
  library.store.close()
  if (damage !== '') tamper(library.path, damage)
  files(library.path)
  return valueOf(await library.reopen().verify()).faults.filter(({ kind }) => kind !== 'trigger')
}

describe('verify', () => {
  it('counts everything in a sound library and finds nothing', async () => {
    const { library } = furnished()
    using _ = library
    const sound = { articles: 2, updates: 8, revisions: 4, assets: 1, editions: 0, faults: [] }
    expect(valueOf(await library.store.verify())).toEqual(sound)
    expect(valueOf(await library.reopen('read-only').verify())).toEqual(sound)
  })

  it.each<[name: string, damage: string, kind: Fault['kind'], words: string]>([
    ['a missing update', 'DELETE FROM updates WHERE id = 6', 'missing-row', 'update 2 is missing'],
    [
      'the last update of all',
      'DELETE FROM updates WHERE id = 8',
      'missing-row',
      '8 updates were stored in this library and 7 are there',
    ],
    ['a changed update', "UPDATE updates SET bytes = CAST('x' AS BLOB) WHERE id = 6", 'hash', 'update 2'],
    [
      'an update beneath a snapshot',
      'UPDATE updates SET author = upper(author) WHERE id = 5',
      'chain',
      'update 1',
    ],
    [
      'an added update',
      'INSERT INTO updates SELECT 9, article, 5, bytes, zeroblob(32), chain, session, origin, author, schema_version, at, zone FROM updates WHERE id = 8',
      'hash',
      'update 5',
    ],
    ['a changed head', 'UPDATE articles SET seq = 3 WHERE id = 2', 'missing-row', 'missing'],
    [
      'a changed snapshot',
      "UPDATE snapshots SET bytes = CAST('x' AS BLOB)",
      'hash',
      'the updates it covers are kept',
    ],
    [
      'a missing article',
      'DELETE FROM articles WHERE id = 1',
      'missing-row',
      '4 rows of updates belong to rows of articles that are missing',
    ],
    [
      'a changed revision',
      "UPDATE revisions SET label = 'x' WHERE number = 1",
      'revision',
      'revision 1 was changed',
    ],
    [
      'a changed article of a revision',
      "UPDATE revision_contents SET article_json = '{}' WHERE revision = 3",
      'revision',
      'the article of revision 3 was changed',
    ],
    [
      'an article of a revision that vanished without being thinned',
      'DELETE FROM revision_contents WHERE revision = 3',
      'revision',
      'the article of revision 3 is missing',
    ],
    ['a missing revision', 'DELETE FROM revisions WHERE number = 2', 'revision', 'revision 2 is missing'],
    [
      'the newest revision',
      'DELETE FROM revisions WHERE number = 4',
      'revision',
      'the revisions after 3 are missing',
    ],
  ])('names %s', async (_name, damage, kind, words) => {
    const faults = await faultsAfter(damage)
    expect(faults).toContainEqual(expect.objectContaining({ kind, detail: expect.stringContaining(words) }))
  })

  it('names the guards that are gone', async () => {
    const { library } = furnished()
    using _ = library
    library.store.close()
    tamper(library.path)
    const { faults } = valueOf(await library.reopen().verify())
    expect(faults).toContainEqual({
      kind: 'trigger',
      articleId: null,
      detail: 'the guard updates_keep_delete is missing or was changed',
    })
  })

  it('names a picture that is not in its place', async () => {
    const faults = await faultsAfter('', (path) => rmSync(join(path, 'assets', assetId.slice(0, 2), assetId)))
    expect(faults).toEqual([
      { kind: 'missing-picture', articleId: null, detail: `picture ${assetId} is not in its place` },
    ])
  })

  it('asks the caller whether a whole log makes a whole draft', async () => {
    const { library, articleId } = furnished()
    using _ = library
    const asked: number[] = []
    const findPending = (updates: readonly Uint8Array[]) => {
      asked.push(updates.length)
      return asked.length === 2 ? 'two updates wait for one that never came' : null
    }
    expect(valueOf(await library.store.verify({ findPending })).faults).toEqual([
      { kind: 'pending', articleId, detail: 'two updates wait for one that never came' },
    ])
    expect(asked).toEqual([4, 4])
  })

  it('tells how far it is and lets itself be stopped', async () => {
    const { library } = furnished()
    using _ = library
    const seen: number[] = []
    const stop = new AbortController()
    const onProgress = (done: number) => {
      seen.push(done)
      if (done === 3) stop.abort()
    }
    await expect(library.store.verify({ onProgress, signal: stop.signal })).rejects.toThrow()
    expect(seen).toEqual([1, 2, 3])
  })
})

describe('D1: bit rot', () => {
  /** Flips spread over the whole file; every one must be noticed or leave all text as it was. */
  const FLIPS = runs(50)

  it('a flipped bit is reported by opening, reading or verify, or it changed no text at all', async () => {
    const { library, articleId } = furnished()
    using _ = library
    const truth = 'the quick brown fox '.repeat(400)
    const { id } = valueOf(library.store.revisions.take(revisionRow(articleId, truth)))
    valueOf(library.store.updates.append(updateRow(articleId, truth)))
    library.store.close()
    const original = readFileSync(join(library.path, 'library.db'))
    const outcomes = { noticed: 0, harmless: 0 }
    for (let n = 0; n < FLIPS; n += 1) {
      const at = Math.floor((original.length / FLIPS) * n + ((n * 7_919) % 97))
      const hurt = Buffer.from(original)
      hurt[at] = (hurt[at] ?? 0) ^ (1 << (n % 8))
      writeFileSync(join(library.path, 'library.db'), hurt)
      const store = openLibrary(library.path, { mode: 'read-only', clock: stillClock })
      if (!store.ok) {
        outcomes.noticed += 1
        continue
      }
      const verification = await store.value.verify()
      const draft = store.value.updates.read(articleId)
      const revision = store.value.revisions.read(articleId, id)
      store.value.close()
      if (draft.ok)
        expect(Buffer.from(draft.value.updates.at(-1) ?? []).toString(), `flip at ${at}`).toBe(truth)
      if (revision.ok) expect(revision.value.article, `flip at ${at}`).toEqual(articleSaying(truth))
      const isNoticed = !verification.ok || verification.value.faults.length > 0
      if (!draft.ok || !revision.ok) expect(isNoticed, `flip at ${at} hurts and verify is silent`).toBe(true)
      outcomes[isNoticed ? 'noticed' : 'harmless'] += 1
    }
    expect(outcomes.noticed + outcomes.harmless).toBe(FLIPS)
    expect(outcomes.noticed).toBeGreaterThan(0)
  })
})
