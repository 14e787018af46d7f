// What can be done to one article of the desk without opening it.
import type { ArticleSummary } from '#shared/library/article-summary.ts'
import { deskVerbsFrom } from '#shared/workflow/status.ts'
import { actLabel } from '../../copy/act-words.ts'
import { UNTITLED } from '../../copy/status-words.ts'
import type { ArticleCommands } from '../../state/use-article-commands.ts'
import { ContextMenu } from '../../ui/context-menu.tsx'

export function RowMenu({
  row,
  anchor,
  commands,
  open,
  onClose,
}: {
  row: ArticleSummary
  anchor: HTMLElement
  commands: ArticleCommands
  open: (row: ArticleSummary, isByKeyboard: boolean) => void
  onClose: () => void
}) {
  // Publishing needs the article open.
  const verbs = deskVerbsFrom(row.status)
  return (
    <ContextMenu
      label={`Actions for ${row.headline === '' ? UNTITLED : row.headline}`}
      anchor={anchor}
      onClose={onClose}
      entries={[
        { id: 'open', label: 'Open', run: () => open(row, true) },
        { id: 'window', label: 'Open in New Window', run: () => commands.openWindow(row.id) },
        { id: 'duplicate', label: 'Duplicate', run: () => commands.duplicate(row.id) },
        ...verbs.map((verb, index) => ({
          id: verb,
          label: actLabel(verb),
          startsGroup: index === 0,
          run: () => commands.act(row.id, verb),
        })),
      ]}
    />
  )
}
