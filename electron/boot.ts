// Composition root of the window. Before Electron is ready: sandbox, switches, schemes, in that order (RELIABILITY 4.2).
// After: guards, the first window, and only then, while its page loads, the library and the core.
import path from 'node:path'
import process from 'node:process'
import { app, nativeTheme, protocol, session } from 'electron'
import { defaultLibraryPath } from './core/default-library-path.ts'
import { systemClock } from './core/system-clock.ts'
import { createAppHandlers } from './shell/app-handlers.ts'
import {
  createAppProtocol,
  createMediaProtocol,
  loadResponses,
  rendererFiles,
  type ServedText,
} from './shell/app-protocol.ts'
import { type CrashDeps, watchPage, watchProcess } from './shell/crash.ts'
import {
  chooseLibraryFolder,
  confirmLibraryChange,
  createDialogs,
  openExternal,
  tell,
} from './shell/dialogs.ts'
import { createFileLog } from './shell/file-log.ts'
import { createFirstScreens } from './shell/first-screens.ts'
import { hostIpc } from './shell/ipc-host.ts'
import { type LaunchRequest, readHandedOver } from './shell/launch-arguments.ts'
import { createLeaving } from './shell/leaving.ts'
import { createLibraryEntry } from './shell/library-entry.ts'
import { createLibraryHost } from './shell/library-host.ts'
import { libraryAtStart } from './shell/library-at-start.ts'
import { askAboutUnsaved, createLifecycle } from './shell/lifecycle.ts'
import { createMenu } from './shell/menu.ts'
import { createNotices } from './shell/notices.ts'
import { watchPageServed } from './shell/page-served.ts'
import { keepPreviews } from './shell/preview-pages.ts'
import { openStore, startCore } from './shell/running-core.ts'
import { APP_ORIGIN, chromiumSwitches, ownPages, PARTITION, PRIVILEGED_SCHEMES } from './shell/security.ts'
import { guardSession } from './shell/session-guards.ts'
import { createSettingsHandlers } from './shell/settings-handlers.ts'
import { openSettingsFile } from './shell/settings-file.ts'
import { guardAllWindows } from './shell/window-guards.ts'
import { windowsAtStart } from './shell/window-state.ts'
import { createWindows, type StetWindow } from './shell/windows.ts'

const pages = ownPages(app.isPackaged, process.env.ELECTRON_RENDERER_URL)
const { log, flush: flushLog } = createFileLog(path.join(app.getPath('userData'), 'logs'))

export function boot(request: LaunchRequest): void {
  watchProcess(log)
  const isSandboxOff = app.commandLine.hasSwitch('no-sandbox') && !app.isPackaged // root, in development only
  if (!isSandboxOff) app.enableSandbox()
  for (const [name, value] of chromiumSwitches(pages)) app.commandLine.appendSwitch(name, value)
  protocol.registerSchemesAsPrivileged(PRIVILEGED_SCHEMES)
  app.on('quit', flushLog)
  void app.whenReady().then(() => start(request))
}

