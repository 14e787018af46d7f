import { stampDatetime, stampWords } from '#shared/article/format-stamp.ts'
import { bodyText, headText } from '#shared/article/plain-text.ts'
import { answer, type CommandInfo, orRefuse } from '../command.ts'
import { withArticle } from '../find-by-prefix.ts'
import { rowJson } from './list-command.ts'

export const showCommand: CommandInfo = {
  name: 'show',
  usage: 'stet show ID',
  summary: 'Shows an article with its fields; --json gives everything, private parts included.',
  run: (call) =>
    call.library((opened) =>
      withArticle(call, opened, (articleId) =>
        orRefuse(call, opened.store.articles.get(articleId), (row) =>
          orRefuse(call, opened.core.articleOf(articleId), ({ article }) =>
            orRefuse(call, opened.store.workflow.stamps(articleId), (stamps) =>
              orRefuse(call, opened.store.desk.profile(), ({ zone }) => {
                const { content } = article
                const stampJson = {
                  published: stamps.published && stampDatetime(stamps.published, zone),
                  updated: stamps.updated && stampDatetime(stamps.updated, zone),
                }
                const text = bodyText(content, { withStash: true })
                const value = {
                  ...rowJson(row),
                  stamps: stampJson,
                  standfirst: headText(content, 'standfirst'),
                  text,
                  article,
                }
                return answer(call, value, () =>
                  wordsOf([
                    headText(content, 'kicker'),
                    headText(content, 'headline') || 'Untitled',
                    headText(content, 'standfirst'),
                    row.byline,
                    stamps.published && `Published ${stampWords(stamps.published, zone)}`,
                    stamps.updated && `Updated ${stampWords(stamps.updated, zone)}`,
                    `${row.status}, ${row.words} words`,
                    '',
                    text,
                  ]),
                )
              }),
            ),
          ),
        ),
      ),
    ),
}

/** Lines that say something, one under another; the text last, after a blank line. */
function wordsOf(lines: readonly (string | null)[]): string {
  const said = lines.slice(0, -2).filter((line) => line !== null && line !== '')
  return [...said, ...lines.slice(-2)].join('\n').trim()
}
