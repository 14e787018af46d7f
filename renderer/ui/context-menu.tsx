// A menu at a place or an element, opened by whoever holds it: one for a whole list instead of one for each row.
import { type RefObject, useMemo } from 'react'
import { Popover } from 'react-aria-components/Popover'
import { classNames } from './class-names.ts'
import list from './list.module.css'
import { MenuEntries, type MenuEntry } from './menu.tsx'

export function ContextMenu({
  label,
  anchor,
  entries,
  onClose,
}: {
  label: string
  anchor: HTMLElement
  entries: readonly MenuEntry[]
  onClose: () => void
}) {
  const triggerRef: RefObject<HTMLElement> = useMemo(() => ({ current: anchor }), [anchor])
  return (
    <Popover
      isOpen
      aria-label={label}
      triggerRef={triggerRef}
      placement="bottom start"
      className={classNames(list.popover)}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <MenuEntries label={label} entries={entries} onClose={onClose} />
    </Popover>
  )
}
