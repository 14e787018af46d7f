// `export FILE`: converts a file to an article and the article to a page, without any library.
import { createHash } from 'node:crypto'
import { buildExport } from '#core/exports/build-export.ts'
import { FORMAT_EXTENSIONS } from '#core/exports/formats/format-article.ts'
import { suggestedFileName } from '#core/exports/suggested-file-name.ts'
import { writeExport } from '#core/exports/write-export.ts'
import { type ImportDeps, convertWithPictures } from '#core/imports/import-files.ts'
import type { StoredAsset } from '#core/storage/library-store.ts'
import type { ExportPicture } from '#shared/article/export-input.ts'
import type { AssetId } from '#shared/article/ids.ts'
import { defaultProfile } from '#shared/article/output-profile.ts'
import { shownStamps, type Stamps } from '#shared/article/stamps.ts'
import { zoneSchema } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { embargoObstacle } from '#shared/workflow/embargo.ts'
import type { CliContext, CommandResult } from './cli-context.ts'
import { type ExportRequest, targetOf } from './export-request.ts'
import { failed } from './exit-code.ts'
import { stampsJson } from './json-shapes.ts'

export async function exportFile(
  context: CliContext,
  path: string,
  request: ExportRequest,
): Promise<CommandResult> {
  const { io, common } = context
  const zone = common.zone ?? io.clock.zone()
  const album = createAlbum()
  const converted = await convertWithPictures(
    { assets: album.assets, clock: io.clock },
    { path, zone, language: common.language },
  )
  if (!converted.ok) return err(failed(converted.error))
  const { article, lines } = converted.value
  const stamps = stampsOf(converted.value.stamps, request, context, zone)
  const { format, purpose, allowTk } = request
  // WF4: a file can bring an embargo along, and no library has an override for it.
  const clock = { now: io.clock.now(), zone: io.clock.zone(), newestRecorded: null }
  const embargo = purpose === 'proof' ? null : embargoObstacle(article.meta.embargo, null, clock)
  if (embargo !== null) return err(failed(embargo))
  const built = buildExport({
    format,
    articleId: null,
    allowTk,
    input: {
      article,
      stamps,
      notes: [],
      profile: { ...defaultProfile(zone), pictures: 'inline' },
      pictures: album.pictures,
      purpose,
      version: null,
    },
  })
  if (!built.ok) return err(failed(built.error))
  const notes = lines.filter((line) => line.level !== 'info').map((line) => line.text)
  const page = built.value[0]
  if (page === undefined) throw new Error('A format answered no file')
  const sha256 = createHash('sha256').update(page.bytes).digest('hex')
  const json = { id: null, format, purpose, sha256, stamps: stampsJson(stamps), receipt: lines }
  if (request.output === null) {
    const content = new TextDecoder().decode(page.bytes)
    return ok({ text: content, isFile: true, json: { ...json, file: null, content }, notes })
  }
  const file = targetOf(request.output, suggestedFileName(article, FORMAT_EXTENSIONS[format]))
  const written = await writeExport(file, built.value)
  return written.ok ? ok({ text: file, json: { ...json, file }, notes }) : err(failed(written.error))
}

/** The file's own stamps, in the zone asked for; Updated is now when that was asked for and the file says when it was published. */
function stampsOf(stamps: Stamps, request: ExportRequest, { io }: CliContext, zone: string): Stamps {
  if (!request.moveUpdated || stamps.published === null) return shownStamps(stamps)
  return { ...stamps, updated: { at: io.clock.now(), zone: zoneSchema.parse(zone) } }
}

/** Pictures of one file, kept in memory: the same door as the library's, so that they are checked and stripped alike. */
function createAlbum(): { assets: ImportDeps['assets']; pictures: Map<AssetId, ExportPicture> } {
  const pictures = new Map<AssetId, ExportPicture>()
  const stored = new Map<AssetId, StoredAsset>()
  return {
    pictures,
    assets: {
      put(asset, bytes) {
        stored.set(asset.assetId, asset)
        pictures.set(asset.assetId, { mime: asset.mime, width: asset.width, height: asset.height, bytes })
        return ok(null)
      },
      find(assetId) {
        const asset = stored.get(assetId)
        return asset === undefined ? err({ type: 'PictureNotFound', assetId }) : ok(asset)
      },
    },
  }
}
