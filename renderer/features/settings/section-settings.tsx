// The sections writers choose from: one a line, in the order of the newsroom.
import { useState } from 'react'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useToasts } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import styles from './settings.module.css'

/** The ceiling of the stored list. */
const MAX_SECTIONS = 500

export function SectionSettings() {
  const live = useLiveQuery('library', 'sections', {})
  if (live.kind === 'loading') return null
  if (live.kind === 'failed') return <FailedState outcome={live.outcome} onRetry={live.retry} />
  return <SectionForm stored={live.value} />
}

function SectionForm({ stored }: { stored: readonly string[] }) {
  const desktop = useDesktop()
  const refresh = useRefresh()
  const [text, setText] = useState(stored.join('\n'))
  const [isBusy, setBusy] = useState(false)
  const sections = linesOf(text)
  const save = async () => {
    setBusy(true)
    const answer = await desktop.library.saveSections({ sections })
    setBusy(false)
    if (!answer.ok) return reportOutcome(answer.error, () => void save())
    refresh('library')
    useToasts.getState().show({ tone: 'success', title: 'Sections saved' })
  }
  return (
    <div className={styles.form}>
      <TextArea
        label="Sections, one a line"
        rows={10}
        value={text}
        onChange={setText}
        problem={sections.length > MAX_SECTIONS ? `At most ${MAX_SECTIONS} sections can be kept.` : null}
        hint="Taking one away here changes no article: what stands in it stays."
      />
      <div className={styles.foot}>
        <Button
          weight="primary"
          isPending={isBusy}
          isDisabled={sections.length > MAX_SECTIONS}
          onPress={() => void save()}
        >
          Save the sections
        </Button>
      </div>
    </div>
  )
}

/** Trimmed, without empty lines and repeats. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim().slice(0, MAX_LINE_CHARS))
  return [...new Set(lines)].filter((line) => line !== '')
}
