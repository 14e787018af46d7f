// The native menu as data: built from the action list, so that menu, palette and shortcuts cannot disagree.
import type { MenuItemConstructorOptions } from 'electron'
import { ACTIONS, type ActionInfo } from '#shared/actions/actions.ts'

export interface MenuOptions {
  readonly isMac: boolean
  readonly isPackaged: boolean
  onAction(actionId: string): void
}

type Item = MenuItemConstructorOptions
const SEPARATOR: Item = { type: 'separator' }

export function menuTemplate(options: MenuOptions): Item[] {
  const of = (menu: ActionInfo['menu']) => actionItems(menu, options)
  const file = of('File').filter((item) => !(options.isMac && item.id === 'app.settings'))
  const leave: Item[] = [SEPARATOR, { role: 'close' }, ...(options.isMac ? [] : [{ role: 'quit' } as Item])]
  return [
    ...(options.isMac ? [macAppMenu(options)] : []),
    { label: '&File', submenu: [...file, ...leave] },
    { label: '&Edit', submenu: editItems(of('Edit')) },
    { label: '&Insert', submenu: of('Insert') },
    { label: 'F&ormat', submenu: of('Format') },
    {
      label: '&View',
      submenu: [
        ...of('View'),
        SEPARATOR,
        { role: 'togglefullscreen' },
        ...(options.isPackaged ? [] : [{ role: 'toggleDevTools' } as Item]),
      ],
    },
    { label: '&Article', submenu: of('Article') },
    { label: '&Go', submenu: of('Go') },
    { label: '&Window', role: 'windowMenu' },
    { label: '&Help', role: 'help', submenu: of('Help') },
  ]
}

/** The system's own editing roles stand between undo and find, where every desktop has them. */
function editItems(actions: Item[]): Item[] {
  const at = actions.findIndex((item) => item.id === 'edit.paste-plain')
  const before = actions.slice(0, at).filter((item) => item.type !== 'separator')
  return [
    ...before,
    SEPARATOR,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    ...actions.slice(at, at + 1),
    { role: 'selectAll' },
    ...actions.slice(at + 1),
  ]
}

function actionItems(menu: ActionInfo['menu'], { isMac, onAction }: MenuOptions): Item[] {
  return (ACTIONS as readonly ActionInfo[])
    .filter((action) => action.menu === menu)
    .flatMap((action) => [
      ...(action.startsGroup ? [SEPARATOR] : []),
      {
        id: action.id,
        label: action.label,
        // The page tells which actions can be used (app.actionsEnabled); until it does, none can.
        enabled: false,
        click: () => onAction(action.id),
        ...accelerator(action.shortcut, isMac),
      },
    ])
}

/** Shown, not owned: the page listens for the keys itself (renderer/app/use-shortcuts.ts), so a key means one thing. */
function accelerator(shortcut: string | null, isMac: boolean): Item {
  if (shortcut === null) return {}
  return { accelerator: shortcut.replace('Mod', isMac ? 'Cmd' : 'Ctrl'), registerAccelerator: false }
}

const macAppMenu = (options: MenuOptions): Item => ({
  role: 'appMenu',
  submenu: [
    { role: 'about' },
    SEPARATOR,
    ...actionItems('File', options).filter((item) => item.id === 'app.settings'),
    SEPARATOR,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    SEPARATOR,
    { role: 'quit' },
  ],
})

export interface ContextFacts {
  readonly linkURL: string
  readonly isEditable: boolean
  readonly selectionText: string
  readonly editFlags: {
    readonly canCut: boolean
    readonly canCopy: boolean
    readonly canPaste: boolean
    readonly canSelectAll: boolean
  }
}

/** The context menu of text and links. Spelling is not in it: there is no dictionary to ask (P3). */
export function contextTemplate(
  facts: ContextFacts,
  does: { openLink(href: string): void; copyLink(href: string): void },
): Item[] {
  const link: Item[] =
    facts.linkURL === ''
      ? []
      : [
          { label: 'Open Link…', click: () => does.openLink(facts.linkURL) },
          { label: 'Copy Link Address', click: () => does.copyLink(facts.linkURL) },
        ]
  const { canCut, canCopy, canPaste, canSelectAll } = facts.editFlags
  const edit: Item[] = facts.isEditable
    ? [
        { role: 'cut', enabled: canCut },
        { role: 'copy', enabled: canCopy },
        { role: 'paste', enabled: canPaste },
        { role: 'pasteAndMatchStyle', label: 'Paste Without Formatting', enabled: canPaste },
        SEPARATOR,
        { role: 'selectAll', enabled: canSelectAll },
      ]
    : facts.selectionText.trim() === ''
      ? []
      : [{ role: 'copy', enabled: canCopy }]
  return link.length > 0 && edit.length > 0 ? [...link, SEPARATOR, ...edit] : [...link, ...edit]
}
