// Reduces an ICC colour profile to the numbers that map its colours. Screen profiles name the maker, model and serial number
// of a display, and its owner's words for it; colours need none of that.
import { joinBytes, latin1At, latin1Bytes, spells, uint32At, uint32Bytes } from './bytes.ts'

const HEADER_BYTES = 128
const ENTRY_BYTES = 12
/** Tags read; real profiles carry under 40. */
const MAX_TAGS = 100

/** What turns a picture's numbers into colours (ICC.1:2022, 9.2). Tables for printing (B2A) are not among them. */
const colourTags: ReadonlySet<string> = new Set([
  'rXYZ',
  'gXYZ',
  'bXYZ',
  'rTRC',
  'gTRC',
  'bTRC',
  'kTRC',
  'wtpt',
  'chad',
  'cicp',
  'A2B0',
  'A2B1',
])
const colourSpaces: readonly string[] = ['RGB ', 'GRAY', 'CMYK']

interface Tag {
  readonly name: string
  readonly at: number
  readonly size: number
}

/** Same colours, nothing else; null when the profile is not one a browser would use. Never longer than what came in. */
export function reduceIccProfile(profile: Uint8Array): Uint8Array | null {
  const tags = readTags(profile)
  if (tags === null || tags.length === 0) return null
  const body: Uint8Array[] = []
  const placed = new Map<string, number>()
  let at = HEADER_BYTES + 4 + tags.length * ENTRY_BYTES
  const entries = tags.map((tag) => {
    // Profiles share one curve between channels: the sharing is kept, else the profile would grow.
    const source = `${tag.at}:${tag.size}`
    const shared = placed.get(source)
    if (shared === undefined) {
      placed.set(source, at)
      const padding = (4 - (tag.size % 4)) % 4
      body.push(profile.subarray(tag.at, tag.at + tag.size), new Uint8Array(padding))
      at += tag.size + padding
    }
    return joinBytes([
      latin1Bytes(tag.name),
      uint32Bytes(shared ?? at - paddedSize(tag.size)),
      uint32Bytes(tag.size),
    ])
  })
  const reduced = joinBytes([reduceHeader(profile, at), uint32Bytes(tags.length), ...entries, ...body])
  return reduced.length <= profile.length ? reduced : null
}

function paddedSize(size: number): number {
  return size + ((4 - (size % 4)) % 4)
}

function readTags(profile: Uint8Array): readonly Tag[] | null {
  if (profile.length < HEADER_BYTES + 4 || !spells(profile, 36, 'acsp')) return null
  if (!colourSpaces.includes(latin1At(profile, 16, 4))) return null
  const count = uint32At(profile, HEADER_BYTES)
  if (count > MAX_TAGS || HEADER_BYTES + 4 + count * ENTRY_BYTES > profile.length) return null
  const tags: Tag[] = []
  for (let index = 0; index < count; index += 1) {
    const entryAt = HEADER_BYTES + 4 + index * ENTRY_BYTES
    const name = latin1At(profile, entryAt, 4)
    const at = uint32At(profile, entryAt + 4)
    const size = uint32At(profile, entryAt + 8)
    if (!colourTags.has(name)) continue
    if (at < HEADER_BYTES || size < 8 || at + size > profile.length) return null
    tags.push({ name, at, size })
  }
  return tags
}

/** Version, class, spaces, intent and illuminant stay; date, software, platform, maker, model, creator and id become zero. */
function reduceHeader(profile: Uint8Array, size: number): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES)
  header.set(uint32Bytes(size), 0)
  header.set(profile.subarray(8, 24), 8)
  header.set(latin1Bytes('acsp'), 36)
  header.set(profile.subarray(64, 80), 64)
  return header
}
