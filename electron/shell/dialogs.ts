// Native dialogs. Paths stay on this side of the boundary (RELIABILITY A9).
import path from 'node:path'
import {
  app,
  type BaseWindow,
  BrowserWindow,
  dialog,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
  shell,
} from 'electron'
import type { Dialogs } from '#core/ports.ts'
import { externalAddress } from './security.ts'

export function createDialogs(): Dialogs {
  return {
    openFiles: async ({ title, extensions, multiple }) => {
      const { canceled, filePaths } = await showOpen({
        title,
        filters: [{ name: title, extensions: [...extensions] }],
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      })
      return canceled || filePaths.length === 0 ? null : filePaths
    },
    saveFile: async ({ title, suggestedName, extension }) => {
      const { canceled, filePath } = await showSave({
        title,
        // Named, because newer Electrons would start in Downloads otherwise.
        defaultPath: path.join(app.getPath('documents'), suggestedName),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      return canceled || !filePath ? null : filePath
    },
  }
}

/** A folder that holds a library, or where a new one is to be. */
export async function chooseLibraryFolder(create: boolean, startAt: string): Promise<string | null> {
  if (!create) {
    const { canceled, filePaths } = await showOpen({
      title: 'Open Library',
      buttonLabel: 'Open Library',
      defaultPath: startAt,
      properties: ['openDirectory'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }
  const { canceled, filePath } = await showSave({
    title: 'New Library',
    buttonLabel: 'Create Library',
    defaultPath: startAt,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return canceled || !filePath ? null : filePath
}

/** Hands an address to the system's browser or mail program, after showing where it really leads. False: not opened. */
export async function openExternal(href: string, window: BaseWindow | null): Promise<boolean> {
  const address = externalAddress(href)
  if (address === null) return false
  const isMail = address.href.startsWith('mailto:')
  const options: MessageBoxOptions = {
    type: 'question',
    title: 'Stet',
    message: isMail ? `Write to ${address.shownAs}?` : `Open ${address.shownAs} in your browser?`,
    detail: address.href,
    buttons: [isMail ? 'Write' : 'Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  }
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  if (response !== 0) return false
  await shell.openExternal(address.href)
  return true
}

/** A second instance was started on another library: a person did that, but perhaps not this one. */
export async function confirmLibraryChange(library: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Stet',
    message: `Open the library ${path.basename(library)}?`,
    detail: `${library}\n\nThe library that is open now will be closed; everything in it is saved.`,
    buttons: ['Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

/** One sentence, where nothing else on screen could say it. */
export function tell(message: string, detail = ''): void {
  void dialog.showMessageBox({ type: 'warning', title: 'Stet', message, detail, buttons: ['OK'] })
}

const showOpen = (options: OpenDialogOptions) => {
  const front = BrowserWindow.getFocusedWindow()
  return front ? dialog.showOpenDialog(front, options) : dialog.showOpenDialog(options)
}
const showSave = (options: SaveDialogOptions) => {
  const front = BrowserWindow.getFocusedWindow()
  return front ? dialog.showSaveDialog(front, options) : dialog.showSaveDialog(options)
}
