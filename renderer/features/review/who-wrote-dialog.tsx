// Who wrote the selected words, run by run, as the log tells it.
import { useEffect, useState } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import type { TextStretch } from '#shared/article/text-stretch.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, type Result } from '#shared/ipc/result.ts'
import { type Attribution, whoWrote } from '#shared/revision/attribution.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { FailedState } from '../../copy/failed-state.tsx'
import { useDraftSession } from '../../state/draft-session-context.tsx'
import { useNow } from '../../state/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { runWords } from './run-words.ts'
import styles from './who-wrote.module.css'

export function WhoWroteDialog({
  articleId,
  stretches,
  onClose,
}: {
  articleId: ArticleId
  stretches: readonly TextStretch[]
  onClose: () => void
}) {
  const answer = useAttribution(articleId)
  return (
    <Dialog title="Who wrote this" isText onClose={onClose} footer={<Button onPress={onClose}>Close</Button>}>
      {answer === null ? (
        <ProgressBar label="Reading the history…" done={0} total={0} />
      ) : answer.ok ? (
        <Runs attribution={answer.value} stretches={stretches} />
      ) : (
        <FailedState outcome={answer.error} />
      )}
    </Dialog>
  )
}

function useAttribution(articleId: ArticleId): Result<Attribution, Outcome> | null {
  const desktop = useDesktop()
  const session = useDraftSession()
  const [answer, setAnswer] = useState<Result<Attribution, Outcome> | null>(null)
  useEffect(() => {
    let isWanted = true
    const ask = async () => {
      const unsaved = await session.save() // the log is asked, and knows what is saved
      const found =
        unsaved === null ? await desktop.review.attribution({ articleId, deletedSince: null }) : err(unsaved)
      if (isWanted) setAnswer(found)
    }
    void ask()
    return () => {
      isWanted = false
      void desktop.review.cancel({})
    }
  }, [desktop, session, articleId])
  return answer
}

function Runs({ attribution, stretches }: { attribution: Attribution; stretches: readonly TextStretch[] }) {
  const now = useNow()
  const runs = stretches.flatMap(({ path, from, to, text }) =>
    whoWrote(attribution, path, from, to).map((run) => ({
      run,
      text: text.slice(Math.max(0, run.from - from), Math.min(to, run.to) - from),
    })),
  )
  if (runs.length === 0)
    return (
      <EmptyState title="No words here">Select some words, or put the caret into a paragraph.</EmptyState>
    )
  return (
    <ol className={styles.runs}>
      {runs.map(({ run, text }, index) => (
        <li key={index} className={styles.run}>
          <p className={styles.words} dir="auto">
            {text}
          </p>
          {runWords(run, now).map((line) => (
            <p key={line} className={styles.who}>
              {line}
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}
