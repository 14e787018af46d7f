// The floor: an Electron window with nothing of ours in it. `--page=empty` is one line of text, `--page=editable` a bare contenteditable.
import path from 'node:path'
import { app, BrowserWindow } from 'electron'

const page = process.argv.find((arg) => arg.startsWith('--page='))?.slice(7) ?? 'empty'
// Not awaited: Electron is ready only after this module has been evaluated.
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    webPreferences: { sandbox: true, spellcheck: false, backgroundThrottling: false },
  })
  void window.loadFile(path.join(import.meta.dirname, `${page}.html`))
})
app.on('window-all-closed', () => app.quit())
