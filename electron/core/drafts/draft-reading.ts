// What a draft says at one log position: for rows, search and revisions, which never see Yjs (DR14).
import type * as Y from 'yjs'
import type { Article, NodeJson } from '#shared/article/article.ts'
import { readAsStored } from '#shared/article/materialise.ts'
import type { ArticleMeta } from '#shared/article/meta.ts'
import { readKnownMeta } from '#shared/draft/meta-map.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { Result } from '#shared/ipc/result.ts'

/** Why a draft cannot be read as an article by this version. */
export type GrammarOutcome = Outcome<'SchemaTooNew' | 'UnknownContent' | 'DraftDamaged'>

export interface DraftReading {
  readonly seq: number
  readonly article: Result<Article, GrammarOutcome>
  /** The readable part of a draft, also of one that is no article to this version. */
  readonly asStored: () => { readonly content: NodeJson; readonly meta: ArticleMeta }
}

export function readingOf(doc: Y.Doc, seq: number, article: Result<Article, GrammarOutcome>): DraftReading {
  return {
    seq,
    article,
    asStored: () => ({ content: readAsStored(doc), meta: readKnownMeta(doc).meta }),
  }
}
