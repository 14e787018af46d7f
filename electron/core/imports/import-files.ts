// Files from outside into the library: read, convert, take in the pictures, create the article. One file after the other, each
// whole or not at all; what was recognised, assumed or left out is on its receipt.
import { lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Article } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { assetIdSchema } from '#shared/article/ids.ts'
import { canonicalContent, checkGrammar } from '#shared/article/grammar-check.ts'
import { MAX_PICTURE_BYTES } from '#shared/article/limits.ts'
import { headText } from '#shared/article/plain-text.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import { sentence } from '#shared/errors/outcome-copy.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import type { ReceiptLine } from '#shared/import/dropped.ts'
import type { ImageSource } from '#shared/import/imported-image.ts'
import { type PlacedPicture, placePictures } from '#shared/import/place-pictures.ts'
import type { ImportedArticle } from '#shared/import/text-to-article.ts'
import type { Picture } from '#shared/ipc/groups/assets.ts'
import type { Receipt } from '#shared/ipc/groups/imports.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import type { PictureOutcome } from '#shared/picture/picture-parts.ts'
import { addPicture } from '../assets/add-picture.ts'
import type { Clock } from '../ports.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { type ConvertOutcome, convertFile } from './convert-file.ts'
import { type ReadOutcome, readImportFile } from './read-import-file.ts'

export interface ImportDeps {
  readonly assets: Pick<LibraryStore['assets'], 'put' | 'find'>
  readonly clock: Pick<Clock, 'now'>
  importArticle(article: Article, stamps: Stamps, label: string): Result<ArticleId, StorageOutcome>
}
export interface ImportRequest {
  readonly paths: readonly string[]
  /** For times that name no zone. */
  readonly zone: string
  readonly language: string
  readonly onProgress?: (done: number, total: number, fileName: string) => void
  readonly signal?: AbortSignal
}
export type FileOutcome = ReadOutcome | ConvertOutcome | Outcome<'Cancelled'> | StorageOutcome

export interface ImportedFile {
  readonly path: string
  readonly receipt: Receipt
  readonly stamps: Stamps | null
  /** Why the file was not imported, or null. */
  readonly outcome: FileOutcome | null
}

/** Pictures taken in from one file. */
const MAX_PICTURES = 500

/** One entry a file, in order. After a failure of the library itself the remaining files are not tried. */
export async function importFiles(
  deps: ImportDeps,
  request: ImportRequest,
): Promise<readonly ImportedFile[]> {
  const done: ImportedFile[] = []
  for (const path of request.paths) {
    request.onProgress?.(done.length, request.paths.length, basename(path))
    // Lets progress be shown and a cancel be heard between two files.
    await new Promise((resolve) => setImmediate(resolve))
    if (request.signal?.aborted === true) {
      done.push(refused(path, { type: 'Cancelled' }))
      continue
    }
    const imported = await importFile(deps, request, path)
    done.push(imported)
    if (imported.outcome !== null && isLibraryFailure(imported.outcome)) break
  }
  request.onProgress?.(done.length, request.paths.length, '')
  return done
}

const LIBRARY_FAILURES: ReadonlySet<string> = new Set([
  'LibraryReadOnly',
  'LibraryGone',
  'LibraryCorrupt',
  'LibraryBusy',
  'DiskFull',
  'StorageFailed',
])
export const isLibraryFailure = (outcome: FileOutcome): outcome is StorageOutcome =>
  LIBRARY_FAILURES.has(outcome.type)

/** A file as an article whose pictures are in `assets`. */
export async function convertWithPictures(
  deps: Pick<ImportDeps, 'assets' | 'clock'>,
  request: { readonly path: string; readonly zone: string; readonly language: string },
): Promise<Result<ImportedArticle, ReadOutcome | ConvertOutcome | StorageOutcome>> {
  const { path, zone, language } = request
  const bytes = await readImportFile(path)
  if (!bytes.ok) return bytes
  const converted = convertFile(basename(path), bytes.value, { zone, language, now: () => deps.clock.now() })
  if (!converted.ok) return converted
  const lines: ReceiptLine[] = [...converted.value.lines]
  const pictures = await takePictures(deps, converted.value.images, dirname(path), lines)
  if (!pictures.ok) return pictures
  const article = withKnownPictures(deps, withPictures(converted.value.article, pictures.value), lines)
  return ok({ article, stamps: converted.value.stamps, lines })
}

