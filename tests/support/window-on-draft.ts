// A window on a draft as main sees one: a replica that pushes what it wrote and receives what main tells it.
import * as Y from 'yjs'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { ArticleId, Instant } from '#shared/article/ids.ts'
import { contentOf } from '#shared/draft/draft-doc.ts'
import type { DraftAccess } from '#shared/ipc/groups/drafts.ts'
import type { Result } from '#shared/ipc/result.ts'
import { createReplica } from './edit-script.ts'
import type { TestCore } from './open-test-core.ts'
import { valueOf } from './open-test-library.ts'

export interface WindowOnDraft {
  readonly doc: Y.Doc
  readonly access: DraftAccess
  /** Types at the start of the first block of this kind. */
  type(block: string, text: string): void
  /** Sends everything written and not yet acknowledged; after opening again, everything shown that the state found there lacks. */
  push(found?: Uint8Array): Result<{ seq: number; savedAt: Instant }, Outcome>
  /** Applies what main has told this window. */
  receive(): void
  close(): void
}

export async function openWindow(
  test: TestCore,
  articleId: ArticleId,
  windowId: number,
): Promise<WindowOnDraft> {
  const opened = valueOf(test.core.drafts.open(articleId, windowId))
  const replica = createReplica(opened.state.byteLength > 0 ? opened.state : new Uint8Array([0, 0]))
  let unacknowledged: Uint8Array | null = null
  let received = test.events.length
  return {
    doc: replica.doc,
    access: opened.access,
    type(block, text) {
      const element = contentOf(replica.doc)
        .toArray()
        .find((child): child is Y.XmlElement => child instanceof Y.XmlElement && child.nodeName === block)
      if (element === undefined) throw new Error(`no ${block} to type into`)
      const first = element.length > 0 ? element.get(0) : undefined
      if (first instanceof Y.XmlText) first.insert(0, text)
      else element.insert(0, [new Y.XmlText(text)])
    },
    push(found) {
      if (found !== undefined) {
        replica.receive(found)
        unacknowledged = Y.encodeStateAsUpdate(replica.doc, Y.encodeStateVectorFromUpdate(found))
      }
      const written = replica.takeUnsent()
      if (written !== null)
        unacknowledged = unacknowledged === null ? written : Y.mergeUpdates([unacknowledged, written])
      const pushed = test.core.drafts.push(articleId, unacknowledged ?? new Uint8Array([0, 0]), windowId)
      if (pushed.ok) unacknowledged = null
      return pushed
    },
    receive() {
      for (const told of test.events.slice(received))
        if (told.event === 'drafts.changed' && told.to?.only === windowId)
          replica.receive((told.payload as { update: Uint8Array }).update)
      received = test.events.length
    },
    close: () => test.core.drafts.close(articleId, windowId),
  }
}
