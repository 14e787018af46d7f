// A small panel that hangs from a button and holds a form.
import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { classNames } from './class-names.ts'
import list from './list.module.css'
import styles from './popover.module.css'

export function PopoverButton({
  label,
  trigger,
  children,
}: {
  label: string
  trigger: ReactNode
  children: ReactNode
}) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={classNames(list.popover)}>
        <Dialog aria-label={label} className={classNames(styles.body)}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
