// A bounded reader of IPTC-IIM, the caption block of picture agencies, bare or inside Photoshop resources.
import { joinBytes, spells, uint16At, uint32At } from './bytes.ts'

export interface IptcFacts {
  readonly caption: Uint8Array | null
  readonly people: readonly Uint8Array[]
  readonly credit: Uint8Array | null
  readonly source: Uint8Array | null
  readonly copyright: Uint8Array | null
  readonly hasLocation: boolean
  readonly hasThumbnail: boolean
}

/** Fields read; a full agency caption has under 60. */
const MAX_FIELDS = 1_000
const PHOTOSHOP_MARK = 'Photoshop 3.0\0'
const CAPTION_RESOURCE = 0x0404
const THUMBNAIL_RESOURCES: readonly number[] = [0x0409, 0x040c]

/** Record 2 of IIM 4.2. */
const field = { byline: 80, credit: 110, source: 115, copyright: 116, caption: 120 } as const
/** Content location code and name, city, sublocation, state, country code and name. */
const locationFields: readonly number[] = [26, 27, 90, 92, 95, 100, 101]

/** Reads what the blocks hold between them: one block may be split over several JPEG segments. */
export function readIptc(blocks: readonly Uint8Array[]): IptcFacts {
  const whole = joinBytes(blocks.map(withoutMark))
  const resources = spells(whole, 0, '8BIM') ? readResources(whole) : [{ id: CAPTION_RESOURCE, data: whole }]
  const fields = resources.filter(({ id }) => id === CAPTION_RESOURCE).flatMap(({ data }) => readFields(data))
  const all = (name: number): readonly Uint8Array[] =>
    fields.filter((one) => one.name === name && one.value.length > 0).map((one) => one.value)
  return {
    caption: all(field.caption)[0] ?? null,
    people: all(field.byline),
    credit: all(field.credit)[0] ?? null,
    source: all(field.source)[0] ?? null,
    copyright: all(field.copyright)[0] ?? null,
    hasLocation: locationFields.some((name) => all(name).length > 0),
    hasThumbnail: resources.some(({ id }) => THUMBNAIL_RESOURCES.includes(id)),
  }
}

function withoutMark(block: Uint8Array): Uint8Array {
  return spells(block, 0, PHOTOSHOP_MARK) ? block.subarray(PHOTOSHOP_MARK.length) : block
}

interface Resource {
  readonly id: number
  readonly data: Uint8Array
}

/** Resources up to the first one that does not fit. */
function readResources(bytes: Uint8Array): readonly Resource[] {
  const resources: Resource[] = []
  let at = 0
  while (resources.length < MAX_FIELDS && at + 7 <= bytes.length && spells(bytes, at, '8BIM')) {
    const nameBytes = 1 + (bytes[at + 6] ?? 0)
    const sizeAt = at + 6 + nameBytes + (nameBytes % 2)
    if (sizeAt + 4 > bytes.length) break
    const size = uint32At(bytes, sizeAt)
    if (sizeAt + 4 + size > bytes.length) break
    resources.push({ id: uint16At(bytes, at + 4), data: bytes.subarray(sizeAt + 4, sizeAt + 4 + size) })
    at = sizeAt + 4 + size + (size % 2)
  }
  return resources
}

interface Field {
  readonly name: number
  readonly value: Uint8Array
}

/** Fields of record 2 up to the first one that does not fit. */
function readFields(bytes: Uint8Array): readonly Field[] {
  const fields: Field[] = []
  let at = 0
  while (fields.length < MAX_FIELDS && at + 5 <= bytes.length && bytes[at] === 0x1c) {
    const length = uint16At(bytes, at + 3)
    if (at + 5 + length > bytes.length) break
    if (bytes[at + 1] === 2) {
      fields.push({ name: bytes[at + 2] ?? 0, value: bytes.subarray(at + 5, at + 5 + length) })
    }
    at += 5 + length
  }
  return fields
}
