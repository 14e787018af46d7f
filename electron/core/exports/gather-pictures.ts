// The pictures of an export, from the library to the format.
import type { Article } from '#shared/article/article.ts'
import type { ExportPicture } from '#shared/article/export-input.ts'
import type { AssetId } from '#shared/article/ids.ts'
import type { OutputProfile } from '#shared/article/output-profile.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { publicAssetIds } from './formats/public-pictures.ts'

export type PictureOutcome = StorageOutcome | Outcome<'PictureNotFound' | 'PictureDamaged'>

/** The pictures readers will see, the masthead's logo among them, each verified against its hash as it is read. */
export function gatherPictures(
  store: LibraryStore,
  article: Article,
  profile: OutputProfile,
): Result<ReadonlyMap<AssetId, ExportPicture>, PictureOutcome> {
  const pictures = new Map<AssetId, ExportPicture>()
  const logo = profile.logo === null ? [] : [profile.logo]
  for (const assetId of [...publicAssetIds(article.content), ...logo]) {
    const picture = readPicture(store, assetId)
    if (!picture.ok) return picture
    pictures.set(assetId, picture.value)
  }
  return ok(pictures)
}

/** Null where the publication's name stands in letters. */
export const gatherLogo = (
  store: LibraryStore,
  { logo }: OutputProfile,
): Result<ExportPicture | null, PictureOutcome> => (logo === null ? ok(null) : readPicture(store, logo))

function readPicture(store: LibraryStore, assetId: AssetId): Result<ExportPicture, PictureOutcome> {
  const asset = store.assets.find(assetId)
  if (!asset.ok) return asset
  const bytes = store.assets.bytes(assetId)
  if (!bytes.ok) return bytes
  const { mime, width, height } = asset.value
  return ok({ mime, width, height, bytes: bytes.value })
}
