// The same look without a replica: revisions, and drafts that may not be edited.
import type { NodeJson } from '#shared/article/article.ts'
import { readOnlyContent } from './read-only-node.tsx'
import './galley.css'

export function ReadOnlyArticle({
  content,
  language,
  label = 'Article, read-only',
}: {
  readonly content: NodeJson
  readonly language?: string
  readonly label?: string
}) {
  return (
    <div className="editor-scroll">
      <div className="galley">
        <article
          className="galley-text is-read-only"
          aria-label={label}
          lang={language}
          dir="auto"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
          tabIndex={0}
        >
          {readOnlyContent(content)}
        </article>
      </div>
    </div>
  )
}
