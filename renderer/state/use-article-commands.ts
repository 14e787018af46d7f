// What can be done to an article from a menu, a row or a button. Failures are told; the lists follow by event.
import { useMemo } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Verb } from '#shared/workflow/status.ts'
import { useDesktop } from '../bridge/desktop-context.tsx'
import { VERB_DONE } from '../copy/status-words.ts'
import { reportOutcome } from './report-outcome.ts'
import { useToasts } from './toasts.ts'
import { useShowArticle } from './use-show-article.ts'

export interface ArticleCommands {
  create(from: 'blank' | 'sample'): void
  duplicate(articleId: ArticleId): void
  act(articleId: ArticleId, verb: Verb): void
  openWindow(articleId: ArticleId): void
}

export function useArticleCommands(): ArticleCommands {
  const desktop = useDesktop()
  const showArticle = useShowArticle()
  return useMemo(() => {
    const create: ArticleCommands['create'] = (from) =>
      void desktop.library.create({ from }).then((answer) => {
        if (answer.ok) void showArticle(answer.value.articleId, from === 'blank' ? 'headline' : 'text')
        else reportOutcome(answer.error, () => create(from))
      })
    const duplicate: ArticleCommands['duplicate'] = (articleId) =>
      void desktop.library.duplicate({ articleId }).then((answer) => {
        if (answer.ok) void showArticle(answer.value.articleId)
        else reportOutcome(answer.error, () => duplicate(articleId))
      })
    const act: ArticleCommands['act'] = (articleId, verb) =>
      void desktop.library.act({ articleId, verb }).then((answer) => {
        if (!answer.ok) return reportOutcome(answer.error, () => act(articleId, verb))
        const title = VERB_DONE[verb]
        useToasts.getState().show({
          tone: 'success',
          title,
          ...(verb === 'spike'
            ? {
                action: { label: 'Un-spike', run: () => act(articleId, 'revive') },
                text: 'Nothing is deleted.',
              }
            : {}),
        })
      })
    const openWindow: ArticleCommands['openWindow'] = (articleId) =>
      void desktop.app.openWindow({ articleId }).then((answer) => {
        if (!answer.ok) reportOutcome(answer.error)
      })
    return { create, duplicate, act, openWindow }
  }, [desktop, showArticle])
}
