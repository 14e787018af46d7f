// Assistive technology reads only what is drawn: while it is on, a window draws the whole of a story (decision 0013).
import { app, type BrowserWindow } from 'electron'

/** Stronger than the galley's own rule, which leaves far blocks out. */
const ALL_DRAWN = '.galley .ProseMirror > * { content-visibility: auto !important; }'

export function drawAllForAssistiveReading(window: BrowserWindow): void {
  const { webContents } = window
  let inserted: string | null = null
  const follow = async (): Promise<void> => {
    if (webContents.isDestroyed()) return
    const key = inserted
    inserted = null
    if (key !== null) await webContents.removeInsertedCSS(key)
    if (app.accessibilitySupportEnabled) inserted = await webContents.insertCSS(ALL_DRAWN)
  }
  const onChanged = () => void follow()
  // A page that is loaded again has lost what was inserted.
  webContents.on('dom-ready', () => {
    inserted = null
    void follow()
  })
  app.on('accessibility-support-changed', onChanged)
  window.once('closed', () => app.off('accessibility-support-changed', onChanged))
}
