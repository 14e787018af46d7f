import { bylineText } from '#shared/article/byline.ts'
import { datelineText } from '#shared/article/dateline.ts'
import { stampWords } from '#shared/article/format-stamp.ts'
import { bodyText, headText } from '#shared/article/plain-text.ts'
import type { Article } from '#shared/article/article.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import type { ArticleSummary } from '#shared/library/article-summary.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { Command } from '../cli-context.ts'
import { failed } from '../exit-code.ts'
import { findArticle } from '../find-by-prefix.ts'
import { stampsJson, summaryJson } from '../json-shapes.ts'
import { withLibrary } from '../open-cli-library.ts'
import { printable, shortTime } from '../table-text.ts'

export const show: Command = {
  name: 'show',
  usage: 'ID',
  summary: 'Show an article: its fields and its text.',
  takes: [1, 1],
  flags: {},
  values: {},
  run: (context) =>
    withLibrary(context, { access: 'read' }, ({ store, core }) => {
      const id = findArticle(store, context.arguments[0] ?? '')
      if (!id.ok) return id
      const summary = store.articles.get(id.value)
      if (!summary.ok) return err(failed(summary.error))
      const stamps = store.workflow.stamps(id.value)
      if (!stamps.ok) return err(failed(stamps.error))
      const read = core.articleOf(id.value)
      if (!read.ok) return err(failed(read.error))
      const { article } = read.value
      const zone = context.common.zone ?? context.io.clock.zone()
      return ok({
        text: articleText(summary.value, article, stamps.value, zone),
        json: { ...summaryJson(summary.value), stamps: stampsJson(stamps.value), article },
      })
    }),
}

function articleText(summary: ArticleSummary, article: Article, stamps: Stamps, zone: string): string {
  const { content, meta } = article
  const fields: [string, string][] = [
    ['id', summary.id],
    ['status', summary.status],
    ['words', String(summary.words)],
    [
      'saved',
      `${shortTime(summary.savedAt, zone)} (${zone})${summary.savedBy === '' ? '' : ` by ${summary.savedBy}`}`,
    ],
    ['section', meta.section],
    ['kicker', headText(content, 'kicker')],
    ['headline', headText(content, 'headline')],
    ['standfirst', headText(content, 'standfirst')],
    ['byline', bylineText(meta)],
    ['dateline', datelineText(meta)],
    ['published', stamps.published === null ? '' : stampWords(stamps.published, stamps.published.zone)],
    ['updated', stamps.updated === null ? '' : stampWords(stamps.updated, stamps.updated.zone)],
    ['problem', summary.problem ?? ''],
  ]
  const lines = fields
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => `${`${name}:`.padEnd(12)}${printable(value)}`)
  const body = bodyText(content, { withStash: true }).split('\n').map(printable).join('\n').trim()
  return `${lines.join('\n')}\n\n${body}`.trimEnd()
}
