// Pictures under their public names: content hashes, so that a changed picture has a changed address.
import type { NodeJson } from '#shared/article/article.ts'
import type { ExportPicture } from '#shared/article/export-input.ts'
import type { AssetId } from '#shared/article/ids.ts'
import { textAttribute } from './attributes.ts'
import { hasContent } from './story.ts'

/** Hex digits of the picture's hash in its public name: 64 bits, no clash within a page, and not the asset id itself. */
const NAME_DIGITS = 16
const EXTENSIONS: Readonly<Record<ExportPicture['mime'], string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

export const pictureName = (assetId: string, picture: ExportPicture): string =>
  `${assetId.slice(0, NAME_DIGITS)}.${EXTENSIONS[picture.mime]}`

export const pictureFolder = (slug: string): string => `${slug === '' ? 'article' : slug}-pictures`

/** The figures that readers will see, in order. */
export function publicFigures(content: NodeJson): readonly NodeJson[] {
  const figures: NodeJson[] = []
  collect(content, figures)
  return figures
}

/** Their pictures, each once. */
export const publicAssetIds = (content: NodeJson): readonly AssetId[] => [
  ...new Set(publicFigures(content).map(assetIdOf)),
]

export const assetIdOf = (figure: NodeJson): AssetId => textAttribute(figure, 'assetId') as AssetId

/** '' for a decorative picture, whatever was written before it was called one. */
export const altOf = (figure: NodeJson): string =>
  figure.attrs?.['decorative'] === true ? '' : textAttribute(figure, 'alt')

/** The picture of a figure. The job gathers them before it calls a format, so a missing one is a bug. */
export function pictureOf(pictures: ReadonlyMap<AssetId, ExportPicture>, assetId: AssetId): ExportPicture {
  const picture = pictures.get(assetId)
  if (picture === undefined) throw new Error('A format was called without a picture of its article')
  return picture
}

function collect(node: NodeJson, figures: NodeJson[]): void {
  if (node.type === 'stash') return
  if (node.type === 'figure' && hasContent(node)) figures.push(node)
  for (const child of node.content ?? []) collect(child, figures)
}
