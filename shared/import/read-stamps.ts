// The line of a story that says when it was published and when updated, and the stamps that follow from it.
import { NO_STAMPS, type Stamps } from '../article/stamps.ts'
import { stampWords } from '../article/format-stamp.ts'
import type { ReceiptLine } from './dropped.ts'
import { type WrittenTime, findTimes, withHalvesBehind } from './read-time.ts'
import { resolveTime } from './resolve-time.ts'

export interface StampLine {
  /** What the words before the time say; null when they say nothing. */
  readonly label: 'published' | 'updated' | null
  readonly time: WrittenTime
}

/** Letters beside times and labels that a stamp line may still have: a weekday, "at", a bar, a place. */
const MAX_OTHER_LETTERS = 24

const UPDATED =
  /\b(last\s+)?(updated|modified|revised|edited|changed|aktualisiert|zuletzt|mis à jour|mise à jour|modifié|actualizado|aggiornato|atualizado|bijgewerkt|oppdatert|uppdaterad)\b|更新|수정|업데이트/i
const PUBLISHED =
  /\b((first\s+)?(published|posted|issued|created|released|filed)|publication date|date|veröffentlicht|erstellt|publié|publicado|pubblicato|gepubliceerd|publicerad|publisert)\b|発行|公開|入力|入稿|등록|입력/i
const FILLER =
  /\b(on|at|the|le|el|il|am|um|den|de|et|and|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(day|nesday|rsday|urday)?\b/gi

/** The times of a line that is there to give them, and what else it holds; null when the line is text. */
export function readStampLine(
  line: string,
  language: string,
): { readonly stamps: readonly StampLine[]; readonly rest: string } | null {
  const text = withHalvesBehind(line)
  const times = findTimes(text, language)
  if (times.length === 0) return null
  const stamps: StampLine[] = []
  let rest = ''
  let at = 0
  for (const found of times) {
    const before = text.slice(at, found.index)
    const label = UPDATED.test(before) ? 'updated' : PUBLISHED.test(before) ? 'published' : null
    stamps.push({ label, time: found.time })
    rest += ` ${before}`
    at = found.index + found.length
  }
  rest += ` ${text.slice(at)}`
  const other = rest.replace(UPDATED, ' ').replace(UPDATED, ' ').replace(PUBLISHED, ' ').replace(FILLER, ' ')
  const bare = other.replace(/[\s|·•:,.()–—-]+/g, ' ').trim()
  const hasByline = /(^|[|·•–—-]\s*)by\s+\p{Lu}/iu.test(other.trim())
  if (hasByline)
    return bare.length > 120 ? null : { stamps, rest: other.replace(/^[\s|·•:,–—-]+|[\s|·•:,–—-]+$/g, '') }
  return (bare.match(/\p{L}/gu)?.length ?? 0) > MAX_OTHER_LETTERS ? null : { stamps, rest: '' }
}

/** Published and Updated from the times found, with a line for each and for whatever had to be assumed. */
export function resolveStamps(
  found: readonly StampLine[],
  zone: string,
): { readonly stamps: Stamps; readonly lines: readonly ReceiptLine[] } {
  const lines: ReceiptLine[] = []
  const published = found.find((one) => one.label === 'published') ?? found.find((one) => one.label === null)
  const updated =
    found.findLast((one) => one.label === 'updated') ??
    found.find((one) => one.label === null && one !== published)
  let stamps: Stamps = NO_STAMPS
  if (published !== undefined) stamps = { ...stamps, published: say('Published', published.time) }
  if (updated !== undefined) stamps = { ...stamps, updated: say('Updated', updated.time) }
  if (updated !== undefined && published === undefined) {
    lines.push({
      level: 'warning',
      text: 'Only an Updated time was found: it is shown to readers once the article has a Published time.',
    })
  }
  if (updated !== undefined && updated.label === null && updated !== published)
    lines.push({ level: 'warning', text: 'The second time has no label: it was taken as Updated.' })
  if (stamps.published !== null && stamps.updated !== null && stamps.updated.at < stamps.published.at)
    lines.push({ level: 'warning', text: 'The Updated time is earlier than the Published time: check both.' })
  return { stamps, lines }

  function say(name: 'Published' | 'Updated', time: WrittenTime): Stamps['published'] {
    const { stamp, notes, isZoneAssumed } = resolveTime(time, zone)
    const words = stampWords(stamp, stamp.zone)
    lines.push({
      level: isZoneAssumed ? 'warning' : 'info',
      text: [`${name}: ${words}${words.endsWith('.') ? '' : '.'}`, ...notes].join(' '),
    })
    return stamp
  }
}
