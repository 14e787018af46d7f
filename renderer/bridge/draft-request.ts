// Asks main for a draft. Apart from the replica that is built of the answer, so that the answer is under way while the editor's
// code is being loaded.
import type { ArticleId } from '#shared/article/ids.ts'
import type { DesktopApi, PayloadOf } from '#shared/ipc/desktop-api.ts'

type Changed = PayloadOf<'drafts', 'changed'>

export interface DraftRequest {
  readonly answer: ReturnType<DesktopApi['drafts']['open']>
  /** What was committed elsewhere since the request, then whatever is: to one listener. */
  follow(listener: (payload: Changed) => void): void
  stop(): void
}

export function requestDraft(articleId: ArticleId, desktop: Pick<DesktopApi, 'drafts'>): DraftRequest {
  const early: Changed[] = []
  let receive = (payload: Changed): void => void early.push(payload)
  // Subscribed before opening, so that nothing committed in between is missed; applying an update twice is harmless.
  const stop = desktop.drafts.onChanged((payload) => {
    if (payload.articleId === articleId) receive(payload)
  })
  return {
    answer: desktop.drafts.open({ articleId }),
    follow(listener) {
      receive = listener
      for (const payload of early.splice(0)) listener(payload)
    },
    stop,
  }
}
