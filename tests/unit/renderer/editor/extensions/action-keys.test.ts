import { expect, test } from 'vitest'
import { toProseMirrorKey } from '#renderer/editor/extensions/action-keys/action-keys.ts'
import { ACTIONS } from '#shared/actions/actions.ts'
import { head, paragraph } from '../binding/bound-view.ts'
import { openEditor } from '../open-editor.ts'

test('shortcuts are spelled as ProseMirror spells them', () => {
  expect(toProseMirrorKey('Mod+B')).toBe('Mod-b')
  expect(toProseMirrorKey('Mod+Shift+8')).toBe('Mod-Shift-8')
  expect(toProseMirrorKey('Mod+-')).toBe('Mod--')
  expect(toProseMirrorKey('Alt+F10')).toBe('Alt-F10')
})

test('every edit, insert and format action of the list can be done by the editor', () => {
  const { can, editor } = openEditor(...head(), paragraph('One'))
  expect(editor.isDestroyed).toBe(false)
  const ids = ACTIONS.filter(({ menu }) => menu === 'Edit' || menu === 'Insert' || menu === 'Format').map(
    ({ id }) => id,
  )
  // Asking must never throw, whatever the answer.
  for (const id of ids) expect(typeof can(id)).toBe('boolean')
})

test('a shortcut runs its action', () => {
  const { selectWords, press, shown } = openEditor(...head(), paragraph('One'))
  selectWords('One')
  press('Control+b')
  expect(shown()).toContain('strong("One")')
  press('Control+z')
  expect(shown()).toContain('paragraph("One")')
})
