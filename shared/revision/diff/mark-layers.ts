// The marks of a run in layers that change apart from each other: looks, link, language.
import type { MarkJson } from '../../article/article.ts'
import type { MarkLayer } from './revision-diff.ts'

export const MARK_LAYERS: readonly MarkLayer[] = ['link', 'language', 'formatting']

export const layerOf = (mark: MarkJson): MarkLayer =>
  mark.type === 'link' ? 'link' : mark.type === 'languageRun' ? 'language' : 'formatting'

/** What the marks of a layer come to: an address, a language tag, the names of looks; '' for none. */
export function layerValue(marks: readonly MarkJson[], layer: MarkLayer): string {
  const own = marks.filter((mark) => layerOf(mark) === layer)
  if (layer === 'link') return linkOf(own)
  if (layer === 'language') {
    const tag = own[0]?.attrs?.['lang']
    return typeof tag === 'string' ? tag : ''
  }
  return own.map((mark) => mark.type).join(' ')
}

export function linkOf(marks: readonly MarkJson[]): string {
  const href = marks.find((mark) => mark.type === 'link')?.attrs?.['href']
  return typeof href === 'string' ? href : ''
}

/** Layers in which the marks differ. */
export function differingLayers(before: readonly MarkJson[], after: readonly MarkJson[]): MarkLayer[] {
  if (before === after || (before.length === 0 && after.length === 0)) return []
  return MARK_LAYERS.filter((layer) => layerValue(before, layer) !== layerValue(after, layer))
}
