// The article in the galley, its toolbar and its status line: the part of the window that needs the editor's code.
import { ArticleEditor, EditorToolbar, ReadOnlyArticle } from '../editor/index.ts'
import { useSettings } from '../bridge/settings-context.tsx'
import { READ_ONLY_WORDS } from '../copy/read-only-words.ts'
import { RevisionReader } from '../features/history/revision-reader.tsx'
import { StatusLine } from '../features/status/status-line.tsx'
import type { OpenDraft } from '../state/draft-session.ts'
import { useOpenArticle } from '../state/open-article.ts'
import { Notice } from '../ui/notice.tsx'
import styles from './galley-pane.module.css'

export { RevisionReader }

type Open = Extract<OpenDraft, { kind: 'open' }>

export function GalleyArticle({ draft }: { draft: Open }) {
  const { settings } = useSettings()
  const reading = useOpenArticle((state) => state.reading)
  const { replica } = draft
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

export function GalleyToolbar({ draft }: { draft: Open }) {
  const isReading = useOpenArticle((state) => state.reading !== null)
  return isReading || draft.replica.access.mode === 'read-only' ? null : <EditorToolbar />
}

export function GalleyStatus({ draft }: { draft: Open }) {
  return <StatusLine replica={draft.replica} />
}
