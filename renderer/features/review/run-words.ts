// Who wrote a run of words, and how it came back if it had been gone, in sentences.
import type { OriginSource } from '#shared/draft/origin.ts'
import type { AttributedRun } from '#shared/revision/attribution.ts'
import { agoWords, fullTime } from '../../copy/time-words.ts'

export function runWords({ author, at, origin, returned }: AttributedRun, now: number): string[] {
  const when = `${agoWords(at, now)} (${fullTime(at)})`
  const lines = [`${VERBS[origin]} ${nameOf(author)}, ${when}`]
  if (returned !== null)
    lines.push(
      `Brought back by ${nameOf(returned.by)} with ${returned.how === 'undo' ? 'undo' : 'a restore'}, ${agoWords(returned.at, now)}`,
    )
  return lines
}

const VERBS: Readonly<Record<OriginSource, string>> = {
  window: 'Written by',
  restore: 'Restored by',
  undo: 'Brought back by',
  sync: 'Received from',
  upgrade: 'Carried over for',
  import: 'Came with a file that was imported by',
  create: 'Was there when the article was made by',
}

const nameOf = (author: string): string => (author === '' ? 'somebody who gave no name' : author)
