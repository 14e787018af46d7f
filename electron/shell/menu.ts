// The native menu and the context menus: one application menu whose enabled items follow the window in front.
import process from 'node:process'
import { app, clipboard, Menu } from 'electron'
import { contextTemplate, menuTemplate } from './menu-template.ts'
import type { StetWindow } from './windows.ts'

export interface AppMenu {
  /** `app.actionsEnabled` arrived from a window. */
  setEnabled(windowId: number, actionIds: readonly string[]): void
  watch(window: StetWindow): void
  forget(windowId: number): void
}

export interface MenuDeps {
  invoke(windowId: number, actionId: string): void
  openLink(href: string, from: StetWindow): void
}

export function createMenu(deps: MenuDeps): AppMenu {
  const enabledByWindow = new Map<number, ReadonlySet<string>>()
  let front: number | null = null
  const menu = Menu.buildFromTemplate(
    menuTemplate({
      isMac: process.platform === 'darwin',
      isPackaged: app.isPackaged,
      onAction: (actionId) => {
        if (front !== null) deps.invoke(front, actionId)
      },
    }),
  )
  Menu.setApplicationMenu(menu)

  const show = () => {
    const enabled = front === null ? undefined : enabledByWindow.get(front)
    for (const item of menu.items.flatMap((top) => top.submenu?.items ?? []))
      if (item.id?.includes('.')) item.enabled = enabled?.has(item.id) ?? false
  }

  return {
    setEnabled: (windowId, actionIds) => {
      enabledByWindow.set(windowId, new Set(actionIds))
      front ??= windowId
      if (front === windowId) show()
    },
    watch: (opened) => {
      opened.window.on('focus', () => {
        front = opened.id
        show()
      })
      opened.window.webContents.on('context-menu', (_event, facts) => {
        const template = contextTemplate(facts, {
          openLink: (href) => deps.openLink(href, opened),
          copyLink: (href) => void clipboard.writeText(href),
        })
        if (template.length > 0) Menu.buildFromTemplate(template).popup({ window: opened.window })
      })
    },
    forget: (windowId) => {
      enabledByWindow.delete(windowId)
      if (front === windowId) front = null
      show()
    },
  }
}
