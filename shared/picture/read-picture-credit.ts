// Caption and credit that travelled inside a picture, read before it is stripped. IPTC-IIM first, then XMP, then EXIF.
// Our own bounded readers, not a metadata library: this runs in main on bytes anybody may have sent.
import { MAX_LINE_CHARS, MAX_NOTE_CHARS } from '../article/limits.ts'
import { readExif } from './exif.ts'
import { readIptc } from './iptc.ts'
import type { EmbeddedData } from './picture-parts.ts'
import { cleanText, decodeText } from './picture-text.ts'
import { readXmp } from './xmp.ts'

export interface PictureCredit {
  /** '' when there was none. */
  readonly caption: string
  readonly credit: string
}

interface Claims {
  readonly caption: string
  readonly people: readonly string[]
  /** Who supplied it: an agency, a paper. */
  readonly supplier: string
  readonly rights: string
}

/** Phrases that cameras and converters write where a caption belongs. */
const cameraPhrase =
  /^(olympus digital camera|sony dsc|(konica )?minolta digital camera|samsung( camera pictures)?|digital camera|exif_jpeg_picture|dcim[\\/].*|default|untitled|image|photo|ascii|dav|sdr|hdr|created with gimp)$/i

export function readPictureCredit(embedded: readonly EmbeddedData[]): PictureCredit {
  const claims = [...iptcClaims(embedded), ...xmpClaims(embedded), ...exifClaims(embedded)]
  const credits = claims.map(creditLine)
  const firstOf = (values: readonly string[]): string => values.find((value) => value !== '') ?? ''
  return {
    caption: firstOf(claims.map((claim) => claim.caption)),
    credit: firstOf(credits) || firstOf(claims.map((claim) => claim.rights)),
  }
}

/** "Jane Doe/Agency", each said once. */
function creditLine({ people, supplier }: Claims): string {
  const names = people.join(', ')
  if (names === '' || supplier.includes(names)) return supplier
  return supplier === '' || names.includes(supplier) ? names : `${names}/${supplier}`
}

function iptcClaims(embedded: readonly EmbeddedData[]): readonly Claims[] {
  const blocks = embedded.filter(({ kind }) => kind === 'iptc').map(({ bytes }) => bytes)
  if (blocks.length === 0) return []
  const facts = readIptc(blocks)
  return [
    {
      caption: caption(facts.caption),
      people: facts.people.map(line).filter((name) => name !== ''),
      supplier: line(facts.credit) || line(facts.source),
      rights: line(facts.copyright),
    },
  ]
}

function xmpClaims(embedded: readonly EmbeddedData[]): readonly Claims[] {
  return embedded.flatMap(({ kind, bytes }) => {
    const facts = kind === 'xmp' ? readXmp(bytes) : null
    if (facts === null) return []
    return [
      {
        caption: withoutCameraPhrase(cleanText(facts.description, MAX_NOTE_CHARS)),
        people: facts.creators.map(cleanLine).filter((name) => name !== ''),
        supplier: cleanLine(facts.credit) || cleanLine(facts.source),
        rights: cleanLine(facts.rights),
      },
    ]
  })
}

function exifClaims(embedded: readonly EmbeddedData[]): readonly Claims[] {
  return embedded.flatMap(({ kind, bytes }) => {
    const facts = kind === 'exif' ? readExif(bytes) : null
    if (facts === null) return []
    const artist = line(facts.artist)
    return [
      {
        caption: caption(facts.description),
        people: artist === '' ? [] : [artist],
        supplier: '',
        rights: line(facts.copyright),
      },
    ]
  })
}

function caption(bytes: Uint8Array | null): string {
  return bytes ? withoutCameraPhrase(cleanText(decodeText(bytes), MAX_NOTE_CHARS)) : ''
}

function line(bytes: Uint8Array | null): string {
  return bytes ? cleanLine(decodeText(bytes)) : ''
}

function cleanLine(text: string): string {
  return cleanText(text, MAX_LINE_CHARS)
}

function withoutCameraPhrase(text: string): string {
  return cameraPhrase.test(text) ? '' : text
}
