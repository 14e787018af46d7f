// The slim bar over a comparison: which two versions, how they are shown, and the walk through what changed.
import { ArrowLeftRight, ChevronDown, ChevronUp, Undo2, X } from 'lucide-react'
import { runAction } from '../../app/action-registry.ts'
import { shortcutOf } from '../../app/shortcut-of.ts'
import { useOpenArticle } from '../../state/open-article.ts'
import { type ReviewStage, type ReviewView, useReview, type Version } from '../../state/review.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { ToggleGroup } from '../../ui/toggle-group.tsx'
import { changesOf, useComparison } from './comparison.ts'
import { filteredChanges } from './filtered-changes.ts'
import styles from './review.module.css'
import { VersionPicker } from './version-picker.tsx'
import type { Versions } from './use-versions.ts'

const VIEWS: readonly { id: ReviewView; label: string }[] = [
  { id: 'in-place', label: 'In place' },
  { id: 'side-by-side', label: 'Side by side' },
  { id: 'source', label: 'Source' },
]
const STAGES: readonly { id: ReviewStage; label: string }[] = [
  { id: 'original', label: 'Original' },
  { id: 'marked', label: 'Marked' },
  { id: 'final', label: 'Final' },
]

export function ReviewBar({
  versions,
  after,
  whyNotTakeBack,
}: {
  versions: Versions
  after: Version
  /** Why nothing can be taken back; null when it can. */
  whyNotTakeBack: string | null
}) {
  const { view, stage, change } = useReview()
  const compare = useOpenArticle((state) => state.compare)
  const before = versions.before === 'none' ? null : versions.before
  return (
    <div className={styles.bar} role="group" aria-label="Review">
      <div className={styles.barRow}>
        <span className={styles.pickers}>
          <VersionPicker
            label="Before"
            version={before}
            entries={versions.entries}
            onChoose={(version) => compare({ before: version, after })}
          />
          <IconButton
            label="Swap before and after"
            icon={<ArrowLeftRight aria-hidden />}
            isDisabled={before === null}
            onPress={() => runAction('review.swap')}
          />
          <VersionPicker
            label="After"
            version={after}
            entries={versions.entries}
            onChoose={(version) => compare({ before: before ?? 'last-time', after: version })}
          />
        </span>
        <Walk />
        <TakeBack whyNot={whyNotTakeBack} />
        <IconButton
          label="Close the review"
          shortcut="Esc"
          icon={<X aria-hidden />}
          onPress={() => runAction('review.close')}
        />
      </div>
      <div className={styles.barRow}>
        <ToggleGroup
          label="View"
          value={view}
          choices={VIEWS}
          onChange={(chosen) => change({ view: chosen })}
        />
        {view === 'in-place' ? (
          <ToggleGroup
            label="Show"
            value={stage}
            choices={STAGES}
            onChange={(chosen) => change({ stage: chosen })}
          />
        ) : null}
      </div>
    </div>
  )
}

function Walk() {
  const state = useComparison((store) => store.state)
  const currentId = useComparison((store) => store.currentId)
  const { hidesFormatting, hidesPunctuation } = useReview()
  const changes = filteredChanges(changesOf(state), { hidesFormatting, hidesPunctuation })
  const at = changes.findIndex(({ id }) => id === currentId)
  return (
    <span className={styles.walk}>
      <span className={styles.position}>{positionWords(at, changes.length)}</span>
      <IconButton
        label="Previous change"
        shortcut={shortcutOf('review.previous-change')}
        icon={<ChevronUp aria-hidden />}
        isDisabled={changes.length === 0}
        onPress={() => runAction('review.previous-change')}
      />
      <IconButton
        label="Next change"
        shortcut={shortcutOf('review.next-change')}
        icon={<ChevronDown aria-hidden />}
        isDisabled={changes.length === 0}
        onPress={() => runAction('review.next-change')}
      />
    </span>
  )
}

function positionWords(at: number, count: number): string {
  if (count === 0) return ''
  if (at < 0) return count === 1 ? '1 change' : `${count} changes`
  return `Change ${at + 1} of ${count}`
}

function TakeBack({ whyNot }: { whyNot: string | null }) {
  const currentId = useComparison((store) => store.currentId)
  const isReady = useComparison((store) => changesOf(store.state).length > 0)
  if (!isReady) return null
  const isStopped = whyNot !== null
  const entry = (id: 'take-back' | 'take-back-block' | 'take-back-rest' | 'restore', label: string) => ({
    id,
    label,
    shortcut: shortcutOf(`review.${id}`),
    isDisabled: isStopped || (id !== 'restore' && currentId === null),
    run: () => void runAction(`review.${id}`),
  })
  return (
    <MenuButton
      label="Take back"
      trigger={<Button icon={<Undo2 aria-hidden />}>Take back</Button>}
      entries={[
        ...(whyNot === null ? [] : [{ id: 'why', label: whyNot, isDisabled: true, run: () => {} }]),
        entry('take-back', 'This change'),
        entry('take-back-block', 'Everything in this block'),
        entry('take-back-rest', 'Everything from here'),
        { ...entry('restore', 'The whole version'), startsGroup: true },
      ]}
    />
  )
}
