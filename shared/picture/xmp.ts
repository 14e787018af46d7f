// A bounded reader of XMP: the few properties Stet asks for, by a tokeniser that knows no entities but the five of XML and
// character numbers. A packet with a document type, too deep, too long or not well formed is not read at all.
import { decodeUtf8 } from './picture-text.ts'

export interface XmpFacts {
  readonly description: string
  readonly creators: readonly string[]
  readonly credit: string
  readonly source: string
  readonly rights: string
}
export interface XmpTraces {
  readonly hasLocation: boolean
  readonly hasCamera: boolean
  readonly hasOwner: boolean
  readonly hasThumbnail: boolean
}

/** Bytes of a packet that is read for words. Lightroom with a long history writes about 200 KB. */
const MAX_XMP_BYTES = 1024 * 1024
const MAX_DEPTH = 64
/** Values kept per property. */
const MAX_VALUES = 50

const wanted: readonly string[] = [
  'dc:description',
  'dc:creator',
  'dc:rights',
  'photoshop:Credit',
  'photoshop:Source',
]

/** Words by property; null when the packet cannot be trusted. */
export function readXmp(packet: Uint8Array): XmpFacts | null {
  const text = packet.length <= MAX_XMP_BYTES ? decodeUtf8(packet) : null
  const values = text === null ? null : readProperties(text)
  if (values === null) return null
  const first = (name: string): string => values.get(name)?.[0] ?? ''
  return {
    description: first('dc:description'),
    creators: values.get('dc:creator') ?? [],
    credit: first('photoshop:Credit'),
    source: first('photoshop:Source'),
    rights: first('dc:rights'),
  }
}

/** What a packet gives away, by the names it uses: a damaged packet still tells. */
export function traceXmp(packet: Uint8Array): XmpTraces {
  const text = new TextDecoder('windows-1252').decode(packet.subarray(0, MAX_XMP_BYTES))
  return {
    hasLocation:
      /exif:GPS|photoshop:(City|State|Country)|Iptc4xmpCore:(Location|CountryCode)|:LocationCreated/.test(
        text,
      ),
    hasCamera: /tiff:(Make|Model)|\baux:|exifEX:|SerialNumber|xmp:CreatorTool/.test(text),
    hasOwner:
      /dc:(creator|rights)|OwnerName|photoshop:(Credit|AuthorsPosition)|xmpRights:|CreatorContactInfo/.test(
        text,
      ),
    hasThumbnail: /xmp:Thumbnails|xmpGImg:/.test(text),
  }
}

function readProperties(text: string): ReadonlyMap<string, readonly string[]> | null {
  const values = new Map<string, string[]>()
  const add = (name: string, value: string): void => {
    const known = values.get(name) ?? []
    if (value.trim() !== '' && known.length < MAX_VALUES) values.set(name, [...known, value])
  }
  const path: string[] = []
  let words = ''
  let at = 0
  for (;;) {
    const open = text.indexOf('<', at)
    if (open === -1) return path.length === 0 ? values : null
    words += decodeEntities(text.slice(at, open))
    if (text.startsWith('<!--', open) || text.startsWith('<?', open)) {
      const closer = text[open + 1] === '?' ? '?>' : '-->'
      const close = text.indexOf(closer, open + 2)
      if (close === -1) return null
      at = close + closer.length
      continue
    }
    if (text[open + 1] === '!') return null // a document type could define entities
    const end = tagEnd(text, open)
    if (end === -1) return null
    const tag = text.slice(open + 1, end)
    at = end + 1
    if (tag.startsWith('/')) {
      const property = propertyAt(path)
      if (property !== null) add(property, words)
      if (path.pop() !== tag.slice(1).trimEnd()) return null
    } else {
      const name = /^[^\s/]+/.exec(tag)?.[0] ?? ''
      if (isTopDescription([...path.slice(-1), name])) {
        for (const [attribute, value] of readAttributes(tag.slice(name.length))) {
          if (wanted.includes(attribute)) add(attribute, value)
        }
      }
      if (!tag.endsWith('/')) path.push(name)
      if (path.length > MAX_DEPTH) return null
    }
    words = ''
  }
}

/** The wanted property whose value ends at this depth: itself, or an item of its list. */
function propertyAt(path: readonly string[]): string | null {
  const at = path.findIndex(
    (name, index) => isTopDescription(path.slice(index - 2, index)) && wanted.includes(name),
  )
  if (at < 2) return null
  const inside = path.slice(at + 1)
  const isItem = inside.length === 2 && /^rdf:(Alt|Seq|Bag)$/.test(inside[0] ?? '') && inside[1] === 'rdf:li'
  return inside.length === 0 || isItem ? (path[at] ?? null) : null
}

/** Properties of the picture itself, not of an ingredient or a step in its history. */
function isTopDescription(pair: readonly string[]): boolean {
  return pair.length === 2 && pair[0] === 'rdf:RDF' && pair[1] === 'rdf:Description'
}

/** The place of the closing bracket, quotes passed over. */
function tagEnd(text: string, open: number): number {
  let quote = ''
  for (let at = open + 1; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return at
  }
  return -1
}

function readAttributes(text: string): readonly (readonly [string, string])[] {
  const found = text.matchAll(/([\w:.-]{1,100})\s{0,10}=\s{0,10}(?:"([^"]*)"|'([^']*)')/g)
  return Array.from(found, ([, name, double, single]) => [name ?? '', decodeEntities(double ?? single ?? '')])
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (whole: string, name?: string, decimal?: string, hex?: string) => {
      if (name) return entities[name.toLowerCase()] ?? whole
      const point = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : ''
    },
  )
}
