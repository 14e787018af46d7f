import { blankArticle } from '#shared/article/blank-article.ts'
import { answer, CLI_CALLER, type CommandInfo, orRefuse } from '../command.ts'

export const newCommand: CommandInfo = {
  name: 'new',
  usage: 'stet new [--headline TEXT] [--section NAME]',
  summary: 'Begins an article and prints its id.',
  run: (call) =>
    call.library(async ({ core, author }) => {
      const { headline, section } = call.options
      const say = (id: string) => answer(call, { id }, () => id)
      if (headline === undefined && section === undefined)
        return orRefuse(
          call,
          await core.handlers.library.create({ from: 'blank' }, CLI_CALLER),
          ({ articleId }) => say(articleId),
        )
      const blank = blankArticle({ language: 'en-GB', section: section ?? '', personName: author() })
      const content = (blank.content.content ?? []).map((node) =>
        node.type === 'headline' && headline
          ? { ...node, content: [{ type: 'text', text: headline }] }
          : node,
      )
      return orRefuse(call, core.createArticle({ ...blank, content: { ...blank.content, content } }), say)
    }),
}
