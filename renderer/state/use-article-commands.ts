// What can be done to an article from a menu, a row or a button. Failures are told; the lists follow by event.
import { useMemo } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import { needsReason } from '#shared/workflow/desk-event.ts'
import type { DeskVerb } from '#shared/workflow/status.ts'
import { useDesktop } from '../bridge/desktop-context.tsx'
import { ACT_WORDS } from '../copy/act-words.ts'
import { useDialogs } from './dialogs.ts'
import { useDraftSession } from './draft-session-context.tsx'
import { reportOutcome } from './report-outcome.ts'
import { useToasts } from './toasts.ts'
import { useShowArticle } from './use-show-article.ts'

export interface ArticleCommands {
  create(from: 'blank' | 'sample'): void
  duplicate(articleId: ArticleId): void
  act(articleId: ArticleId, verb: DeskVerb): void
  openWindow(articleId: ArticleId): void
}

export function useArticleCommands(): ArticleCommands {
  const desktop = useDesktop()
  const session = useDraftSession()
  const showArticle = useShowArticle()
  return useMemo(() => {
    const create: ArticleCommands['create'] = (from) =>
      void desktop.library.create({ from }).then((answer) => {
        if (answer.ok) void showArticle(answer.value.articleId, from === 'blank' ? 'headline' : 'text')
        else reportOutcome(answer.error, () => create(from))
      })
    /** Main works on what the library holds: what was just typed goes there first, or the reason why not is told. */
    const whenSaved = async (retry: () => void, run: () => Promise<void>): Promise<void> => {
      const unsaved = await session.save()
      return unsaved === null ? run() : reportOutcome(unsaved, retry)
    }
    const duplicate: ArticleCommands['duplicate'] = (articleId) => {
      const again = () => duplicate(articleId)
      void whenSaved(again, async () => {
        const answer = await desktop.library.duplicate({ articleId })
        if (answer.ok) void showArticle(answer.value.articleId)
        else reportOutcome(answer.error, again)
      })
    }
    const act: ArticleCommands['act'] = (articleId, verb) => {
      if (needsReason(verb)) return useDialogs.getState().open({ kind: 'reason', articleId, act: verb })
      const again = () => act(articleId, verb)
      void whenSaved(again, async () => {
        const answer = await desktop.library.act({ articleId, verb })
        if (!answer.ok) return reportOutcome(answer.error, again)
        const title = ACT_WORDS[verb].done
        useToasts.getState().show({
          tone: 'success',
          title,
          ...(verb === 'spike'
            ? {
                action: { label: 'Revive', run: () => act(articleId, 'revive') },
                text: 'Nothing is deleted.',
              }
            : {}),
        })
      })
    }
    const openWindow: ArticleCommands['openWindow'] = (articleId) =>
      void desktop.app.openWindow({ articleId }).then((answer) => {
        if (!answer.ok) reportOutcome(answer.error)
      })
    return { create, duplicate, act, openWindow }
  }, [desktop, session, showArticle])
}
