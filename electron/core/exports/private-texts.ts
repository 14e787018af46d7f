// Words that must be in no file: what to search an output for.
import type { NodeJson } from '#shared/article/article.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import { textAttribute } from './formats/attributes.ts'

export interface PrivateText {
  readonly kind: 'stash' | 'desk note' | 'slugline' | 'profile name'
  /** Letters, digits and single spaces: the same in every encoding a format uses. */
  readonly words: string
}

/** Characters a run must have to prove anything: shorter ones turn up by chance in the letters of a picture. */
const MIN_RUN = 12
/** Runs searched for per place; a stash of a thousand words is found by its longest. */
const MAX_RUNS = 24
const RUN = /[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*/gu

export function privateTexts({ article, profile, purpose }: ExportInput): readonly PrivateText[] {
  const { meta } = article
  return [
    ...runsOf('stash', stashTexts(article.content)),
    ...runsOf('desk note', [meta.deskNote]),
    ...runsOf('slugline', purpose === 'readers' ? [meta.slugline] : []),
    ...runsOf('profile name', [profile.name]),
  ]
}

function runsOf(kind: PrivateText['kind'], texts: readonly string[]): readonly PrivateText[] {
  return texts
    .flatMap((text) => text.normalize('NFC').match(RUN) ?? [])
    .filter((words) => words.length >= MIN_RUN)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_RUNS)
    .map((words) => ({ kind, words }))
}

function stashTexts(content: NodeJson): string[] {
  const texts: string[] = []
  collectStash(content, false, texts)
  return texts
}

function collectStash(node: NodeJson, isInStash: boolean, texts: string[]): void {
  const isInside = isInStash || node.type === 'stash'
  if (isInside) texts.push(node.text ?? '', textAttribute(node, 'alt'))
  for (const child of node.content ?? [])
    if (child.text === undefined || isInside) collectStash(child, isInside, texts)
}
