import { err, ok } from '#shared/ipc/result.ts'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import { reasonSchema } from '#shared/workflow/desk-event.ts'
import { DESK_VERBS } from '#shared/workflow/status.ts'
import type { Handlers, OutputOf } from '#shared/ipc/desktop-api.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Command } from '../cli-context.ts'
import { failed, misused } from '../exit-code.ts'
import { findArticle } from '../find-by-prefix.ts'
import { withLibrary, NO_WINDOW } from '../open-cli-library.ts'

type Call = (
  publishing: Handlers['publishing'],
  articleId: ArticleId,
  why: string,
) => ReturnType<Handlers['publishing']['act' | 'overrideEmbargo']>

const CALLS: Readonly<Record<string, Call>> = {
  ...Object.fromEntries(
    DESK_VERBS.map((verb): [string, Call] => [
      verb,
      (publishing, articleId, why) => publishing.act({ articleId, verb, why }, NO_WINDOW),
    ]),
  ),
  hold: (publishing, articleId, why) => publishing.setHold({ articleId, isOn: true, why }, NO_WINDOW),
  release: (publishing, articleId, why) => publishing.setHold({ articleId, isOn: false, why }, NO_WINDOW),
  'require-legal': (publishing, articleId, why) =>
    publishing.setLegal({ articleId, legal: 'required', why }, NO_WINDOW),
  'clear-legal': (publishing, articleId, why) =>
    publishing.setLegal({ articleId, legal: 'cleared', why }, NO_WINDOW),
  'drop-legal': (publishing, articleId, why) =>
    publishing.setLegal({ articleId, legal: 'not-needed', why }, NO_WINDOW),
  'override-embargo': (publishing, articleId, why) =>
    publishing.overrideEmbargo({ articleId, why }, NO_WINDOW),
}

export const act: Command = {
  name: 'act',
  usage: 'ID VERB [--why REASON]',
  summary: `Decide about an article: ${Object.keys(CALLS).join(', ')}.`,
  takes: [2, 2],
  flags: {},
  values: { why: 'the reason; needed to return, kill, hold, drop-legal and override-embargo' },
  run: (context) => {
    const [given = '', verb = ''] = context.arguments
    const call = CALLS[verb]
    if (call === undefined)
      return Promise.resolve(err(misused(`“${verb}” is not a verb: ${Object.keys(CALLS).join(', ')}.`)))
    const why = reasonSchema.safeParse(context.values.get('why') ?? '')
    if (!why.success)
      return Promise.resolve(err(misused(`A reason has at most ${MAX_LINE_CHARS} characters.`)))
    return withLibrary(context, { access: 'write' }, async ({ store, core }) => {
      const id = findArticle(store, given)
      if (!id.ok) return id
      const acted = await call(core.handlers.publishing, id.value, why.data)
      if (!acted.ok) return err(failed(acted.error))
      return ok({ text: standing(acted.value), json: { id: id.value, ...acted.value.state } })
    })
  },
}

function standing({ state }: OutputOf<'publishing', 'state'>): string {
  const hold = state.hold === null ? '' : ', on hold'
  return `${state.status}, legal ${state.legal.state}${hold}`
}
