// A line to type in with a list below it; the list moves while focus stays in the line.
import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SearchField } from 'react-aria-components/SearchField'
import { classNames } from './class-names.ts'
import dialog from './dialog.module.css'
import list from './list.module.css'
import styles from './palette-list.module.css'

export interface PaletteEntry {
  readonly id: string
  readonly label: ReactNode
  readonly textValue: string
  readonly aside: string | null
  readonly shortcut: string | null
  readonly isDisabled: boolean
}

export function PaletteList({
  label,
  typed,
  onType,
  entries,
  onChoose,
  onClose,
  emptyText,
}: {
  label: string
  typed: string
  onType: (typed: string) => void
  entries: readonly PaletteEntry[]
  onChoose: (id: string) => void
  onClose: () => void
  emptyText: string
}) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      className={classNames(dialog.scrim)}
    >
      <Modal className={classNames(dialog.modal, dialog.normal, styles.modal)}>
        <Dialog aria-label={label} className={classNames(dialog.dialog)}>
          <Autocomplete inputValue={typed} onInputChange={onType}>
            <SearchField
              aria-label={label}
              autoFocus
              className={classNames(styles.line)}
              onKeyDown={(event) => {
                // Escape leaves at once; a search field alone would clear itself first.
                if (event.key === 'Escape') onClose()
                else event.continuePropagation()
              }}
            >
              <Search aria-hidden />
              {/* The line commands the list: arrow keys in it move and scroll the list, which takes no focus of its own. */}
              <Input
                // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- Autocomplete names the list it controls
                role="combobox"
                aria-expanded
                className={classNames(styles.input)}
                placeholder={label}
                spellCheck="false"
              />
            </SearchField>
            <ListBox
              aria-label={label}
              className={classNames(list.list, styles.list)}
              items={entries}
              onAction={(key) => onChoose(String(key))}
              renderEmptyState={() => <p className={list.empty}>{emptyText}</p>}
            >
              {(entry) => (
                <ListBoxItem
                  id={entry.id}
                  textValue={entry.textValue}
                  isDisabled={entry.isDisabled}
                  className={classNames(list.item)}
                >
                  <span className={list.text}>{entry.label}</span>
                  {entry.aside === null ? null : <span className={list.aside}>{entry.aside}</span>}
                  {entry.shortcut === null ? null : (
                    <kbd className={classNames(list.aside, styles.keys)}>{entry.shortcut}</kbd>
                  )}
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
