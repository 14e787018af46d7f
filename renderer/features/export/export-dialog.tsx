// The export sheet: what kind of file, for whom, and which of the three clocks it moves.
import { useState } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import type { EXPORT_FORMATS } from '#shared/ipc/groups/exports.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { outcomeWords } from '../../copy/errors.ts'
import { useDraftSession } from '../../state/draft-session-context.tsx'
import { useToasts } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { clockChoices, clockSentence } from './clock-words.ts'
import styles from './export-dialog.module.css'

type Format = (typeof EXPORT_FORMATS)[number]
const FORMATS: readonly { id: Format; label: string }[] = [
  { id: 'html', label: 'Web page (HTML)' },
  { id: 'markdown', label: 'Markdown' },
  { id: 'text', label: 'Plain text' },
  { id: 'json', label: 'Stet JSON' },
]
const PURPOSES = [
  { id: 'readers', label: 'For readers', text: 'The real thing. Its stamps become public.' },
  {
    id: 'proof',
    label: 'A proof',
    text: 'For checking. It moves no stamp and asks search engines to stay away.',
  },
] as const
/** Hex digits of the hash that a person can compare at a glance. */
const SHORT_HASH = 16

export function ExportDialog({ articleId, onClose }: { articleId: ArticleId; onClose: () => void }) {
  const desktop = useDesktop()
  const refresh = useRefresh()
  const session = useDraftSession()
  const live = useLiveQuery('library', 'get', { articleId })
  const [format, setFormat] = useState<Format>('html')
  const [purpose, setPurpose] = useState<'readers' | 'proof'>('readers')
  const [clock, setClock] = useState<'silent' | 'update'>('silent')
  const [allowTk, setAllowTk] = useState(false)
  const [problem, setProblem] = useState<Outcome | null>(null)
  const [isBusy, setBusy] = useState(false)
  const known = live.kind === 'ready' && live.value.summary.id === articleId ? live.value : null
  const isPublished = known !== null && known.stamps.published !== null
  const hasTk = (known?.summary.hasTk ?? false) || (problem?.type === 'LeakFound' && problem.kind === 'TK')
  const asksTk = hasTk && purpose === 'readers'

  const save = async () => {
    setBusy(true)
    setProblem(null)
    // A file that lacks the last words would look as if it had them.
    const unsaved = await session.save()
    if (unsaved !== null) {
      setBusy(false)
      return setProblem(unsaved)
    }
    const answer = await desktop.exports.save({
      articleId,
      format,
      purpose,
      moveUpdated: isPublished && purpose === 'readers' && clock === 'update',
      allowTk: allowTk || purpose === 'proof',
    })
    setBusy(false)
    if (!answer.ok) {
      if (answer.error.type !== 'Cancelled') setProblem(answer.error)
      return
    }
    onClose()
    // The stamps may have moved: shown with the message, not when the lists are next read.
    refresh('library')
    const { fileName, sha256, warnings } = answer.value
    useToasts.getState().show({
      tone: 'success',
      title: `Exported ${fileName}`,
      text: [`SHA-256 ${sha256.slice(0, SHORT_HASH)}…`, ...warnings].join(' '),
      action: { label: 'Copy the hash', run: () => void navigator.clipboard.writeText(sha256) },
    })
  }

  return (
    <Dialog
      title="Export"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            weight="primary"
            isPending={isBusy}
            isDisabled={known === null || (asksTk && !allowTk)}
            onPress={() => void save()}
          >
            {isBusy ? 'Exporting…' : 'Choose a place and export…'}
          </Button>
        </>
      }
    >
      <div className={styles.sheet}>
        {problem === null ? null : (
          <Notice tone="problem" title={outcomeWords(problem).title}>
            {outcomeWords(problem).sentence} {outcomeWords(problem).nextStep}
          </Notice>
        )}
        <Select label="Format" value={format} options={FORMATS} onChange={setFormat} />
        <RadioGroup label="Purpose" value={purpose} choices={PURPOSES} onChange={setPurpose} />
        {isPublished && purpose === 'readers' ? (
          <RadioGroup label="The Updated stamp" value={clock} choices={clockChoices} onChange={setClock} />
        ) : null}
        {known === null ? null : (
          <p className={styles.clocks}>{clockSentence(known.stamps, purpose, clock)}</p>
        )}
        {asksTk ? (
          <Notice tone="caution" title="There is still a TK in this article.">
            <div>
              <Checkbox isSelected={allowTk} onChange={setAllowTk}>
                Export it for readers all the same
              </Checkbox>
            </div>
          </Notice>
        ) : null}
      </div>
    </Dialog>
  )
}
