// Import: files are chosen in the system's dialog, progress is shown and can be stopped, and each file gets a receipt.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Receipt } from '#shared/ipc/groups/imports.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { PayloadOf } from '#shared/ipc/desktop-api.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { FailedState } from '../../copy/failed-state.tsx'
import { useShowArticle } from '../../state/use-show-article.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './import-dialog.module.css'
import { ReceiptView } from './receipt-view.tsx'

type Step =
  | {
      readonly kind: 'working'
      readonly progress: PayloadOf<'imports', 'progress'> | null
      readonly isStopping: boolean
    }
  | { readonly kind: 'failed'; readonly outcome: Outcome }
  | { readonly kind: 'done'; readonly receipts: readonly Receipt[] }

const CHOOSING: Step = { kind: 'working', progress: null, isStopping: false }

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const desktop = useDesktop()
  const showArticle = useShowArticle()
  const [step, setStep] = useState<Step>(CHOOSING)
  const hasBegun = useRef(false)

  const begin = useCallback(async () => {
    setStep(CHOOSING)
    const answer = await desktop.imports.pick({})
    if (answer.ok) setStep({ kind: 'done', receipts: answer.value })
    else if (answer.error.type === 'Cancelled') onClose()
    else setStep({ kind: 'failed', outcome: answer.error })
  }, [desktop, onClose])

  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    void begin()
  }, [begin])
  useEffect(
    () =>
      desktop.imports.onProgress((progress) =>
        setStep((now) => (now.kind === 'working' ? { ...now, progress } : now)),
      ),
    [desktop],
  )

  return (
    <Dialog
      title="Import"
      size="wide"
      onClose={() => {
        if (step.kind === 'working') void desktop.imports.cancel({})
        onClose()
      }}
      footer={
        step.kind === 'working' ? (
          <Button
            isPending={step.isStopping}
            onPress={() => {
              setStep({ ...step, isStopping: true })
              void desktop.imports.cancel({})
            }}
          >
            {step.isStopping ? 'Stopping…' : 'Stop'}
          </Button>
        ) : (
          <>
            <Button onPress={() => void begin()}>Import more…</Button>
            <Button weight="primary" onPress={onClose}>
              Done
            </Button>
          </>
        )
      }
    >
      {step.kind === 'working' ? <Working progress={step.progress} /> : null}
      {step.kind === 'failed' ? <FailedState outcome={step.outcome} /> : null}
      {step.kind === 'done' ? (
        <ul className={styles.receipts}>
          {step.receipts.map((receipt, index) => (
            <li key={`${index} ${receipt.fileName}`}>
              <ReceiptView
                receipt={receipt}
                onOpen={(articleId) => {
                  onClose()
                  void showArticle(articleId)
                }}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  )
}

function Working({ progress }: { progress: PayloadOf<'imports', 'progress'> | null }) {
  return progress === null ? (
    <p className={styles.waiting}>
      Choose plain text, Markdown, HTML or Stet JSON. Each file becomes an article of its own; the files
      themselves are not touched.
    </p>
  ) : (
    <ProgressBar label={progress.fileName} done={progress.done} total={progress.total} />
  )
}
