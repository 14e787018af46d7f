// Says in words what stripping took out of a picture, for the person who added it.
import { exhaustive } from '../errors/exhaustive.ts'
import { readExif } from './exif.ts'
import { readIptc } from './iptc.ts'
import type { EmbeddedData } from './picture-parts.ts'
import { traceXmp } from './xmp.ts'

export const REMOVED_WORDS = [
  'location',
  'camera',
  'owner',
  'comment',
  'thumbnail',
  'trailing data',
  'other data',
] as const
export type RemovedWord = (typeof REMOVED_WORDS)[number]

/** Each word once, in the order of REMOVED_WORDS. */
export function nameRemoved(embedded: readonly EmbeddedData[]): readonly RemovedWord[] {
  const words = new Set(embedded.flatMap(wordsFor))
  return REMOVED_WORDS.filter((word) => words.has(word))
}

function wordsFor({ kind, bytes }: EmbeddedData): readonly RemovedWord[] {
  switch (kind) {
    case 'exif':
      return named(exifWords(bytes))
    case 'xmp': {
      const traces = traceXmp(bytes)
      return named([
        [traces.hasLocation, 'location'],
        [traces.hasCamera, 'camera'],
        [traces.hasOwner, 'owner'],
        [traces.hasThumbnail, 'thumbnail'],
      ])
    }
    case 'iptc': {
      const facts = readIptc([bytes])
      const hasOwner = facts.people.length > 0 || (facts.credit ?? facts.source ?? facts.copyright) !== null
      return named([
        [facts.hasLocation, 'location'],
        [hasOwner, 'owner'],
        [facts.hasThumbnail, 'thumbnail'],
      ])
    }
    case 'comment':
      return ['comment']
    case 'thumbnail':
      return ['thumbnail']
    case 'trailing':
      return ['trailing data']
    case 'other':
      return ['other data']
    default:
      return exhaustive(kind)
  }
}

type Claim = readonly [isTrue: boolean, word: RemovedWord]

function exifWords(bytes: Uint8Array): readonly Claim[] {
  const facts = readExif(bytes)
  if (facts === null) return []
  return [
    [facts.hasLocation, 'location'],
    [facts.hasCamera, 'camera'],
    [facts.hasOwner, 'owner'],
    [facts.hasComment, 'comment'],
    [facts.hasThumbnail, 'thumbnail'],
  ]
}

function named(claims: readonly Claim[]): readonly RemovedWord[] {
  const words = claims.filter(([isTrue]) => isTrue).map(([, word]) => word)
  return words.length > 0 ? words : ['other data']
}
