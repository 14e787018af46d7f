import { resolve } from 'node:path'
import type { Dialogs } from '#core/ports.ts'
import { readTime } from '#shared/import/read-time.ts'
import { resolveTime } from '#shared/import/resolve-time.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import type { ZonedInstant } from '#shared/article/ids.ts'
import type { ShownEdition } from '#shared/workflow/edition.ts'
import type { CliContext, Command, CommandResult } from '../cli-context.ts'
import { type Failure, failed, misused } from '../exit-code.ts'
import { targetOf } from '../export-request.ts'
import { findArticle } from '../find-by-prefix.ts'
import { editionJson } from '../json-shapes.ts'
import { type OpenCliLibrary, withLibrary, NO_WINDOW } from '../open-cli-library.ts'
import { exactTime } from '../table-text.ts'

export const at: Command = {
  name: 'at',
  usage: 'ID INSTANT [-o PATH]',
  summary: 'What readers saw at an instant; with -o the very bytes of it.',
  takes: [2, 2],
  flags: {},
  values: { output: 'where to write that edition once more (-o): a file or a folder' },
  run: (context) => {
    const output = context.values.get('output')
    const saveFile: Dialogs['saveFile'] = ({ suggestedName }) =>
      Promise.resolve(output === undefined ? null : targetOf(resolve(context.io.cwd, output), suggestedName))
    return withLibrary(context, { access: 'read', saveFile }, (library) => answer(context, library))
  },
}

async function answer(context: CliContext, { store, core }: OpenCliLibrary): Promise<CommandResult> {
  const [given = '', written = ''] = context.arguments
  const articleId = findArticle(store, given)
  if (!articleId.ok) return articleId
  const profile = store.desk.profile()
  if (!profile.ok) return err(failed(profile.error))
  const asked = instantOf(written, context.common.zone ?? profile.value.zone)
  if (!asked.ok) return asked
  const { stamp, notes } = asked.value
  const id = articleId.value
  const seen = await core.handlers.publishing.editionAt({ articleId: id, at: stamp.at }, NO_WINDOW)
  if (!seen.ok) return err(failed(seen.error))
  const instant = { at: new Date(stamp.at).toISOString(), zone: stamp.zone }
  if (seen.value.kind === 'not-yet')
    return ok({
      text: 'Readers had no page of it yet.',
      notes,
      json: { id, instant, seen: 'nothing yet', edition: null },
    })
  if (seen.value.kind === 'killed') {
    const { at: killedAt, last } = seen.value
    return ok({
      text: `It was killed at ${exactTime(killedAt, stamp.zone)} (${stamp.zone}); until then readers had edition ${last.number}.`,
      notes,
      json: { id, instant, seen: 'killed', edition: editionJson(last) },
    })
  }
  const { edition } = seen.value
  const json = { id, instant, seen: 'edition', edition: editionJson(edition) }
  if (!context.values.has('output')) return ok({ text: words(edition, stamp), notes, json })
  const saved = await core.handlers.publishing.exportEdition(
    { articleId: id, editionId: edition.id },
    NO_WINDOW,
  )
  if (!saved.ok) return err(failed(saved.error))
  return ok({ text: words(edition, stamp), notes, json: { ...json, sha256: saved.value.sha256 } })
}

function instantOf(
  written: string,
  zone: string,
): Result<{ stamp: ZonedInstant; notes: readonly string[] }, Failure> {
  const found = readTime(written)
  return found === null
    ? err(misused(`“${written}” is not a time; write one like 2026-03-04T14:05:00+01:00.`))
    : ok(resolveTime(found, zone))
}

const words = (edition: ShownEdition, { zone }: ZonedInstant): string =>
  `Edition ${edition.number} (${edition.reason}), from ${exactTime(edition.at, zone)} (${zone})${
    edition.to === null ? '' : ` until ${exactTime(edition.to, zone)}`
  }: ${edition.sha256}`
