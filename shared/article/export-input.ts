// What every exporter is a pure function of: same input, same bytes. No clock, no random id, no library.
import type { Article } from './article.ts'
import type { AssetId } from './ids.ts'
import type { OutputProfile } from './output-profile.ts'
import type { PublicNote } from './public-note.ts'
import type { Stamps } from './stamps.ts'

export interface ExportPicture {
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

export interface ExportInput {
  readonly article: Article
  readonly stamps: Stamps
  /** Every public note of the article, in order of appending; a page shows those that no later one revises. */
  readonly notes: readonly PublicNote[]
  readonly profile: OutputProfile
  readonly pictures: ReadonlyMap<AssetId, ExportPicture>
  /** A proof carries noindex and moves no stamp. */
  readonly purpose: 'readers' | 'proof'
  /** Public version: the number and content hash of the revision the page is made from; null for an unsaved preview of a live draft. */
  readonly version: { readonly number: number; readonly hash: string } | null
}
export interface ExportFile {
  /** Relative to the page, forward slashes; the page itself first. */
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}
