// The one open dialog. Each is loaded when first asked for.
import { type ComponentType, lazy, Suspense } from 'react'
import { useDialogs } from '../state/dialogs.ts'

function onDemand<P extends object>(load: () => Promise<ComponentType<P>>) {
  return lazy(async () => ({ default: await load() }))
}

const Palette = onDemand(async () => (await import('../features/palette/palette.tsx')).Palette)
const SettingsDialog = onDemand(
  async () => (await import('../features/settings/settings-dialog.tsx')).SettingsDialog,
)
const ShortcutsDialog = onDemand(
  async () => (await import('../features/shortcuts/shortcuts-dialog.tsx')).ShortcutsDialog,
)
const AboutDialog = onDemand(async () => (await import('../features/about/about-dialog.tsx')).AboutDialog)
const ImportDialog = onDemand(async () => (await import('../features/import/import-dialog.tsx')).ImportDialog)
const PreviewDialog = onDemand(
  async () => (await import('../features/export/preview-dialog.tsx')).PreviewDialog,
)
const ExportDialog = onDemand(async () => (await import('../features/export/export-dialog.tsx')).ExportDialog)
const CorrectionsDialog = onDemand(
  async () => (await import('../features/export/corrections-dialog.tsx')).CorrectionsDialog,
)
const PublishSheet = onDemand(
  async () => (await import('../features/publish/publish-sheet.tsx')).PublishSheet,
)
const ChecksSummary = onDemand(
  async () => (await import('../features/checks/checks-summary.tsx')).ChecksSummary,
)
const ReasonDialog = onDemand(
  async () => (await import('../features/publish/reason-dialog.tsx')).ReasonDialog,
)
const EditionDialog = onDemand(
  async () => (await import('../features/publish/edition-dialog.tsx')).EditionDialog,
)
const SeenAtDialog = onDemand(
  async () => (await import('../features/publish/seen-at-dialog.tsx')).SeenAtDialog,
)
const NameRevisionDialog = onDemand(
  async () => (await import('../features/history/name-revision-dialog.tsx')).NameRevisionDialog,
)
const RestoreDialog = onDemand(
  async () => (await import('../features/history/restore-dialog.tsx')).RestoreDialog,
)
const WhoWroteDialog = onDemand(
  async () => (await import('../features/review/who-wrote-dialog.tsx')).WhoWroteDialog,
)
const DefectDialog = onDemand(async () => (await import('../features/about/defect-dialog.tsx')).DefectDialog)

export function DialogHost() {
  return (
    <Suspense fallback={null}>
      <Current />
    </Suspense>
  )
}

function Current() {
  const { dialog, close } = useDialogs()
  if (dialog === null) return null
  switch (dialog.kind) {
    case 'palette':
      return <Palette onClose={close} />
    case 'settings':
      return <SettingsDialog firstTab={dialog.tab} onClose={close} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />
    case 'about':
      return <AboutDialog onClose={close} />
    case 'import':
      return <ImportDialog onClose={close} />
    case 'preview':
      return <PreviewDialog articleId={dialog.articleId} onClose={close} />
    case 'export':
      return <ExportDialog articleId={dialog.articleId} onClose={close} />
    case 'corrections':
      return <CorrectionsDialog onClose={close} />
    case 'publish':
      return (
        <PublishSheet
          articleId={dialog.articleId}
          checks={<ChecksSummary onLeave={close} />}
          onClose={close}
        />
      )
    case 'reason':
      return <ReasonDialog articleId={dialog.articleId} act={dialog.act} onClose={close} />
    case 'edition':
      return <EditionDialog articleId={dialog.articleId} edition={dialog.edition} onClose={close} />
    case 'seen-at':
      return <SeenAtDialog articleId={dialog.articleId} onClose={close} />
    case 'name-revision':
      return <NameRevisionDialog articleId={dialog.articleId} onClose={close} />
    case 'restore':
      return <RestoreDialog articleId={dialog.articleId} revision={dialog.revision} onClose={close} />
    case 'who-wrote':
      return <WhoWroteDialog articleId={dialog.articleId} stretches={dialog.stretches} onClose={close} />
    case 'defect':
      return <DefectDialog detail={dialog.detail} onClose={close} />
  }
}
