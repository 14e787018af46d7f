// The margin's tabs.
import { lazy, Suspense } from 'react'
import type { Layout } from '#shared/settings/settings.ts'
import { useOpenDraft } from '../state/draft-session-context.tsx'
import { type TabInfo, Tabs } from '../ui/tabs.tsx'
import { AfterGalley } from './after-galley.tsx'
import type { Panes } from './use-panes.ts'

const Story = lazy(async () => ({ default: (await import('../features/story/story.tsx')).Story }))
const History = lazy(async () => ({ default: (await import('../features/history/history.tsx')).History }))
const Editions = lazy(async () => ({ default: (await import('../features/publish/editions.tsx')).Editions }))
const DeskLog = lazy(async () => ({ default: (await import('../features/publish/desk-log.tsx')).DeskLog }))
const ReviewPanel = lazy(async () => ({
  default: (await import('../features/review/review-panel.tsx')).ReviewPanel,
}))
const Checks = lazy(async () => ({ default: (await import('../features/checks/checks.tsx')).Checks }))

export function MarginPane({ panes }: { panes: Panes }) {
  const draft = useOpenDraft()
  if (draft.kind === 'none' || draft.kind === 'opening') return null
  const { articleId } = draft
  const history: TabInfo<Layout['marginTab']> = {
    id: 'history',
    label: 'History',
    panel: (
      <Suspense fallback={null}>
        <Editions key={`editions ${articleId}`} articleId={articleId} />
        <History key={articleId} articleId={articleId} canName={draft.kind === 'open'} />
        <DeskLog key={`log ${articleId}`} articleId={articleId} />
      </Suspense>
    ),
  }
  // A draft that cannot be opened still has its revisions.
  if (draft.kind === 'failed')
    return <Tabs label="Margin" selected="history" onSelect={panes.selectTab} tabs={[history]} />
  const { meta, replica } = draft
  return (
    <Tabs
      label="Margin"
      selected={panes.tab}
      onSelect={panes.selectTab}
      tabs={[
        {
          id: 'story',
          label: 'Story',
          panel: (
            <Suspense fallback={null}>
              <AfterGalley key={articleId}>
                <Story articleId={articleId} meta={meta} canWrite={replica.access.mode === 'write'} />
              </AfterGalley>
            </Suspense>
          ),
        },
        {
          id: 'review',
          label: 'Review',
          panel: (
            <Suspense fallback={null}>
              <ReviewPanel />
            </Suspense>
          ),
        },
        history,
        {
          id: 'checks',
          label: 'Checks',
          panel: (
            <Suspense fallback={null}>
              <Checks key={articleId} articleId={articleId} canWrite={replica.access.mode === 'write'} />
            </Suspense>
          ),
        },
      ]}
    />
  )
}
