// The window: desk, galley and margin side by side, a status line below, and what lies over them.
import { useCallback, useEffect, useState } from 'react'
import { useSettings } from '../bridge/settings-context.tsx'
import { Desk } from '../features/desk/desk.tsx'
import { useOpenArticle } from '../state/open-article.ts'
import { useOpenDraft } from '../state/draft-session-context.tsx'
import { useOverlayPane } from '../state/overlay-pane.ts'
import { Splitter } from '../ui/splitter.tsx'
import { DialogHost } from './dialog-host.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import styles from './frame.module.css'
import { GalleyPane } from './galley-pane.tsx'
import { LibraryBanner } from './library-banner.tsx'
import { MarginPane } from './margin-pane.tsx'
import { MessageHost } from './message-host.tsx'
import { focusPane, followPaneFocus } from './pane-focus.ts'
import { useAppActions } from './use-app-actions.ts'
import { useClosing } from './use-closing.ts'
import { useDefectReports } from './use-defect-reports.ts'
import { useMenuActions } from './use-menu-actions.ts'
import { type Panes, usePanes } from './use-panes.ts'
import { useReadyMarks } from './use-ready-marks.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useStart, type WindowInfo } from './use-start.ts'
import { useTheme } from './use-theme.ts'

export function Frame({ info }: { info: WindowInfo }) {
  const { settings } = useSettings()
  const panes = usePanes()
  const draft = useOpenDraft()
  const [isDeskReady, setDeskReady] = useState(false)
  const hasStarted = useStart(info)
  useTheme(settings)
  useShortcuts()
  useMenuActions()
  useClosing()
  useDefectReports()
  useAppActions(panes)
  useReadyMarks(hasStarted && (isDeskReady || !panes.desk.isShown) && draft.kind !== 'opening')
  useEffect(followPaneFocus, [])

  return (
    <div className={styles.window}>
      <LibraryBanner />
      <div className={styles.panes} data-focus-mode={settings.isFocusModeOn || undefined}>
        <ErrorBoundary part="The desk">
          <DeskPane panes={panes} onReady={useCallback(() => setDeskReady(true), [])} />
        </ErrorBoundary>
        <main id="galley" data-pane tabIndex={-1} aria-label="Galley" className={styles.galley}>
          <ErrorBoundary part="The galley">
            <GalleyPane panes={panes} />
          </ErrorBoundary>
        </main>
        <ErrorBoundary part="The margin">
          <MarginShell panes={panes} />
        </ErrorBoundary>
        <Scrim panes={panes} />
      </div>
      <DialogHost />
      <MessageHost />
    </div>
  )
}

function DeskPane({ panes, onReady }: { panes: Panes; onReady: () => void }) {
  if (!panes.desk.isShown) return null
  return (
    <nav
      id="desk"
      data-pane
      tabIndex={-1}
      aria-label="Desk"
      className={styles.desk}
      data-overlay={panes.desk.isOverlay || undefined}
      style={{ width: panes.desk.width }}
    >
      <Desk onReady={onReady} />
      {panes.desk.isOverlay ? null : (
        <Splitter
          label="Width of the desk"
          controls="desk"
          value={panes.desk.width}
          minimum={180}
          maximum={600}
          growsTowards="right"
          onChange={(width) => panes.resize('desk', width)}
          onCommit={(width) => panes.remember('desk', width)}
        />
      )}
    </nav>
  )
}

function MarginShell({ panes }: { panes: Panes }) {
  const articleId = useOpenArticle((state) => state.articleId)
  if (!panes.margin.isShown || articleId === null) return null
  return (
    <aside
      id="margin"
      data-pane
      tabIndex={-1}
      aria-label="Margin"
      className={styles.margin}
      data-overlay={panes.margin.isOverlay || undefined}
      style={{ width: panes.margin.width }}
    >
      {panes.margin.isOverlay ? null : (
        <Splitter
          label="Width of the margin"
          controls="margin"
          value={panes.margin.width}
          minimum={240}
          maximum={640}
          growsTowards="left"
          onChange={(width) => panes.resize('margin', width)}
          onCommit={(width) => panes.remember('margin', width)}
        />
      )}
      <MarginPane panes={panes} />
    </aside>
  )
}

/** Behind a pane that lies over the galley: a press or Escape puts the pane away. */
function Scrim({ panes }: { panes: Panes }) {
  const { overlay, show } = useOverlayPane()
  useEffect(() => {
    if (overlay === null) return
    // The pane's own contents may need a frame to be there.
    const frame = requestAnimationFrame(() => focusPane(overlay))
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      show(null)
      focusPane('galley')
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [overlay, show])
  const isOver = overlay !== null && (overlay === 'desk' ? panes.desk : panes.margin).isOverlay
  return isOver ? <div className={styles.scrim} aria-hidden onClick={() => show(null)} /> : null
}
