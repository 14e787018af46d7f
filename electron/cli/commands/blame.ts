import { inlineText } from '#shared/article/plain-text.ts'
import type { Article } from '#shared/article/article.ts'
import {
  type Attribution,
  type AttributedRun,
  type Authorship,
  nodeAt,
} from '#shared/revision/attribution.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { Command } from '../cli-context.ts'
import { failed, misused } from '../exit-code.ts'
import { findArticle } from '../find-by-prefix.ts'
import { authorshipJson } from '../json-shapes.ts'
import { NO_WINDOW, withLibrary } from '../open-cli-library.ts'
import { printable, shortTime, tableText } from '../table-text.ts'

const FORMATS = ['text', 'json']

export const blame: Command = {
  name: 'blame',
  usage: 'ID',
  summary: 'Show who wrote each run of an article, and when.',
  takes: [1, 1],
  flags: {},
  values: { to: 'text (as usual) or json' },
  async run(context) {
    const to = context.values.get('to') ?? 'text'
    if (!FORMATS.includes(to)) return err(misused('--to is text or json.'))
    return withLibrary(context, { access: 'read' }, async ({ store, core }) => {
      const id = findArticle(store, context.arguments[0] ?? '')
      if (!id.ok) return id
      const read = core.articleOf(id.value)
      if (!read.ok) return err(failed(read.error))
      const request = { articleId: id.value, deletedSince: null }
      const interrupted = () => void core.handlers.review.cancel({}, NO_WINDOW)
      context.io.signal.addEventListener('abort', interrupted)
      const found = await core.handlers.review.attribution(request, NO_WINDOW)
      context.io.signal.removeEventListener('abort', interrupted)
      if (!found.ok) return err(failed(found.error))
      const texts = textsOf(read.value.article, found.value)
      const json = {
        id: id.value,
        texts: texts.map(({ runs, ...text }) => ({
          ...text,
          runs: runs.map(({ words, run }) => ({ words, ...authorshipJson(run) })),
        })),
        fields: Object.fromEntries(
          Object.entries(found.value.fields).map(([key, who]) => [key, authorshipJson(who)]),
        ),
      }
      const zone = context.common.zone ?? context.io.clock.zone()
      return ok({ text: to === 'json' ? JSON.stringify(json, null, 2) : tableOf(texts, zone), json })
    })
  },
}

interface BlamedText {
  readonly type: string
  readonly path: readonly number[]
  readonly blockId: string | null
  readonly runs: readonly { readonly words: string; readonly run: AttributedRun }[]
}

function textsOf({ content }: Article, { texts }: Attribution): BlamedText[] {
  return texts.map(({ path, blockId, runs }) => {
    const node = nodeAt(content, path)
    if (node === null) throw new Error('attribution and article are of the same log')
    const text = inlineText(node)
    return {
      type: node.type,
      path,
      blockId,
      runs: runs.map((run) => ({ words: text.slice(run.from, run.to), run })),
    }
  })
}

/** A line for each run; what kind of text it is in stands at its first. */
const tableOf = (texts: readonly BlamedText[], zone: string): string =>
  tableText(
    texts.flatMap(({ type, runs }) =>
      runs.map(({ words, run }, index) => [
        index === 0 ? type : '',
        shortTime(run.at, zone),
        printable(whoWords(run)),
        printable(words),
      ]),
    ),
  )

function whoWords({ author, origin, returned }: Authorship): string {
  const name = author === '' ? '(no name)' : author
  const who = origin === 'import' ? `imported by ${name}` : name
  if (returned === null) return who
  const how = returned.how === 'restore' ? 'restored by' : 'brought back by'
  return `${who}, ${how} ${returned.by === '' ? '(no name)' : returned.by}`
}
