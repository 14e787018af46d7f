// The bar above a table while the caret is in it.
import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  mergeCells,
  splitCell,
  toggleHeader,
} from '@tiptap/pm/tables'
import { useEditorState } from '@tiptap/react'
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  Columns3,
  Rows3,
  TableCellsMerge,
  TableCellsSplit,
  TableColumnsSplit,
  TableRowsSplit,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../../ui/icon-button.tsx'
import { AnchoredBubble } from '../../anchored-bubble.tsx'
import { deleteTableBlock, isTableAt } from './table-commands.ts'

const TOOLS: readonly { label: string; icon: ReactNode; command: Command }[] = [
  { label: 'Row above', icon: <BetweenHorizontalEnd aria-hidden />, command: addRowBefore },
  { label: 'Row below', icon: <BetweenHorizontalStart aria-hidden />, command: addRowAfter },
  { label: 'Column before', icon: <BetweenVerticalEnd aria-hidden />, command: addColumnBefore },
  { label: 'Column after', icon: <BetweenVerticalStart aria-hidden />, command: addColumnAfter },
  { label: 'Delete row', icon: <TableRowsSplit aria-hidden />, command: deleteRow },
  { label: 'Delete column', icon: <TableColumnsSplit aria-hidden />, command: deleteColumn },
  { label: 'Header row', icon: <Rows3 aria-hidden />, command: toggleHeader('row') },
  { label: 'Header column', icon: <Columns3 aria-hidden />, command: toggleHeader('column') },
  { label: 'Merge cells', icon: <TableCellsMerge aria-hidden />, command: mergeCells },
  { label: 'Split cell', icon: <TableCellsSplit aria-hidden />, command: splitCell },
  { label: 'Delete table', icon: <Trash2 aria-hidden />, command: deleteTableBlock },
]

export function TableSurface({ editor }: { readonly editor: Editor }) {
  // Which tools can be used, as one string: typing in a cell re-renders nothing.
  const usable = useEditorState({
    editor,
    selector: ({ editor: { state } }) =>
      isTableAt(state)
        ? `${state.selection.$from.before(1)} ${TOOLS.map(({ command }) => (command(state) ? '1' : '0')).join('')}`
        : '',
  })
  if (usable === '') return null
  const anchor = () => {
    const table = editor.view
      .domAtPos(editor.state.selection.from)
      .node.parentElement?.closest('[data-stet="tableBlock"]')
    return table?.getBoundingClientRect() ?? null
  }
  const flags = usable.split(' ')[1] ?? ''
  return (
    <AnchoredBubble editor={editor} label="Table" anchor={anchor} placement="above" revision={usable}>
      {TOOLS.map(({ label, icon, command }, index) => (
        <IconButton
          key={label}
          label={label}
          icon={icon}
          size="small"
          preventFocusOnPress
          isDisabled={flags[index] !== '1'}
          onPress={() => {
            command(editor.state, editor.view.dispatch, editor.view)
            editor.view.focus()
          }}
        />
      ))}
    </AnchoredBubble>
  )
}
