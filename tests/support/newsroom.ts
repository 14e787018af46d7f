// Several people on one draft, each at a desk of their own that is not always connected, and the log of all of it.
import * as Y from 'yjs'
import { attributeDraft } from '#core/attribution/attribute-draft.ts'
import type { LogSource } from '#core/drafts/read-log.ts'
import type { LoggedUpdate } from '#core/storage/library-store.ts'
import {
  isFromUndo,
  RESTORED_HERE,
  TYPED_HERE,
  undoHistoryOf,
} from '#renderer/editor/binding/undo-history.ts'
import type { Article } from '#shared/article/article.ts'
import { newArticleId, toInstant } from '#shared/article/ids.ts'
import { seedDraft } from '#shared/article/seed.ts'
import { contentOf, createDraftDoc } from '#shared/draft/draft-doc.ts'
import type { OriginSource } from '#shared/draft/origin.ts'
import { writeArticle } from '#shared/draft/write-article.ts'
import { ok } from '#shared/ipc/result.ts'
import type { Attribution } from '#shared/revision/attribution.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import { articleFrom } from './draft-laws.ts'
import { valueOf } from './open-test-library.ts'

/** Milliseconds between two rows of the log. */
const STEP_MS = 1_000
const FROM_ELSEWHERE = { source: 'main' }

export interface Desk {
  readonly name: string
  readonly doc: Y.Doc
  /** The texts of the draft, in order. */
  texts(): Y.XmlText[]
  /** One edit as the galley makes it: one transaction, an undo step of its own. */
  edit(work: (doc: Y.Doc) => void): void
  type(into: string, words: string): void
  erase(words: string): void
  restore(article: Article): void
  undo(): boolean
  redo(): boolean
  /** Sends what was written here, takes in what everybody sent. */
  meet(): void
}

export interface Newsroom {
  article(): Article
  /** Milliseconds pass. */
  wait(ms: number): void
  desk(name: string): Desk
  attribution(): Promise<Attribution>
  /** Every run as "words: author", those that were brought back with "(back by name)". */
  told(): Promise<string[]>
}

export function openNewsroom(start: Article, first: { author: string; origin: OriginSource }): Newsroom {
  const log: LoggedUpdate[] = []
  const live = createDraftDoc()
  let now = Date.UTC(2026, 2, 4, 9)
  const record = (bytes: Uint8Array, author: string, origin: OriginSource) => {
    Y.applyUpdate(live, bytes)
    log.push({ seq: log.length + 1, bytes, origin, author, at: toInstant((now += STEP_MS)) })
  }
  record(seedDraft(start), first.author, first.origin)

  function desk(name: string): Desk {
    const doc = createDraftDoc()
    const history = undoHistoryOf(doc)
    const unsent: { bytes: Uint8Array; origin: OriginSource }[] = []
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(live), FROM_ELSEWHERE)
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === FROM_ELSEWHERE) return
      const source = origin === RESTORED_HERE ? 'restore' : isFromUndo(origin) ? 'undo' : 'window'
      unsent.push({ bytes, origin: source })
    })
    const edit = (work: (doc: Y.Doc) => void) => {
      history.endStep()
      doc.transact(() => work(doc), TYPED_HERE)
    }
    const find = (words: string): { text: Y.XmlText; at: number } => {
      for (const text of textsIn(doc)) {
        const at = plain(text).indexOf(words)
        if (at >= 0) return { text, at }
      }
      throw new Error(`no “${words}”`)
    }
    return {
      name,
      doc,
      texts: () => textsIn(doc),
      edit,
      type(before, words) {
        const { text, at } = find(before)
        edit(() => text.insert(at, words))
      },
      erase(words) {
        const { text, at } = find(words)
        edit(() => text.delete(at, words.length))
      },
      restore(article) {
        history.endStep()
        writeArticle(doc, article, RESTORED_HERE)
        history.endStep()
      },
      undo: () => history.undo(null) !== null,
      redo: () => history.redo(null) !== null,
      meet() {
        for (const { bytes, origin } of unsent.splice(0)) record(bytes, name, origin)
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(live, Y.encodeStateVector(doc)), FROM_ELSEWHERE)
      },
    }
  }
  const attribution = async () =>
    valueOf(
      await attributeDraft(logOf(log), newArticleId(), {
        deletedSince: null,
        signal: new AbortController().signal,
      }),
    )

  return {
    article: () => articleFrom(live),
    wait: (ms) => void (now += ms),
    desk,
    attribution,
    async told() {
      const { texts } = await attribution()
      const article = articleFrom(live)
      return texts.flatMap(({ path, runs }) => {
        let node = article.content
        for (const index of path) node = node.content?.[index] ?? node
        const words = (node.content ?? []).map((child) => child.text ?? '\n').join('')
        return runs.map(({ from, to, author, origin, returned }) => {
          const who = origin === 'window' ? author : `${origin} by ${author}`
          const back = returned === null ? '' : ` (back by ${returned.by})`
          return `${words.slice(from, to)}: ${who}${back}`
        })
      })
    },
  }
}

const logOf = (log: readonly LoggedUpdate[]): LogSource => ({
  updates: {
    history(_, after, limit) {
      const rows = log.slice(after?.seq ?? 0, (after?.seq ?? 0) + limit)
      const place = { seq: rows.at(-1)?.seq ?? after?.seq ?? 0, chain: new Uint8Array() }
      return ok({ rows, place, isEnd: rows.length < limit, schemaVersion: SCHEMA_VERSION })
    },
  },
})

function textsIn(doc: Y.Doc): Y.XmlText[] {
  const texts: Y.XmlText[] = []
  const visit = (parent: Y.XmlFragment): void => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) texts.push(child)
      else if (child instanceof Y.XmlElement) visit(child)
    }
  }
  visit(contentOf(doc))
  return texts
}

export const plain = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
