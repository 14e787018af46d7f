// A menu that hangs from a button.
import { Fragment, type ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { classNames } from './class-names.ts'
import list from './list.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly shortcut?: string | null
  readonly isDisabled?: boolean
  readonly startsGroup?: boolean
  readonly run: () => void
}

/** `trigger` is one of our buttons. */
export function MenuButton({
  label,
  trigger,
  entries,
}: {
  label: string
  trigger: ReactNode
  entries: readonly MenuEntry[]
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={classNames(list.popover)}>
        <MenuEntries label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  )
}

export function MenuEntries({
  label,
  entries,
  onClose,
}: {
  label: string
  entries: readonly MenuEntry[]
  onClose?: () => void
}) {
  return (
    <AriaMenu
      aria-label={label}
      className={classNames(list.list)}
      autoFocus="first"
      {...(onClose ? { onClose } : {})}
    >
      {entries.map((entry) => (
        <Fragment key={entry.id}>
          {entry.startsGroup ? <Separator className={classNames(list.separator)} /> : null}
          <MenuItem
            id={entry.id}
            textValue={entry.label}
            isDisabled={entry.isDisabled ?? false}
            onAction={entry.run}
            className={classNames(list.item)}
          >
            {entry.icon}
            <span className={list.text}>{entry.label}</span>
            {entry.shortcut ? <kbd className={list.aside}>{entry.shortcut}</kbd> : null}
          </MenuItem>
        </Fragment>
      ))}
    </AriaMenu>
  )
}
