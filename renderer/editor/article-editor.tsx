// The galley: the article written in place. Read-only drafts get the same look without a replica behind it.
import { EditorContent } from '@tiptap/react'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Settings } from '#shared/settings/settings.ts'
import { recallPlace, rememberPlace } from './caret-memory.ts'
import type { DraftReplica } from './draft-replica.ts'
import { followStats } from './editor-stats.ts'
import { FEATURES } from './editor-extensions.ts'
import { mountEditor } from './mounted-editor.ts'
import { ReadOnlyArticle } from './read-only-article.tsx'
import { focusToolbar } from './toolbar/focus-toolbar.ts'
import { useArticleEditor } from './use-article-editor.ts'
import { useEditorActions } from './use-editor-actions.ts'
import './prosemirror.css'
import './galley.css'

interface Props {
  readonly replica: DraftReplica
  readonly settings: Settings
}

export function ArticleEditor({ replica, settings }: Props) {
  return replica.access.mode === 'write' ? (
    <WritableArticle key={replica.articleId} replica={replica} settings={settings} />
  ) : (
    <ReadOnlyArticle content={replica.access.content} />
  )
}

function WritableArticle({ replica, settings }: Props) {
  const { editor, context, actions } = useArticleEditor(replica, settings)
  const scroller = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const { articleId } = replica
    const place = recallPlace(articleId, editor.state)
    if (place !== null) editor.view.dispatch(place.tr)
    const frame = scroller.current
    if (frame !== null && place !== null) frame.scrollTop = place.scrollTop
    let scrollTop = place?.scrollTop ?? 0
    const follow = () => {
      scrollTop = frame?.scrollTop ?? 0
    }
    frame?.addEventListener('scroll', follow, { passive: true })
    return () => {
      frame?.removeEventListener('scroll', follow)
      rememberPlace(articleId, editor.state, scrollTop)
    }
  }, [editor, replica])

  useEffect(() => mountEditor({ editor, actions }), [editor, actions])
  useEffect(() => followStats(editor), [editor])

  const more = useMemo(
    () => ({
      'go.galley': { run: () => editor.view.focus() },
      'go.toolbar': { run: focusToolbar },
    }),
    [editor],
  )
  useEditorActions(editor, actions, more)

  return (
    <div className="editor" style={{ '--galley-zoom': settings.zoom / 100 } as React.CSSProperties}>
      <div className="editor-scroll" ref={scroller}>
        <EditorContent editor={editor} className="galley" />
      </div>
      {FEATURES.map(({ name, Surface }) =>
        Surface === undefined ? null : <Surface key={name} editor={editor} context={context} />,
      )}
    </div>
  )
}
