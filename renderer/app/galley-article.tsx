// The article in the galley, its toolbar and its status line: the part of the window that needs the editor's code.
import { lazy, Suspense, useEffect } from 'react'
import { ArticleEditor, editorHandle, EditorToolbar, ReadOnlyArticle } from '../editor/index.ts'
import { useSettings } from '../bridge/settings-context.tsx'
import { READ_ONLY_WORDS } from '../copy/read-only-words.ts'
import { RevisionReader } from '../features/history/revision-reader.tsx'
import { useWhoWrote } from '../features/review/use-who-wrote.ts'
import { StatusLine } from '../features/status/status-line.tsx'
import type { OpenDraft } from '../state/draft-session.ts'
import { useOpenArticle } from '../state/open-article.ts'
import { Notice } from '../ui/notice.tsx'
import { AfterGalley } from './after-galley.tsx'
import styles from './galley-pane.module.css'

export { RevisionReader }

// Comparing comes after reading: an article opens without it.
const ReviewScreen = lazy(async () => ({
  default: (await import('../features/review/review-screen.tsx')).ReviewScreen,
}))

const ChecksStatus = lazy(async () => ({
  default: (await import('../features/checks/checks-status.tsx')).ChecksStatus,
}))

type Open = Extract<OpenDraft, { kind: 'open' }>

export function GalleyArticle({ draft }: { draft: Open }) {
  const { settings } = useSettings()
  const reading = useOpenArticle((state) => state.reading)
  const comparing = useOpenArticle((state) => state.comparing)
  const { replica } = draft
  useWhoWrote(draft.articleId)
  useArrival(reading === null && comparing === null && replica.access.mode === 'write')
  if (comparing !== null)
    return <ReviewScreen articleId={draft.articleId} replica={replica} comparison={comparing} />
  if (reading !== null)
    return <RevisionReader revision={reading} canRestore={replica.access.mode === 'write'} />
  if (replica.access.mode === 'read-only') {
    const words = READ_ONLY_WORDS[replica.access.reason]
    return (
      <div className={styles.article}>
        <Notice title={words.title}>
          {words.sentence} {replica.access.detail === '' ? null : <small>({replica.access.detail})</small>}
        </Notice>
        <div className={styles.page}>
          <ReadOnlyArticle content={replica.access.content} />
        </div>
      </div>
    )
  }
  return (
    <div className={styles.article}>
      <ArticleEditor replica={replica} settings={settings} />
    </div>
  )
}

/** The headline's place among the blocks of a blank article, behind the kicker. */
const HEADLINE_BLOCK = 1

/** Puts focus where whoever opened the article wanted it, once there is something to focus. */
function useArrival(canWrite: boolean): void {
  const { arrival, arrive } = useOpenArticle()
  useEffect(() => {
    if (arrival === 'stay' || !canWrite) return
    arrive()
    // The editor has mounted by now; a menu or a dialog that was used gives focus back first.
    requestAnimationFrame(() => {
      if (arrival === 'headline') editorHandle()?.revealBlock(HEADLINE_BLOCK)
      else editorHandle()?.focus()
    })
  }, [arrival, arrive, canWrite])
}

export function GalleyToolbar({ draft }: { draft: Open }) {
  const isReading = useOpenArticle((state) => state.reading !== null || state.comparing !== null)
  return isReading || draft.replica.access.mode === 'read-only' ? null : <EditorToolbar />
}

export function GalleyStatus({ draft }: { draft: Open }) {
  return (
    <StatusLine replica={draft.replica}>
      {draft.replica.access.mode === 'write' ? (
        <AfterGalley key={draft.articleId}>
          <Suspense fallback={null}>
            <ChecksStatus articleId={draft.articleId} meta={draft.meta} />
          </Suspense>
        </AfterGalley>
      ) : null}
    </StatusLine>
  )
}