function start(request: LaunchRequest): void {
  const settings = openSettingsFile()
  nativeTheme.themeSource = settings.get().theme
  settings.onChange((changed) => {
    nativeTheme.themeSource = changed.theme
    windows.broadcast('settings', 'changed', changed)
  })

  const pageServed = watchPageServed(systemClock.after)
  const texts = new Map<string, ServedText>()
  const files = rendererFiles(path.join(import.meta.dirname, '../renderer'))
  const firstScreens = createFirstScreens(files, texts, log)
  const notices = createNotices(texts, files.keys())
  const windows = createWindows({
    preload: path.join(import.meta.dirname, '../preload/index.cjs'),
    isPackaged: app.isPackaged,
    startPage: pages.isDevServer ? pages.origin : `${APP_ORIGIN}/index.html`,
    onCreated: (opened) => {
      lifecycle.watch(opened)
      menu.watch(opened)
      watchPage(opened, crashDeps)
    },
    onClosed: ({ id }) => {
      host.windowClosed(id)
      menu.forget(id)
    },
    onChanged: () => remember(),
  })
  const menu = createMenu({
    invoke: (windowId, actionId) =>
      windows.broadcast('app', 'actionInvoked', { actionId }, { only: windowId }),
    openLink: (href, from) => void openExternal(href, from.window),
  })
  const leaving = createLeaving<StetWindow>({
    tellClosing: ({ id }) => windows.broadcast('app', 'closing', {}, { only: id }),
    canAnswer: (opened) =>
      !opened.window.isDestroyed() && !opened.window.webContents.isCrashed() && !notices.isShownIn(opened),
    choose: askAboutUnsaved,
    startRescue: ({ id }) =>
      windows.broadcast('app', 'actionInvoked', { actionId: 'article.save-copy' }, { only: id }),
    after: systemClock.after,
    log,
  })
  const remember = () => {
    const library = host.current()?.store.path ?? null
    // Once the last window is gone, what it was still stands.
    if (library === null || windows.all().length === 0) return
    settings.saveWindowState({ version: 1, library, windows: windows.snapshot() })
    firstScreens.noteWindows(windows.all().map(({ id }) => id))
  }
  const host = createLibraryHost({
    startCore: (library) =>
      startCore(library, {
        clock: systemClock,
        log,
        settings,
        dialogs: createDialogs(),
        broadcast: windows.broadcast,
        app: appHandlers,
        settingsHandlers: createSettingsHandlers(settings),
        checksAnswers: pages.isDevServer,
      }),
    clock: systemClock,
    broadcast: windows.broadcast,
    log,
  })
  const showStartPage = (opened: StetWindow) => {
    notices.leave(opened)
    windows.showStartPage(opened)
  }
  const entry = createLibraryEntry({
    windows,
    host,
    notices,
    log,
    openStore: async (library, mode) => {
      await pageServed.whenQuiet()
      return openStore(library, mode, systemClock)
    },
    showStartPage,
    chooseFolder: (create) =>
      chooseLibraryFolder(create, host.current()?.store.path ?? app.getPath('documents')),
    confirmChange: confirmLibraryChange,
    tell,
    mayClose: leaving.mayClose,
    onOpened: ({ store }) => settings.openedLibrary(store.path),
    quit: () => app.quit(),
  })
  const appHandlers = createAppHandlers({
    version: app.getVersion(),
    windows,
    host,
    entry,
    menu,
    leaving,
    openExternal: (href, from) => openExternal(href, from.window),
    onShowing: () => remember(),
    keepFirstScreen: ({ id }, taken) => firstScreens.keep(id, taken),
  })
  const lifecycle = createLifecycle({
    windows,
    leaving,
    log,
    unsaved: host.unsaved,
    beforeQuit: remember,
    closeLibrary: async () => {
      const store = host.current()?.store
      await host.close()
      if (store && !store.isReadOnly) firstScreens.store(store.path)
    },
  })
  const crashDeps: CrashDeps = {
    log,
    showStartPage,
    onPageLost: ({ id }) => host.windowClosed(id),
    showNotice: notices.show,
  }

  // No cookies, no HTTP cache, no storage that a page could fill. The default session is used by nobody, and shut as well.
  const ses = session.fromPartition(PARTITION, { cache: false })
  guardSession(session.defaultSession, pages, log)
  guardSession(ses, pages, log)
  guardAllWindows({
    pages,
    log,
    offerExternal: (href, from) => void openExternal(href, windows.of(from)?.window ?? null),
    chosen: notices.take,
  })
  ses.protocol.handle(
    'app',
    createAppProtocol({
      files,
      texts,
      takeStartPage: firstScreens.takeStartPage,
      onRequest: pageServed.note,
    }),
  )
  ses.protocol.handle('media', createMediaProtocol(host.picture))
  hostIpc(windows, pages, keepPreviews(host.dispatch, texts), log)

  const library = libraryAtStart({
    asked: request.library,
    fromEnvironment: process.env.STET_LIBRARY,
    recent: settings.get().recentLibraries,
    usual: defaultLibraryPath(),
  })
  const shown = windowsAtStart(settings.windowState(), library.path, request.articleId)
  const opened = shown.map(({ articleId, saved }) => windows.open(articleId, saved))
  const [only, ...others] = shown
  if (only?.articleId && others.length === 0) firstScreens.prepare(library.path, only.articleId)
  loadResponses() // while the page's process starts
  void entry.start(library.path, library.mode, opened)
  if (settings.putAside !== null)
    tell(
      'Your settings could not be read, so Stet starts with the usual ones.',
      `The file was kept as ${settings.putAside}`,
    )

  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    windows.focusLast()
    void entry.handedOver(readHandedOver(handedOver))
  })
  app.on('activate', () => {
    if (windows.all().length === 0) windows.open(null)
  })
}
