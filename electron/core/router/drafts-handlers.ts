// The drafts group of the contract: opening, pushing, letting go, and the rescue copy.
import { basename } from 'node:path'
import type { Handlers } from '#shared/ipc/desktop-api.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { DraftRegistry } from '../drafts/draft-registry.ts'
import { makeRescueCopy } from '../drafts/rescue-copy.ts'
import { writeExport } from '../exports/write-export.ts'
import type { Dialogs } from '../ports.ts'
import { ruleOut, whileOpen } from '../while-open.ts'

export interface DraftsDeps {
  readonly drafts: DraftRegistry
  readonly dialogs: Pick<Dialogs, 'saveFile'>
}

export function createDraftsHandlers({ drafts, dialogs }: DraftsDeps): Handlers['drafts'] {
  return {
    open: ({ articleId }, { windowId }) => whileOpen(drafts.open(articleId, windowId)),
    push: ({ articleId, update, origin }, { windowId }) =>
      ruleOut(whileOpen(drafts.push(articleId, update, windowId, origin)), ['ArticleNotFound']),
    close({ articleId }, { windowId }) {
      drafts.close(articleId, windowId)
      return ok(null)
    },
    async rescue({ articleId, state }) {
      const copy = makeRescueCopy(articleId, state)
      if (!copy.ok) return copy
      const path = await dialogs.saveFile({
        title: 'Save a copy',
        suggestedName: copy.value.suggestedName,
        extension: 'json',
      })
      if (path === null) return err({ type: 'Cancelled' })
      const { bytes, suggestedName: name } = copy.value
      const written = await writeExport(path, [{ name, mime: 'application/json', bytes }])
      if (!written.ok) return written
      drafts.noteRescued(articleId)
      return ok({ fileName: basename(path) })
    },
  }
}
