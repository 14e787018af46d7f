// A library put together before the app starts, by the storage the app itself uses.
import { createHash } from 'node:crypto'
import { createLibrary, openLibrary } from '#core/storage/open-library.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import type { Article } from '#shared/article/article.ts'
import { type AssetId, assetIdSchema } from '#shared/article/ids.ts'
import { NO_STAMPS, type Stamps } from '#shared/article/stamps.ts'
import { fullArticle, fullPictures } from '#tests/support/full-article.ts'
import { stillClock, valueOf } from '#tests/support/open-test-library.ts'

/** Makes a library at this place, lets the test put something in, and closes it. */
export function seedLibrary<T>(path: string, put: (store: LibraryStore) => T): T {
  const store = valueOf(createLibrary(path, { clock: stillClock }))
  try {
    return put(store)
  } finally {
    store.close()
  }
}

/** Looks into a library that no app has open. */
export function lookInto<T>(path: string, look: (store: LibraryStore) => T): T {
  const store = valueOf(openLibrary(path, { mode: 'read-only', clock: stillClock }))
  try {
    return look(store)
  } finally {
    store.close()
  }
}

/** Stores the pictures of the full article and answers the article naming them by their real hashes. */
export function putFullArticlePictures(store: LibraryStore): Article {
  const names = new Map<AssetId, AssetId>()
  for (const [id, { mime, width, height, bytes }] of fullPictures()) {
    const assetId = assetIdSchema.parse(createHash('sha256').update(bytes).digest('hex'))
    valueOf(store.assets.put({ assetId, mime, width, height, byteLength: bytes.length }, bytes))
    names.set(id, assetId)
  }
  const json = JSON.stringify(fullArticle())
  return JSON.parse(
    [...names].reduce((text, [name, assetId]) => text.replaceAll(name, assetId), json),
  ) as Article
}

/** The file that the importer takes in as it is, stash and desk note included. */
export const stetJson = (article: Article, stamps: Stamps = NO_STAMPS): string =>
  JSON.stringify({ format: 'stet-article', formatVersion: 1, article, stamps, notes: [] })
