// What the window shows first: the article it was opened on, or the one it showed before its page died; main knows. Then it keeps
// main told.
import { useEffect, useState } from 'react'
import type { DesktopApi, OutputOf } from '#shared/ipc/desktop-api.ts'
import { useDesktop } from '../bridge/desktop-context.tsx'
import { useLiveValue } from '../bridge/use-live-query.ts'
import { UNTITLED } from '../copy/status-words.ts'
import { useLibraryState } from '../state/library-state.ts'
import { useOpenArticle } from '../state/open-article.ts'
import { reportOutcome } from '../state/report-outcome.ts'
import { useShowArticle } from '../state/use-show-article.ts'

/** What main says of this window, asked for before anything was drawn. */
export type WindowInfo = ReturnType<DesktopApi['app']['info']>

/** True once the first article, if there is one, has been asked for. */
export function useStart(asked: WindowInfo): boolean {
  const desktop = useDesktop()
  const showArticle = useShowArticle()
  const [hasStarted, setStarted] = useState(false)
  useEffect(() => {
    void asked.then(async (info) => {
      if (!info.ok) reportOutcome(info.error)
      else if (info.value.isReadOnly) useLibraryState.getState().set({ state: 'read-only', detail: '' })
      // Main is asked and nobody else: after a page that died again and again it leaves the article out (E7).
      const first = info.ok ? info.value.articleId : null
      if (first !== null) await showArticle(first)
      setStarted(true)
    })
    return desktop.app.onLibraryState((fact) => useLibraryState.getState().set(fact))
  }, [asked, desktop, showArticle])
  useTitle(hasStarted)
  return hasStarted
}

const headlineOf = ({ summary: { id, headline } }: OutputOf<'library', 'get'>) => ({ id, headline })

/** The window's title is the headline; main also needs to know which article a window shows. */
function useTitle(hasStarted: boolean): void {
  const desktop = useDesktop()
  const articleId = useOpenArticle((state) => state.articleId)
  const known = useLiveValue('library', 'get', { articleId: articleId ?? '' }, headlineOf, articleId !== null)
  const headline = known?.id === articleId ? known.headline : null
  useEffect(() => {
    if (!hasStarted) return // what main knows is still to be shown
    const title = articleId === null ? 'Stet' : headline === null || headline === '' ? UNTITLED : headline
    document.title = articleId === null ? 'Stet' : `${title} – Stet`
    // Titles are lines: what is longer is cut by the contract.
    void desktop.app.showing({ articleId, title: title.slice(0, 200) })
  }, [desktop, hasStarted, articleId, headline])
}
