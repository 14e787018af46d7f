import { expect, test } from 'vitest'
import { ACTIONS } from '#shared/actions/actions.ts'
import { contextTemplate, menuTemplate } from '#shell/menu-template.ts'

interface Item {
  readonly id?: string
  readonly role?: string
  readonly label?: string
  readonly type?: string
  readonly accelerator?: unknown
  readonly registerAccelerator?: boolean
  readonly enabled?: boolean
  readonly submenu?: Item[]
  readonly click?: () => void
}
const items = (isMac: boolean, isPackaged = true, onAction = (_id: string) => {}) =>
  (menuTemplate({ isMac, isPackaged, onAction }) as Item[]).flatMap((top) => top.submenu ?? [])

test('every action is in the menu once, on every system', () => {
  for (const isMac of [true, false]) {
    const ids = items(isMac).flatMap((item) => (item.id === undefined ? [] : [item.id]))
    expect([...ids].sort()).toEqual(ACTIONS.map((action) => action.id).sort())
  }
})

test('a shortcut is shown and not owned: the page hears the keys', () => {
  const open = items(false).find((item) => item.id === 'article.new')
  expect(open).toMatchObject({ accelerator: 'Ctrl+N', registerAccelerator: false, enabled: false })
  expect(items(true).find((item) => item.id === 'article.new')?.accelerator).toBe('Cmd+N')
})

test('choosing an item names its action', () => {
  const chosen: string[] = []
  const found = items(false, true, (id) => chosen.push(id)).find((item) => item.id === 'export.save')
  found?.click?.()
  expect(chosen).toEqual(['export.save'])
})

test('the developer tools are in no packaged menu', () => {
  expect(items(false, true).some((item) => item.role === 'toggleDevTools')).toBe(false)
  expect(items(false, false).some((item) => item.role === 'toggleDevTools')).toBe(true)
})

test('no submenu begins or ends with a separator, or has two in a row', () => {
  for (const top of menuTemplate({ isMac: false, isPackaged: true, onAction: () => {} }) as Item[]) {
    const kinds = (top.submenu ?? []).map((item) => item.type === 'separator')
    expect(kinds.at(0) ?? false, top.label).toBe(false)
    expect(kinds.at(-1) ?? false, top.label).toBe(false)
    expect(
      kinds.some((is, i) => is && kinds[i + 1] === true),
      top.label,
    ).toBe(false)
  }
})

const flags = { canCut: true, canCopy: true, canPaste: false, canSelectAll: true }
const noLink = { openLink: () => {}, copyLink: () => {} }

test('the context menu fits what was clicked', () => {
  const roles = (facts: Parameters<typeof contextTemplate>[0]) =>
    (contextTemplate(facts, noLink) as Item[]).map((item) => item.role ?? item.label ?? item.type)
  const nothing = { linkURL: '', isEditable: false, selectionText: '', editFlags: flags }
  expect(roles(nothing)).toEqual([])
  expect(roles({ ...nothing, selectionText: 'words' })).toEqual(['copy'])
  expect(roles({ ...nothing, isEditable: true })).toEqual([
    'cut',
    'copy',
    'paste',
    'pasteAndMatchStyle',
    'separator',
    'selectAll',
  ])
  expect(roles({ ...nothing, linkURL: 'https://example.org/', selectionText: 'w' })).toEqual([
    'Open Link…',
    'Copy Link Address',
    'separator',
    'copy',
  ])
})
