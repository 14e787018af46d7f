// House style: the terms of the desk file and the house dictionary, kept with the library; to file and from file.
import { useState } from 'react'
import type { DeskFile, HouseTerm } from '#shared/workflow/checks/desk-file.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { counted } from '../../copy/number-words.ts'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useToasts } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { HouseDictionary } from './house-dictionary.tsx'
import styles from './house-settings.module.css'
import { TermForm } from './term-form.tsx'
import { TermList } from './term-list.tsx'

export function HouseSettings() {
  const live = useLiveQuery('checks', 'deskFile', {})
  if (live.kind === 'loading') return null
  if (live.kind === 'failed') return <FailedState outcome={live.outcome} onRetry={live.retry} />
  return <HouseTerms file={live.value} />
}

/** The term being written: one of the file by its place, or a new one. */
type Editing = { readonly index: number | null; readonly term: HouseTerm }

const NEW_TERM: HouseTerm = {
  term: '',
  advice: 'amend',
  reason: '',
  replacement: '',
  link: '',
  matchCase: false,
}

function HouseTerms({ file }: { file: DeskFile }) {
  const desktop = useDesktop()
  const refresh = useRefresh()
  const [filter, setFilter] = useState('')
  const [editing, setEditing] = useState<Editing | null>(null)
  const save = async (next: DeskFile): Promise<boolean> => {
    const answer = await desktop.checks.saveDeskFile(next)
    if (!answer.ok) {
      reportOutcome(answer.error)
      return false
    }
    refresh('checks')
    return true
  }
  const saveTerms = async (terms: HouseTerm[]) => {
    if (await save({ ...file, terms })) setEditing(null)
  }
  const importFile = async () => {
    const answer = await desktop.checks.importDeskFile({})
    if (!answer.ok) return answer.error.type === 'Cancelled' ? undefined : reportOutcome(answer.error)
    refresh('checks')
    useToasts.getState().show({
      tone: 'success',
      title: 'Desk file imported',
      text: `${counted(answer.value.terms.length, 'term')}, ${counted(answer.value.dictionary.length, 'word')}.`,
    })
  }
  const exportFile = async () => {
    const answer = await desktop.checks.exportDeskFile({})
    if (!answer.ok) return answer.error.type === 'Cancelled' ? undefined : reportOutcome(answer.error)
    useToasts.getState().show({ tone: 'success', title: `Saved as ${answer.value.fileName}` })
  }
  if (editing !== null)
    return (
      <TermForm
        first={editing.term}
        isNew={editing.index === null}
        onCancel={() => setEditing(null)}
        onSave={(term) =>
          void saveTerms(
            editing.index === null
              ? [...file.terms, term]
              : file.terms.map((one, index) => (index === editing.index ? term : one)),
          )
        }
        onRemove={() => void saveTerms(file.terms.filter((_one, index) => index !== editing.index))}
      />
    )
  return (
    <div className={styles.house}>
      <p className={styles.note}>
        Checks find these terms in every article of this library and say what the house writes. A term marked
        fine is let stand by checks and spelling.
      </p>
      <div className={styles.bar}>
        <SearchField label="Find a term" value={filter} onChange={setFilter} />
        <Button weight="primary" onPress={() => setEditing({ index: null, term: NEW_TERM })}>
          Add a term
        </Button>
      </div>
      <TermList terms={file.terms} filter={filter} onEdit={(index, term) => setEditing({ index, term })} />
      <HouseDictionary words={file.dictionary} onSave={(dictionary) => save({ ...file, dictionary })} />
      <div className={styles.bar}>
        <Button onPress={() => void importFile()}>Import a desk file…</Button>
        <Button onPress={() => void exportFile()}>Save as a file…</Button>
      </div>
    </div>
  )
}
