// A page to look at while a profile is being made: the sample article with a note on it, as a publication would put it out.
import type { ExportInput } from '#shared/article/export-input.ts'
import { toInstant } from '#shared/article/ids.ts'
import type { OutputProfile } from '#shared/article/output-profile.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import { sampleArticle } from '#shared/library/sample-article.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { sha256Hex } from '../storage/sha256.ts'
import { exportHtml } from './formats/html.ts'
import { gatherPictures, type PictureOutcome } from './gather-pictures.ts'

/** Fixed, so that the same profile always gives the same page. */
const PUBLISHED_AT = Date.UTC(2026, 2, 4, 8, 35)
const UPDATED_AT = Date.UTC(2026, 2, 6, 2, 55)

export function samplePage(
  store: LibraryStore,
  profile: OutputProfile,
): Result<{ readonly html: string; readonly sha256: string }, PictureOutcome> {
  const article = sampleArticle()
  const pictures = gatherPictures(store, article, profile)
  if (!pictures.ok) return pictures
  const stamp = (at: number) => ({ at: toInstant(at), zone: profile.zone })
  const input: ExportInput = {
    article,
    stamps: { published: stamp(PUBLISHED_AT), updated: stamp(UPDATED_AT) },
    notes: [
      {
        id: 'note-1',
        kind: 'correction',
        text: 'An earlier version gave the length of the new path as 12 kilometres. It is 21.',
        at: stamp(UPDATED_AT),
        placement: 'high',
        revises: null,
      },
    ],
    profile: { ...profile, pictures: 'inline' },
    pictures: pictures.value,
    purpose: 'readers',
    version: null,
  }
  const [page] = exportHtml(input)
  if (page === undefined) throw new Error('A format made no file')
  return ok({ html: Buffer.from(page.bytes).toString('utf8'), sha256: sha256Hex(page.bytes) })
}
