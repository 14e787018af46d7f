// What the window shows first: the article it was opened on, or the one it showed before a reload. Then it keeps main told.
import { useEffect, useState } from 'react'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import { useDesktop } from '../bridge/desktop-context.tsx'
import { useLiveValue } from '../bridge/use-live-query.ts'
import { UNTITLED } from '../copy/status-words.ts'
import { useLibraryState } from '../state/library-state.ts'
import { lastOpenArticle, useOpenArticle } from '../state/open-article.ts'
import { reportOutcome } from '../state/report-outcome.ts'
import { useShowArticle } from '../state/use-show-article.ts'

/** True once the first article, if there is one, has been asked for. */
export function useStart(): boolean {
  const desktop = useDesktop()
  const showArticle = useShowArticle()
  const [hasStarted, setStarted] = useState(false)
  useEffect(() => {
    void desktop.app.info({}).then((info) => {
      if (!info.ok) reportOutcome(info.error)
      else if (info.value.isReadOnly) useLibraryState.getState().set({ state: 'read-only', detail: '' })
      const first = lastOpenArticle() ?? (info.ok ? info.value.articleId : null)
      if (first !== null) void showArticle(first)
      setStarted(true)
    })
    return desktop.app.onLibraryState((fact) => useLibraryState.getState().set(fact))
  }, [desktop, showArticle])
  useTitle()
  return hasStarted
}

const headlineOf = ({ summary: { id, headline } }: OutputOf<'library', 'get'>) => ({ id, headline })

/** The window's title is the headline; main also needs to know which article a window shows. */
function useTitle(): void {
  const desktop = useDesktop()
  const articleId = useOpenArticle((state) => state.articleId)
  const known = useLiveValue('library', 'get', { articleId: articleId ?? '' }, headlineOf, articleId !== null)
  const headline = known?.id === articleId ? known.headline : null
  useEffect(() => {
    const title = articleId === null ? 'Stet' : headline === null || headline === '' ? UNTITLED : headline
    document.title = articleId === null ? 'Stet' : `${title} – Stet`
    // Titles are lines: what is longer is cut by the contract.
    void desktop.app.showing({ articleId, title: title.slice(0, 200) })
  }, [desktop, articleId, headline])
}
