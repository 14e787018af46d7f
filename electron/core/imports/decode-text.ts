// Bytes of a text file to text. Says what it assumed; never guesses silently, never lets a binary file through as text.
import type { ReceiptLine } from '#shared/import/dropped.ts'

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly lines: readonly ReceiptLine[] }
  | { readonly kind: 'binary' }

/** Bytes looked at to tell text from anything else, and for a declared encoding (HTML says it in the first 1,024). */
const SNIFF_BYTES = 4_096
/** Share of control bytes above which a file is not text. */
const MAX_CONTROL_SHARE = 0.02
/** Encodings that the web knows; TextDecoder names them. Anything else is not asked for. */
const LABEL = /^[a-z0-9][a-z0-9_:.-]{1,30}$/i

/** First bytes of formats that people mistake for text. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip: Word, OpenDocument, Pages
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0xd0, 0xcf, 0x11, 0xe0], // old Word
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x1f, 0x8b],
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], // SQLite
]

export function decodeText(bytes: Uint8Array): Decoded {
  if (SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte)))
    return { kind: 'binary' }
  const marked = byteOrderMark(bytes)
  if (marked !== null) return decoded(bytes, marked, null)
  const wide = guessUtf16(bytes)
  if (wide !== null) return decoded(bytes, wide, null)
  if (isBinary(bytes)) return { kind: 'binary' }
  const strict = tryDecode(bytes, 'utf-8', true)
  const declared = declaredEncoding(bytes)
  // Bytes that are valid UTF-8 and hold more than ASCII are UTF-8, whatever a stale declaration says.
  if (strict !== null) {
    if (declared === null || /^utf-?8$/i.test(declared) || !isAscii(bytes) || !isEscaped(declared))
      return { kind: 'text', text: strict, lines: [] }
  }
  if (declared !== null && !/^(utf-?8|us-ascii|ascii)$/i.test(declared)) {
    const text = tryDecode(bytes, declared, false)
    if (text !== null)
      return {
        kind: 'text',
        text,
        lines: [{ level: 'info', text: `Read as ${declared}, as the file says.` }],
      }
  }
  if (isMostlyUtf8(bytes))
    return decoded(
      bytes,
      'utf-8',
      'Some characters could not be read (the file is damaged UTF-8): look for �.',
    )
  return decoded(
    bytes,
    'windows-1252',
    'The file does not say its encoding and is not UTF-8: it was read as Windows-1252. Check the accents.',
  )
}

function decoded(bytes: Uint8Array, encoding: string, warning: string | null): Decoded {
  const text = tryDecode(bytes, encoding, false) ?? ''
  return { kind: 'text', text, lines: warning === null ? [] : [{ level: 'warning', text: warning }] }
}

function tryDecode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch (error) {
    // Unknown label, or bytes that are not what they should be: both are the question, not a failure.
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** Text in UTF-16 without a mark: nearly every other byte is zero. */
function guessUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, SNIFF_BYTES) & ~1
  if (length < 8) return null
  const zeros: [number, number] = [0, 0]
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1 ? 1 : 0]++
  const half = length / 2
  if (zeros[1] > half * 0.6 && zeros[0] < half * 0.05) return 'utf-16le'
  return zeros[0] > half * 0.6 && zeros[1] < half * 0.05 ? 'utf-16be' : null
}

function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SNIFF_BYTES)
  let controls = 0
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0
    const isText = byte >= 32 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 27
    if (!isText) controls++
  }
  // A stray zero byte or two in a page is a known accident; many are another kind of file.
  return controls > Math.max(3, length * MAX_CONTROL_SHARE)
}

/** What the file says of itself in its first bytes: a meta element or an XML declaration. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = tryDecode(bytes.subarray(0, SNIFF_BYTES), 'latin1', false) ?? ''
  const found =
    /<meta[^>]{0,300}charset\s*=\s*["']?\s*([^"'\s/>;]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([^"']+)["']/i.exec(start)?.[1] ??
    null
  return found !== null && LABEL.test(found) && !/^utf-?(7|16|32)/i.test(found) ? found : null
}

/** Encodings that write everything in ASCII bytes with escapes. */
const isEscaped = (encoding: string): boolean => /^(iso-2022-|hz-gb)/i.test(encoding)

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 128)

/** More valid multi-byte characters than stray bytes: UTF-8 with an accident in it. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let valid = 0
  let stray = 0
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0
    const length =
      byte < 0x80
        ? 1
        : byte >= 0xc2 && byte < 0xe0
          ? 2
          : byte >= 0xe0 && byte < 0xf0
            ? 3
            : byte >= 0xf0 && byte < 0xf5
              ? 4
              : 0
    let isWhole = length > 0
    for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) isWhole = false
    if (!isWhole) stray++
    else if (length > 1) valid++
    at += isWhole ? length : 1
  }
  return valid > stray
}
