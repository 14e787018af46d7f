// Tables in the galley: prosemirror-tables for cells and selections, our commands and bar around it.
import { Extension } from '@tiptap/core'
import { keydownHandler } from '@tiptap/pm/keymap'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'
import { goOnFrom } from '../../commands/go-on.ts'
import type { EditorFeature } from '../../editor-feature.ts'
import { insertTable, isTableAt, nextCell, previousCell } from './table-commands.ts'
import { TableSurface } from './table-surface.tsx'

const TableEditing = Extension.create({
  name: 'tableEditing',
  priority: 860,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('tableKeys'),
      props: {
        handleKeyDown: keydownHandler({
          Tab: nextCell,
          'Shift-Tab': previousCell,
          Enter: goOnFrom(['tableCaption']),
        }),
      },
    }),
    tableEditing({ allowTableNodeSelection: false }),
  ],
})

export const tableFeature: EditorFeature = {
  name: 'table',
  extensions: () => [TableEditing],
  actions: () => ({ 'insert.table': { command: insertTable, isActive: isTableAt } }),
  Surface: TableSurface,
}
