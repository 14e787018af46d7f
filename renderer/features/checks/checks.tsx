// What is to be mended before the article goes out: errors, warnings and notes, each one press from its cause.
import { useState } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Finding, Level } from '#shared/workflow/checks/finding.ts'
import { shortcutOf } from '../../app/shortcut-of.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { counted } from '../../copy/number-words.ts'
import { useStoryAccess } from '../../editor/index.ts'
import { useDialogs } from '../../state/dialogs.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useChecks } from './checks-store.ts'
import styles from './checks.module.css'
import { FindingRow } from './finding-row.tsx'
import { goToFinding, storyPlaceOf } from './go-to-finding.ts'
import { WaiveDialog } from './waive-dialog.tsx'
import { WaivedList } from './waived-list.tsx'

interface Group {
  readonly level: Level
  readonly one: string
  readonly says: string
}
const GROUPS: readonly Group[] = [
  { level: 'ERROR', one: 'error', says: 'These keep the article from being published.' },
  { level: 'WARN', one: 'warning', says: '' },
  { level: 'INFO', one: 'note', says: '' },
]

export function Checks({ articleId, canWrite }: { articleId: ArticleId; canWrite: boolean }) {
  const results = useChecks((state) => state.results)
  const context = useLiveQuery('checks', 'context', { articleId }, canWrite)
  if (!canWrite)
    return (
      <EmptyState title="Not checked">
        This article can only be read here, so there is nothing to mend. “stet check” checks it all the same.
      </EmptyState>
    )
  // House terms that cannot be read, a library that is gone: without them a check would pass in silence.
  if (context.kind === 'failed') return <FailedState outcome={context.outcome} onRetry={context.retry} />
  if (results === null) return null
  return (
    <div className={styles.checks}>
      {results.open.length === 0 ? (
        <NothingToMend />
      ) : (
        <OpenFindings articleId={articleId} open={results.open} />
      )}
      <Waived articleId={articleId} />
      <div className={styles.foot}>
        <Button weight="quiet" onPress={() => useDialogs.getState().open({ kind: 'settings', tab: 'house' })}>
          House style…
        </Button>
      </div>
    </div>
  )
}

const NothingToMend = () => (
  <EmptyState title="Nothing to mend">
    Headline, byline, section, pictures, links, quotes, names, dates and house style: every check passes.
  </EmptyState>
)

function OpenFindings({ articleId, open }: { articleId: ArticleId; open: readonly Finding[] }) {
  const story = useStoryAccess()
  const at = useChecks((state) => state.at)
  const [waiving, setWaiving] = useState<Finding | null>(null)
  const mend = (finding: Finding) => {
    const place = storyPlaceOf(finding.place)
    if (finding.fix === undefined || place?.words === undefined) return
    const { from, to, text } = finding.fix
    story?.replace({ ...place, words: { from, to } }, text)
  }
  return (
    <>
      <p className={styles.keys}>{keyWords()}</p>
      {GROUPS.map(({ level, one, says }) => {
        const findings = open.filter((finding) => finding.level === level)
        if (findings.length === 0) return null
        return (
          <section key={level} aria-labelledby={`checks-${level}`}>
            <h2 id={`checks-${level}`} className={styles.title}>
              {counted(findings.length, one)}
            </h2>
            {says === '' ? null : <p className={styles.says}>{says}</p>}
            <ul>
              {findings.map((finding) => (
                <FindingRow
                  key={finding.id}
                  finding={finding}
                  isCurrent={finding.id === at}
                  onGo={() => goToFinding(story, finding)}
                  onFix={() => mend(finding)}
                  onWaive={() => setWaiving(finding)}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {waiving === null ? null : (
        <WaiveDialog articleId={articleId} finding={waiving} onClose={() => setWaiving(null)} />
      )}
    </>
  )
}

function Waived({ articleId }: { articleId: ArticleId }) {
  const story = useStoryAccess()
  const waived = useChecks((state) => state.results?.waived)
  if (waived === undefined || waived.length === 0) return null
  return (
    <WaivedList articleId={articleId} waived={waived} onGo={({ finding }) => goToFinding(story, finding)} />
  )
}

function keyWords(): string {
  const next = shortcutOf('check.next')
  return next === null ? '' : `${next} goes from one to the next.`
}