async function importFile(deps: ImportDeps, request: ImportRequest, path: string): Promise<ImportedFile> {
  const fileName = basename(path)
  const { zone, language } = request
  const converted = await convertWithPictures(deps, { path, zone, language })
  if (!converted.ok) return refused(path, converted.error)
  const { article, stamps, lines } = converted.value
  const created = deps.importArticle(article, stamps, `Imported from ${fileName}`)
  if (!created.ok) return refused(path, created.error)
  const headline = headText(article.content, 'headline')
  return {
    path,
    receipt: { fileName, articleId: created.value, headline, lines: [...lines] },
    stamps,
    outcome: null,
  }
}

function refused(path: string, outcome: FileOutcome): ImportedFile {
  const fileName = basename(path)
  const lines: Receipt['lines'] = [{ level: 'error', text: sentence(outcome) }]
  return { path, receipt: { fileName, articleId: null, headline: '', lines }, stamps: null, outcome }
}

/** Each picture that can be had, stripped and stored; null for the others. Stored ones are content-addressed: none is wasted. */
async function takePictures(
  deps: Pick<ImportDeps, 'assets'>,
  images: readonly ImageSource[],
  folder: string,
  lines: ReceiptLine[],
): Promise<Result<(Picture | null)[], StorageOutcome>> {
  const taken: (Picture | null)[] = []
  for (const image of images) {
    const bytes = taken.length >= MAX_PICTURES ? null : await bytesOf(image, folder, lines)
    const added = bytes === null ? null : addPicture(deps.assets, { bytes, fileName: '' })
    if (added === null) taken.push(null)
    else if (added.ok) taken.push(added.value)
    else if (isPictureOutcome(added.error)) {
      lines.push({ level: 'warning', text: sentence(added.error) })
      taken.push(null)
    } else return err(added.error)
  }
  if (images.length > MAX_PICTURES)
    lines.push({ level: 'warning', text: `Only the first ${MAX_PICTURES} pictures were taken in.` })
  return ok(taken)
}

const isPictureOutcome = (outcome: PictureOutcome | StorageOutcome): outcome is PictureOutcome =>
  outcome.type.startsWith('Picture')

async function bytesOf(image: ImageSource, folder: string, lines: ReceiptLine[]): Promise<Uint8Array | null> {
  if (image.kind === 'data') return image.bytes
  if (image.kind !== 'beside') return null
  const missing = (): null => {
    lines.push({ level: 'warning', text: `The picture ${image.path} is not beside the file.` })
    return null
  }
  const path = join(folder, image.path)
  try {
    // A link could lead anywhere on the disk.
    for (const part of [dirname(path), path]) if ((await lstat(part)).isSymbolicLink()) return missing()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return missing()
    throw error
  }
  const read = await readImportFile(path, MAX_PICTURE_BYTES)
  return read.ok ? read.value : missing()
}

function withPictures(article: Article, pictures: readonly (PlacedPicture | null)[]): Article {
  if (pictures.length === 0) return article
  const blocks = placePictures(article.content.content ?? [], pictures)
  const checked = checkGrammar({ ...article.content, content: blocks })
  if (!checked.ok)
    throw new Error(`Pictures put the content outside the grammar: ${checked.unknown.join(', ')}`)
  return { ...article, content: canonicalContent(checked.node) }
}

/** Stet JSON names pictures by their hash; those that this library does not hold leave their figure empty. */
function withKnownPictures(
  deps: Pick<ImportDeps, 'assets'>,
  article: Article,
  lines: ReceiptLine[],
): Article {
  let missing = 0
  const known = (node: Article['content']): Article['content'] => {
    if (node.type === 'figure') {
      const assetId = assetIdSchema.safeParse(node.attrs?.['assetId'])
      if (!assetId.success || deps.assets.find(assetId.data).ok) return node
      missing++
      return { ...node, attrs: { ...node.attrs, assetId: '', width: 0, height: 0 } }
    }
    // Recursion is safe: checked content is at most MAX_BLOCK_DEPTH levels deep.
    return node.content === undefined ? node : { ...node, content: node.content.map(known) }
  }
  const content = known(article.content)
  if (missing === 0) return article
  lines.push({
    level: 'warning',
    text: `${missing} ${missing === 1 ? 'picture is' : 'pictures are'} not in the file: add each by hand where its figure stands.`,
  })
  return { ...article, content }
}
