// The margin's tabs. A tab whose desk does not exist yet is not shown.
import { lazy, Suspense } from 'react'
import { useOpenDraft } from '../state/draft-session-context.tsx'
import { Tabs } from '../ui/tabs.tsx'
import type { Panes } from './use-panes.ts'

const Story = lazy(async () => ({ default: (await import('../features/story/story.tsx')).Story }))
const History = lazy(async () => ({ default: (await import('../features/history/history.tsx')).History }))
const Checks = lazy(async () => ({ default: (await import('../features/checks/checks.tsx')).Checks }))

export function MarginPane({ panes }: { panes: Panes }) {
  const draft = useOpenDraft()
  if (draft.kind !== 'open') return null
  const { articleId, meta, replica } = draft
  const canWrite = replica.access.mode === 'write'
  return (
    <Tabs
      label="Margin"
      selected={panes.tab === 'review' ? 'story' : panes.tab}
      onSelect={panes.selectTab}
      tabs={[
        {
          id: 'story',
          label: 'Story',
          panel: (
            <Suspense fallback={null}>
              <Story key={articleId} articleId={articleId} meta={meta} canWrite={canWrite} />
            </Suspense>
          ),
        },
        {
          id: 'history',
          label: 'History',
          panel: (
            <Suspense fallback={null}>
              <History key={articleId} articleId={articleId} />
            </Suspense>
          ),
        },
        {
          id: 'checks',
          label: 'Checks',
          panel: (
            <Suspense fallback={null}>
              <Checks key={articleId} replica={replica} meta={meta} />
            </Suspense>
          ),
        },
      ]}
    />
  )
}
