// Pictures named by markup: bytes that came along as `data:`, addresses that are never fetched, and what may not be touched at all.
import { MAX_PICTURE_BYTES } from '../article/limits.ts'
import { safeHref } from '../schema/safe-href.ts'
import { type HtmlElement, attributeOf } from './html-tree.ts'
import { declarationOf } from './html-style.ts'

export type ImageSource =
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  /** Kept as an address to show in the receipt; nothing is ever fetched. */
  | { readonly kind: 'remote'; readonly href: string }
  /** In the folder of pictures that an export of ours puts beside its page: `slug-pictures/0123456789abcdef.jpg`. */
  | { readonly kind: 'beside'; readonly path: string }
  /** The markup named a picture that nobody but its writer can reach. */
  | { readonly kind: 'missing' }

export type ImageReading =
  | {
      readonly kind: 'picture'
      readonly source: ImageSource
      readonly alt: string
      readonly decorative: boolean
    }
  /** Stands for a letter or an emoji inside a sentence. */
  | { readonly kind: 'text'; readonly text: string }
  /** On somebody's disk, in somebody's browser, or in a format that is not a picture. */
  | { readonly kind: 'unreachable'; readonly alt: string }
  /** A spacer, an icon or a counting pixel. */
  | { readonly kind: 'furniture' }

/** Pixels along both sides up to which an image is an icon. */
const ICON_SIDE = 32
/** Pixels along one side up to which an image is a spacer or a counting pixel. */
const SPACER_SIDE = 3
/** Where lazy loaders keep the true address, in order of trust. */
const LAZY_ATTRIBUTES = ['data-src', 'data-original', 'data-lazy-src', 'data-hi-res-src', 'data-full-src']

/** Pictures beside the page are looked for only where a file is imported, never for a paste. */
export function readImage(
  element: HtmlElement,
  options: { readonly base: string | null; readonly purpose: 'paste' | 'import' },
): ImageReading {
  const alt = (attributeOf(element, 'alt') ?? '').replace(/\s+/g, ' ').trim()
  const width = sideOf(element, 'width')
  const height = sideOf(element, 'height')
  if (isGlyph(element, alt)) return { kind: 'text', text: alt }
  if ((width ?? Infinity) <= SPACER_SIDE || (height ?? Infinity) <= SPACER_SIDE) return { kind: 'furniture' }
  if ((width ?? Infinity) <= ICON_SIDE && (height ?? Infinity) <= ICON_SIDE) return { kind: 'furniture' }
  const role = attributeOf(element, 'role')
  const decorative = alt === '' && (role === 'presentation' || role === 'none')
  const source = sourceOf(element, options.base, options.purpose)
  if (source === 'furniture') return { kind: source }
  if (source === 'unreachable') return { kind: source, alt }
  return { kind: 'picture', source, alt, decorative }
}

/** Exactly what our own exports write: no other path on the disk can be named. */
const BESIDE = /^[^/\\:?#%]{1,200}-pictures\/[0-9a-f]{16}\.(jpg|png|webp|gif)$/

function sourceOf(
  element: HtmlElement,
  base: string | null,
  purpose: 'paste' | 'import',
): ImageSource | 'furniture' | 'unreachable' {
  const src = (attributeOf(element, 'src') ?? '').trim()
  if (purpose === 'import' && BESIDE.test(src)) return { kind: 'beside', path: src }
  const lazy = lazyAddress(element, base)
  if (/^data:/i.test(src)) {
    const bytes = dataUrlBytes(src)
    if (bytes !== null && !isSpacerGif(bytes)) return { kind: 'data', bytes }
    if (lazy !== null) return { kind: 'remote', href: lazy }
    return bytes === null ? 'unreachable' : 'furniture'
  }
  const href = absolute(src, base) ?? lazy
  if (href !== null) return { kind: 'remote', href }
  return src === '' ? 'furniture' : 'unreachable'
}

function lazyAddress(element: HtmlElement, base: string | null): string | null {
  for (const name of LAZY_ATTRIBUTES) {
    const href = absolute((attributeOf(element, name) ?? '').trim(), base)
    if (href !== null) return href
  }
  const set = attributeOf(element, 'srcset') ?? attributeOf(element, 'data-srcset') ?? ''
  return absolute(/^\s*(\S+)/.exec(set)?.[1]?.replace(/,$/, '') ?? '', base)
}

/** An http(s) address, resolved against the page's own where it is relative; anything else is null. */
function absolute(raw: string, base: string | null): string | null {
  if (raw === '') return null
  const direct =
    safeHref(raw) ?? (base !== null && URL.canParse(raw, base) ? safeHref(new URL(raw, base).href) : null)
  return direct !== null && /^https?:/.test(direct) ? direct : null
}

function sideOf(element: HtmlElement, side: 'width' | 'height'): number | null {
  const attribute = attributeOf(element, side)
  const styled = declarationOf(attributeOf(element, 'style') ?? '', side)
  const text = attribute !== null && /^\s*\d/.test(attribute) && !attribute.includes('%') ? attribute : styled
  const value = /^\s*(\d+(?:\.\d+)?)\s*(px|pt)?\s*$/.exec(text)?.[1]
  return value === undefined ? null : Number(value)
}

function isGlyph(element: HtmlElement, alt: string): boolean {
  if (alt === '' || alt.length > 16) return false
  return /^(\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3|[#*0-9]|\p{Emoji_Modifier})+$/u.test(
    alt,
  )
    ? /\P{ASCII}/u.test(alt) || /emoji/i.test(attributeOf(element, 'class') ?? '')
    : false
}

const DATA_URL = /^data:image\/(?:png|jpe?g|gif|webp)(?:;[a-z0-9=+.-]+)*;base64,/i

/** The bytes of a base64 picture in a format that Stet stores; null for anything else, SVG included. */
export function dataUrlBytes(url: string): Uint8Array | null {
  const head = DATA_URL.exec(url.slice(0, 200))
  if (head === null) return null
  const payload = url.slice(head[0].length)
  return payload.length / 4 > MAX_PICTURE_BYTES / 3 + 1 ? null : decodeBase64(payload)
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES: Int8Array = (() => {
  const values = new Int8Array(128).fill(-1)
  for (let value = 0; value < BASE64.length; value++) values[BASE64.charCodeAt(value)] = value
  values['-'.charCodeAt(0)] = 62
  values['_'.charCodeAt(0)] = 63
  return values
})()

function decodeBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4))
  let length = 0
  let bits = 0
  let held = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 61) break // '=': the padding ends the data
    if (code === 32 || (code >= 9 && code <= 13)) continue
    const value = code < 128 ? (VALUES[code] ?? -1) : -1
    if (value < 0) return null
    bits = ((bits << 6) | value) & 0xffffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[length++] = (bits >> held) & 0xff
    }
  }
  return length === 0 ? null : bytes.slice(0, length)
}

/** One-pixel GIFs keep a place for lazy loaders. */
function isSpacerGif(bytes: Uint8Array): boolean {
  const isGif = bytes[0] === 0x47 && bytes[1] === 0x49 && bytes[2] === 0x46
  return (
    isGif &&
    (bytes[7] ?? 0) === 0 &&
    (bytes[9] ?? 0) === 0 &&
    (bytes[6] ?? 0) <= SPACER_SIDE &&
    (bytes[8] ?? 0) <= SPACER_SIDE
  )
}
