// What changed in the fields beside the story: text by words, lists by items, times in the publication's zone.
import { stampWords } from '../../article/format-stamp.ts'
import type { ZonedInstant } from '../../article/ids.ts'
import type { ArticleMeta, Person } from '../../article/meta.ts'
import type { Stamps } from '../../article/stamps.ts'
import type { CodedText } from './diff-text.ts'
import { plainInline } from './inline-text.ts'
import { mergeRuns } from './merge-runs.ts'
import type { FieldDetail, FieldItem, FieldName } from './revision-diff.ts'
import { FIELD_LABELS, valueWords } from './field-words.ts'
import { longestAscending } from './longest-ascending.ts'
import { type ChangeList, createChangeList } from './change-list.ts'
import { encodeWords } from './word-codes.ts'

interface FieldOptions {
  readonly zone?: string
  readonly stamps?: { readonly before: Stamps; readonly after: Stamps }
}

/** Adds one change for each field that differs for a reader, in the order of the fields. */
export function diffFields(
  before: ArticleMeta,
  after: ArticleMeta,
  list: ChangeList,
  options: FieldOptions,
): void {
  const add = (field: FieldName, old: string, now: string, detail: FieldDetail, canTakeBack = true): void => {
    const label = FIELD_LABELS[field]
    const place = { name: label, beforeIndex: null, afterIndex: null, blockId: null }
    list.add({ kind: 'field', field, label, place, before: old, after: now, detail, canTakeBack })
  }
  for (const field of Object.keys(FIELD_LABELS) as FieldName[]) {
    if (field === 'published' || field === 'updated') {
      const [old, now] = [options.stamps?.before[field] ?? null, options.stamps?.after[field] ?? null]
      const [oldWords, nowWords] = [timeWords(old, options.zone), timeWords(now, options.zone)]
      if (oldWords !== nowWords) add(field, oldWords, nowWords, { type: 'value' }, false)
      continue
    }
    const [old, now] = [before[field], after[field]]
    if (JSON.stringify(old) === JSON.stringify(now)) continue
    if (field === 'people') addList(field, before.people.map(personItem), after.people.map(personItem))
    else if (field === 'topics') addList(field, before.topics.map(topicItem), after.topics.map(topicItem))
    else if (field === 'embargo')
      add(field, timeWords(before.embargo, options.zone), timeWords(after.embargo, options.zone), {
        type: 'value',
      })
    else if (typeof old === 'string' && typeof now === 'string' && !CHOICES.has(field))
      add(field, old, now, { type: 'text', runs: textRuns(old, now) })
    else add(field, valueWords(old), valueWords(now), { type: 'value' })
  }
  function addList(field: 'people' | 'topics', old: readonly ListItem[], now: readonly ListItem[]): void {
    const { items, isReordered } = diffItems(old, now)
    // Ranks may have been counted anew without anybody changing places.
    if (!isReordered && items.every((item) => item.state === 'same')) return
    add(field, old.map(wordsOf).join(', '), now.map(wordsOf).join(', '), { type: 'list', items, isReordered })
  }
}

/** Fields whose text is one of a few words. */
const CHOICES: ReadonlySet<FieldName> = new Set(['direction', 'storyType', 'language', 'datelineZone'])

interface ListItem {
  readonly key: string
  readonly words: string
}
const wordsOf = ({ words }: ListItem): string => words
const topicItem = (topic: string): ListItem => ({ key: topic, words: topic })
const personItem = ({ id, lead, name, role, profileUrl }: Person): ListItem => ({
  key: id,
  words: [lead, name, role === '' ? '' : `(${role})`, profileUrl].filter((part) => part !== '').join(' '),
})

function diffItems(
  before: readonly ListItem[],
  after: readonly ListItem[],
): { items: FieldItem[]; isReordered: boolean } {
  const partners = pairItems(before, after)
  const kept = partners.filter((index) => index >= 0)
  const inOrder = longestAscending(
    kept,
    kept.map(() => 1),
  )
  const items: FieldItem[] = after.map(({ words }, index) => {
    const old = before[partners[index] ?? -1]
    if (old === undefined) return { state: 'inserted', before: '', after: words }
    return { state: old.words === words ? 'same' : 'changed', before: old.words, after: words }
  })
  before.forEach(({ words }, index) => {
    if (!kept.includes(index))
      items.splice(Math.min(index, items.length), 0, { state: 'deleted', before: words, after: '' })
  })
  return { items, isReordered: inOrder.length < kept.length }
}

/** For each new item the index of the old one, or -1: by what it says first, since an import numbers people anew, then by its key. */
function pairItems(before: readonly ListItem[], after: readonly ListItem[]): number[] {
  const taken = new Set<number>()
  const partners = after.map(() => -1)
  for (const name of ['words', 'key'] as const)
    after.forEach((item, index) => {
      if (partners[index] !== -1) return
      const found = before.findIndex((old, at) => !taken.has(at) && old[name] === item[name])
      if (found < 0) return
      partners[index] = found
      taken.add(found)
    })
  return partners
}

/** In the publication's zone, else in the time's own. */
const timeWords = (time: ZonedInstant | null, zone: string | undefined): string =>
  time === null ? '' : stampWords(time, zone ?? time.zone)

function textRuns(before: string, after: string): ReturnType<typeof mergeRuns> {
  // The runs belong to the one change of the field, so the changes they would make are not kept.
  const list = createChangeList()
  const coded = (text: string): CodedText => ({
    inline: plainInline(text),
    words: encodeWords(plainInline(text), list.book),
  })
  const place = { name: '', beforeIndex: null, afterIndex: null, blockId: null }
  return mergeRuns(coded(before), coded(after), { list, place, cell: null })
}
