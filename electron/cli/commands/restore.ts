import { err, ok } from '#shared/ipc/result.ts'
import type { Command } from '../cli-context.ts'
import { failed } from '../exit-code.ts'
import { findArticle, findRevision } from '../find-by-prefix.ts'
import { revisionJson } from '../json-shapes.ts'
import { NO_WINDOW, withLibrary } from '../open-cli-library.ts'

export const restore: Command = {
  name: 'restore',
  usage: 'ID REVISION',
  summary: 'Bring a revision back, by its number or id. What is there now is kept as a revision first.',
  takes: [2, 2],
  flags: {},
  values: {},
  run: (context) =>
    withLibrary(context, { access: 'write' }, async ({ store, core }) => {
      const id = findArticle(store, context.arguments[0] ?? '')
      if (!id.ok) return id
      const revision = findRevision(store, id.value, context.arguments[1] ?? '')
      if (!revision.ok) return revision
      const { number, id: revisionId } = revision.value
      const restored = await core.handlers.revisions.restore({ articleId: id.value, revisionId }, NO_WINDOW)
      if (!restored.ok) return err(failed(restored.error))
      const { before } = restored.value
      return ok({
        text: `Revision ${number} is back; what was there is kept as revision ${before.number}.`,
        json: { id: id.value, restored: revisionJson(revision.value), before: revisionJson(before) },
      })
    }),
}
