import { blankArticle } from '#shared/article/blank-article.ts'
import { composeArticle, textNodes } from '#shared/import/compose-article.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { Command } from '../cli-context.ts'
import { failed } from '../exit-code.ts'
import { withLibrary } from '../open-cli-library.ts'

export const newArticle: Command = {
  name: 'new',
  usage: '',
  summary: 'Start an article and print its id.',
  takes: [0, 0],
  flags: {},
  values: {
    headline: 'its headline',
    standfirst: 'its standfirst',
    section: 'its section',
    slugline: 'its working name',
  },
  run: (context) =>
    withLibrary(context, { access: 'create' }, ({ core }) => {
      const { values, common, io } = context
      const value = (name: string): string => values.get(name)?.trim() ?? ''
      const { meta } = blankArticle({ language: common.language, personName: io.personName })
      const article = composeArticle({
        headline: textNodes(value('headline')),
        standfirst: textNodes(value('standfirst')),
        content: [],
        meta: { ...meta, section: value('section'), slugline: value('slugline') },
      })
      const created = core.createArticle(article)
      return created.ok
        ? ok({ text: created.value, json: { id: created.value } })
        : err(failed(created.error))
    }),
}
