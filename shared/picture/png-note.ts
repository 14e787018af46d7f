// The text-like chunks of a PNG: which carry captions, credits and EXIF, and in what wrapping.
import { latin1At, latin1Bytes, spells } from './bytes.ts'
import { type EmbeddedData, MAX_INFLATED_BYTES, type Zlib } from './picture-parts.ts'

const XMP_KEYWORD = 'XML:com.adobe.xmp'

/** ImageMagick's wrapping: a keyword, then the block as hexadecimal lines after its name and length. */
const rawProfiles: Readonly<Record<string, EmbeddedData['kind']>> = {
  'Raw profile type exif': 'exif',
  'Raw profile type APP1': 'exif',
  'Raw profile type iptc': 'iptc',
  'Raw profile type xmp': 'xmp',
}

/** Name and length of a wrapped block, with room for padding. */
const MAX_HEADING_BYTES = 64

/** A dropped chunk as embedded data, unwrapped as far as it can be read. */
export function pngNote(name: string, data: Uint8Array, zlib: Zlib): EmbeddedData {
  if (name === 'eXIf') return { kind: 'exif', bytes: data }
  if (name !== 'tEXt' && name !== 'zTXt' && name !== 'iTXt') return { kind: 'other', bytes: data }
  const keywordEnd = data.indexOf(0)
  if (keywordEnd < 1 || keywordEnd > 79) return { kind: 'other', bytes: data }
  const keyword = latin1At(data, 0, keywordEnd)
  const text = textBytes(name, data.subarray(keywordEnd + 1), zlib)
  if (keyword === XMP_KEYWORD) return { kind: 'xmp', bytes: text ?? data }
  const wrapped = Object.hasOwn(rawProfiles, keyword) ? rawProfiles[keyword] : undefined
  if (wrapped === undefined) return { kind: 'comment', bytes: text ?? data }
  const unwrapped = text && unwrapHex(text)
  return unwrapped ? { kind: wrapped, bytes: withoutMark(unwrapped) } : { kind: 'other', bytes: data }
}

function textBytes(name: 'tEXt' | 'zTXt' | 'iTXt', rest: Uint8Array, zlib: Zlib): Uint8Array | null {
  if (name === 'tEXt') return rest
  if (name === 'zTXt') return rest[0] === 0 ? zlib.inflate(rest.subarray(1), MAX_INFLATED_BYTES) : null
  const languageEnd = rest.indexOf(0, 2)
  const translatedEnd = languageEnd === -1 ? -1 : rest.indexOf(0, languageEnd + 1)
  if (translatedEnd === -1) return null
  const text = rest.subarray(translatedEnd + 1)
  return rest[0] === 1 ? zlib.inflate(text, MAX_INFLATED_BYTES) : text
}

function unwrapHex(text: Uint8Array): Uint8Array | null {
  if (text.length > MAX_INFLATED_BYTES) return null
  const heading = /^\n?[\w ]{1,32}\n {0,16}\d{1,9}\n/.exec(latin1At(text, 0, MAX_HEADING_BYTES))
  if (!heading) return null
  const digits = latin1At(text, heading[0].length, text.length).replace(/\s/g, '')
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return null
  return Uint8Array.from({ length: digits.length / 2 }, (_, index) =>
    Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16),
  )
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const mark = latin1Bytes('Exif\0\0')
  return spells(bytes, 0, 'Exif\0\0') ? bytes.subarray(mark.length) : bytes
}
