// Both versions as source, line by line, with everything visible that is usually not.
import { memo, useMemo } from 'react'
import type { Article } from '#shared/article/article.ts'
import type { MergedDiff } from '#shared/revision/diff/revision-diff.ts'
import { type SourceLine, type SourcePart, sourceParts } from './source-diff.ts'
import styles from './source-view.module.css'
import { sourcePieces } from './special-characters.ts'

export function SourceView({ diff, before, after }: { diff: MergedDiff; before: Article; after: Article }) {
  const parts = useMemo(() => sourceParts(diff, before, after), [diff, before, after])
  return (
    <article
      className={styles.source}
      aria-label="Source of both versions"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <h1 className={styles.hidden}>Source of both versions</h1>
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </article>
  )
}

const Part = memo(function Part({ part }: { part: SourcePart }) {
  return (
    <div
      className={styles.part}
      {...(part.changes.length > 0 ? { 'data-change': part.changes.join(' ') } : {})}
    >
      {part.lines.map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </div>
  )
})

const SIGNS = { same: ' ', inserted: '+', deleted: '−' } as const

function Line({ line: { state, text, differs } }: { line: SourceLine }) {
  const Words = state === 'inserted' ? 'ins' : state === 'deleted' ? 'del' : 'span'
  const { from, to } = differs ?? { from: text.length, to: text.length }
  return (
    <div className={styles.line} data-state={state}>
      <span className={styles.sign}>{SIGNS[state]}</span>
      <Words className={styles.words}>
        <Visible text={text.slice(0, from)} />
        {from === to ? null : (
          <strong className={styles.differs}>
            <Visible text={text.slice(from, to)} />
          </strong>
        )}
        <Visible text={text.slice(to)} />
      </Words>
    </div>
  )
}

function Visible({ text }: { text: string }) {
  return sourcePieces(text).map((piece, index) =>
    'text' in piece ? (
      piece.text
    ) : (
      <span key={index} className={styles.special} title={piece.name}>
        <span aria-hidden>{piece.sign}</span>
        <span className={styles.hidden}>{piece.name}</span>
      </span>
    ),
  )
}
