import { err, ok } from '#shared/ipc/result.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import type { Command } from '../cli-context.ts'
import { failed } from '../exit-code.ts'
import { findArticle } from '../find-by-prefix.ts'
import { revisionJson } from '../json-shapes.ts'
import { withLibrary } from '../open-cli-library.ts'
import { printable, shortTime, tableText } from '../table-text.ts'

export const revisions: Command = {
  name: 'revisions',
  usage: 'ID',
  summary: 'List the revisions of an article, the newest first.',
  takes: [1, 1],
  flags: {},
  values: {},
  run: (context) =>
    withLibrary(context, { access: 'read' }, ({ store }) => {
      const id = findArticle(store, context.arguments[0] ?? '')
      if (!id.ok) return id
      const found = store.revisions.list(id.value)
      if (!found.ok) return err(failed(found.error))
      const zone = context.common.zone ?? context.io.clock.zone()
      return ok({
        text: tableText(found.value.map((one) => rowOf(one, zone))),
        json: { id: id.value, revisions: found.value.map(revisionJson) },
      })
    }),
}

function rowOf(one: RevisionSummary, zone: string): string[] {
  const delta =
    one.wordsAdded === null || one.wordsRemoved === null ? '' : `+${one.wordsAdded} -${one.wordsRemoved}`
  return [
    String(one.number),
    one.kind,
    shortTime(one.at, zone),
    `${one.words} words`,
    delta,
    printable(one.author),
    printable(one.label),
  ]
}
