import { err, ok } from '#shared/ipc/result.ts'
import type { ShownEdition } from '#shared/workflow/edition.ts'
import type { Command } from '../cli-context.ts'
import { failed } from '../exit-code.ts'
import { findArticle } from '../find-by-prefix.ts'
import { editionJson, noteJson } from '../json-shapes.ts'
import { withLibrary, NO_WINDOW } from '../open-cli-library.ts'
import { printable, exactTime, tableText } from '../table-text.ts'

/** Hex digits that tell two files apart at a glance. */
const SHORT_HASH = 16
export const editions: Command = {
  name: 'editions',
  usage: 'ID',
  summary:
    'List what went out of an article and when readers had it, the newest first, with its public notes.',
  takes: [1, 1],
  flags: {},
  values: {},
  run: (context) =>
    withLibrary(context, { access: 'read' }, async ({ store, core }) => {
      const id = findArticle(store, context.arguments[0] ?? '')
      if (!id.ok) return id
      const found = await core.handlers.publishing.editions({ articleId: id.value }, NO_WINDOW)
      if (!found.ok) return err(failed(found.error))
      const notes = await core.handlers.publishing.notes({ articleId: id.value }, NO_WINDOW)
      if (!notes.ok) return err(failed(notes.error))
      const zone = context.common.zone ?? context.io.clock.zone()
      return ok({
        text: tableText(found.value.map((one) => rowOf(one, zone))),
        json: { id: id.value, editions: found.value.map(editionJson), notes: notes.value.map(noteJson) },
      })
    }),
}

function rowOf(one: ShownEdition, zone: string): string[] {
  const until =
    one.format !== 'html'
      ? ''
      : one.to === null
        ? 'stands'
        : `${one.endedBy === 'kill' ? 'killed' : 'until'} ${exactTime(one.to, zone)}`
  return [
    String(one.number),
    one.reason,
    one.format,
    exactTime(one.at, zone),
    until,
    one.sha256.slice(0, SHORT_HASH),
    printable(one.who),
  ]
}
