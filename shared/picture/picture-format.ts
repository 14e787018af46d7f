// Which format a file is, by its first bytes and never by its name; formats Stet does not take are named.
import { latin1At, spells } from './bytes.ts'
import type { PictureMime } from './picture-parts.ts'

export type PictureFormat =
  | { readonly kind: 'supported'; readonly mime: PictureMime }
  /** `name` as a person knows it: "HEIC", "TIFF". */
  | { readonly kind: 'foreign'; readonly name: string }
  | { readonly kind: 'unknown' }

/** Bytes looked at to recognise SVG: an XML declaration, a doctype and a licence comment fit. */
const TEXT_PROBE_BYTES = 1_024

const supported: readonly (readonly [PictureMime, string])[] = [
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
]

const foreign: readonly (readonly [string, string])[] = [
  ['TIFF or camera raw', 'II*\0'],
  ['TIFF or camera raw', 'MM\0*'],
  ['TIFF or camera raw', 'II+\0'],
  ['TIFF or camera raw', 'MM\0+'],
  ['BMP', 'BM'],
  ['Photoshop', '8BPS'],
  ['PDF', '%PDF'],
  ['icon', '\0\0\x01\0'],
  ['JPEG XL', '\xff\x0a'],
  ['JPEG XL', '\0\0\0\x0cJXL '],
  ['JPEG 2000', '\0\0\0\x0cjP  '],
]

/** Brands of the ISO container that phones and converters write. */
const brands: Readonly<Record<string, string>> = {
  heic: 'HEIC',
  heix: 'HEIC',
  heim: 'HEIC',
  heis: 'HEIC',
  hevc: 'HEIC',
  hevx: 'HEIC',
  mif1: 'HEIC',
  msf1: 'HEIC',
  avif: 'AVIF',
  avis: 'AVIF',
  'crx ': 'camera raw',
}

export function recogniseFormat(bytes: Uint8Array): PictureFormat {
  for (const [mime, signature] of supported) {
    if (spells(bytes, 0, signature)) return { kind: 'supported', mime }
  }
  if (spells(bytes, 0, 'RIFF') && spells(bytes, 8, 'WEBP')) return { kind: 'supported', mime: 'image/webp' }
  if (spells(bytes, 4, 'ftyp')) return { kind: 'foreign', name: containerName(bytes) }
  for (const [name, signature] of foreign) if (spells(bytes, 0, signature)) return { kind: 'foreign', name }
  return looksLikeSvg(bytes) ? { kind: 'foreign', name: 'SVG' } : { kind: 'unknown' }
}

function containerName(bytes: Uint8Array): string {
  // A generic major brand ("mif1") is settled by the compatible brands that follow, AVIF first.
  const listed: string[] = []
  for (let at = 8; at + 4 <= Math.min(bytes.length, 64); at += 4) listed.push(latin1At(bytes, at, 4))
  const names = listed.flatMap((brand) => (Object.hasOwn(brands, brand) ? [brands[brand] ?? ''] : []))
  return names.find((name) => name === 'AVIF') ?? names[0] ?? 'video'
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = latin1At(bytes, 0, TEXT_PROBE_BYTES)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  return start.startsWith('<') && /<svg[\s>]/i.test(start)
}
