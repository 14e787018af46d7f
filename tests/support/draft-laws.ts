// One helper asserts every law of drafts for every script (H10).
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Article } from '#shared/article/article.ts'
import { materialise } from '#shared/article/materialise.ts'
import { seedDraft } from '#shared/article/seed.ts'
import { createDraftDoc } from '#shared/draft/draft-doc.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { type EditScript, playScript } from './edit-script.ts'

/**
 * Replays the script and asserts: log replay = live; merged log = live; any order = live; both writers = live; cut at any row =
 * a valid earlier article; compaction changes nothing; materialise is pure, canonical and stable through seed -> materialise.
 */
export function expectDraftLaws(script: EditScript): void {
  const { live, log, writers } = playScript(script)
  const truth = bytesOf(live)

  expect(bytesOf(replay(log)), 'log replay = live').toBe(truth)
  expect(bytesOf(replay([Y.mergeUpdates(log)])), 'merged log = live').toBe(truth)
  expect(bytesOf(replay([...log].reverse())), 'any order = live').toBe(truth)
  expect(bytesOf(replay(shuffled(log))), 'any order = live').toBe(truth)
  for (const writer of writers) expect(bytesOf(writer.doc), 'every replica = live').toBe(truth)

  const growing = createDraftDoc()
  for (const [index, update] of log.entries()) {
    Y.applyUpdate(growing, update)
    const earlier = bytesOf(growing)
    expect(bytesOf(replay(log.slice(0, index + 1))), `cut after row ${index + 1}`).toBe(earlier)
    const snapshot = Y.encodeStateAsUpdate(growing)
    expect(bytesOf(replay([snapshot, ...log.slice(index + 1)])), 'compaction changes nothing').toBe(truth)
  }

  const stateBefore = Y.encodeStateAsUpdate(live)
  const article = articleFrom(live)
  expect(Y.encodeStateAsUpdate(live), 'DR9: materialise is pure').toEqual(stateBefore)
  const again = articleFrom(replay([seedDraft(article)]))
  expect(canonicalJson(again), 'stable through seed -> materialise').toBe(truth)
  expect(JSON.stringify(again), 'DR10: materialise is canonical').toBe(JSON.stringify(article))
}

export function replay(log: readonly Uint8Array[]): Y.Doc {
  const doc = createDraftDoc()
  for (const update of log) Y.applyUpdate(doc, update)
  return doc
}

export function articleFrom(doc: Y.Doc): Article {
  const result = materialise(doc)
  if (!result.ok) throw new Error(`cannot be materialised: ${JSON.stringify(result.error)}`)
  return result.value
}

const bytesOf = (doc: Y.Doc): string => canonicalJson(articleFrom(doc))

/** A fixed shuffle: odd rows first. Scripts vary enough. */
function shuffled(log: readonly Uint8Array[]): Uint8Array[] {
  return [...log.filter((_, index) => index % 2 === 1), ...log.filter((_, index) => index % 2 === 0)]
}
