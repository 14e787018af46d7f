// A correction drafted from the change that puts it right: what was said, and what is so. A draft: the editor has the last word.

export interface WordedChange {
  readonly before: string
  readonly after: string
}

/** Characters quoted from each side: a correction repeats the error once, not the paragraph it stood in. */
const MAX_QUOTED = 240
/** Words kept around the place that differs, so that a reader can tell which sentence it was. */
const CONTEXT_WORDS = 6

/** '' where both sides say the same or nothing. */
export function draftCorrection({ before, after }: WordedChange): string {
  const wrong = oneLine(before)
  const right = oneLine(after)
  if (wrong === right) return ''
  if (wrong === '')
    return `An earlier version of this article left out the following: ${quoted(clipped(right))}`
  if (right === '')
    return `An earlier version of this article said ${quoted(clipped(wrong))} That was wrong and has been removed.`
  const [said, isSo] = aroundTheDifference(wrong, right)
  return `An earlier version of this article said ${quoted(said)} It should have said ${quoted(isSo)}`
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** In quotation marks, and the sentence around it closed: a quotation that ends its own sentence needs no second full stop. */
function quoted(text: string): string {
  const inner = text.replace(/[“”]/gu, '"').replace(/"([^"]*)"/gu, '‘$1’')
  return /[.!?…]$/u.test(inner) ? `“${inner}”` : `“${inner}.”`
}

/** Both sides whole where they are short; else what differs, with the words around it. */
function aroundTheDifference(before: string, after: string): readonly [string, string] {
  if (before.length <= MAX_QUOTED && after.length <= MAX_QUOTED) return [before, after]
  const [old, now] = [before.split(' '), after.split(' ')]
  const start = sharedCount(old, now)
  const end = Math.min(
    sharedCount(old.toReversed(), now.toReversed()),
    old.length - start,
    now.length - start,
  )
  const cut = (words: readonly string[]): string => {
    const from = Math.max(0, start - CONTEXT_WORDS)
    const to = Math.min(words.length, words.length - end + CONTEXT_WORDS)
    const lead = from > 0 ? '… ' : ''
    const tail = to < words.length ? ' …' : ''
    return clipped(`${lead}${words.slice(from, to).join(' ')}${tail}`)
  }
  return [cut(old), cut(now)]
}

function sharedCount(a: readonly string[], b: readonly string[]): number {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1
  return count
}

/** Cut at a word, by whole characters. */
function clipped(text: string): string {
  if (text.length <= MAX_QUOTED) return text
  const head = text.slice(0, MAX_QUOTED)
  const atWord = head.slice(0, Math.max(head.lastIndexOf(' '), 0)) || head.replace(/[\uD800-\uDBFF]$/u, '')
  return `${atWord} …`
}
