// The text of a comparison in one of its views, with the current change in sight and its ticks beside the scroll bar.
import { type MouseEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import type { Article } from '#shared/article/article.ts'
import type { Change, MergedDiff, Side } from '#shared/revision/diff/revision-diff.ts'
import { useReview } from '../../state/review.ts'
import { useComparison } from './comparison.ts'
import type { Drawing } from './drawing.ts'
import { filteredChanges, hiddenGroups } from './filtered-changes.ts'
import { InPlace } from './in-place.tsx'
import { OverviewTicks } from './overview-ticks.tsx'
import { markCurrent, reveal } from './reveal-change.ts'
import styles from './review.module.css'
import { SideBySide } from './side-by-side.tsx'
import { SourceView } from './source-view.tsx'

export function ComparedArticle({
  diff,
  before,
  after,
  titles,
  zoom,
}: {
  diff: MergedDiff
  before: Article
  after: Article
  titles: Readonly<Record<Side, string>>
  zoom: number
}) {
  const { view, stage, hidesFormatting, hidesPunctuation } = useReview()
  const { currentId, visit, goTo } = useComparison()
  const scroller = useRef<HTMLDivElement>(null)
  const drawings = useDrawings(diff.changes)
  const hidden = hiddenGroups({ hidesFormatting, hidesPunctuation })
  const shown = useMemo(
    () => filteredChanges(diff.changes, { hidesFormatting, hidesPunctuation }),
    [diff, hidesFormatting, hidesPunctuation],
  )

  useEffect(() => {
    if (scroller.current !== null) markCurrent(scroller.current, currentId)
  }, [currentId, diff, view, stage])
  // Another view shows the same change; a draft that goes on must not move the page under its reader.
  useEffect(() => {
    if (scroller.current !== null && currentId !== null) return reveal(scroller.current, currentId, visit.end)
    // oxlint-disable-next-line react/exhaustive-deps -- a visit is what scrolls, not a new comparison
  }, [visit, view, stage])

  const onClick = useCallback(
    (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.target.closest('button')) return
      const id = event.target.closest<HTMLElement>('[data-change]')?.dataset.change?.split(' ')[0]
      if (id !== undefined) goTo(id)
    },
    [goTo],
  )
  const language = after.meta.language
  return (
    <div className={styles.compared} data-hidden={hidden.join(' ')}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- F7 and the list do the same by keyboard */}
      <div
        className="editor"
        onClick={onClick}
        style={{ '--galley-zoom': zoom / 100 } as React.CSSProperties}
      >
        <div className="editor-scroll" ref={scroller}>
          {view === 'in-place' ? (
            <InPlace diff={diff} stage={stage} drawing={drawings.both} language={language} />
          ) : view === 'side-by-side' ? (
            <SideBySide diff={diff} drawings={drawings} titles={titles} language={language} />
          ) : (
            <SourceView diff={diff} before={before} after={after} />
          )}
        </div>
      </div>
      <OverviewTicks scroller={scroller} changes={shown} layout={`${view} ${stage} ${zoom}`} />
    </div>
  )
}

function useDrawings(changes: readonly Change[]): Readonly<Record<Side | 'both', Drawing>> {
  const goTo = useComparison((store) => store.goTo)
  return useMemo(() => {
    const byId = new Map(changes.map((change) => [change.id, change]))
    const common = { changeOf: (id: string) => byId.get(id), jump: goTo }
    return {
      both: { ...common, shows: 'both' },
      before: { ...common, shows: 'before' },
      after: { ...common, shows: 'after' },
    }
  }, [changes, goTo])
}
