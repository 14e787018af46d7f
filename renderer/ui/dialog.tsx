// A dialog over the page: focus stays inside, Escape closes, focus returns where it was.
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import styles from './dialog.module.css'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly size?: 'narrow' | 'normal' | 'wide' | 'full'
  /** An answer is needed: a press outside does not close it. */
  readonly isAlert?: boolean
  /** Nothing in it can take focus: the text itself does, so that it can be scrolled with keys. */
  readonly isText?: boolean
  readonly children: ReactNode
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
}

export function Dialog({
  title,
  onClose,
  size = 'normal',
  isAlert = false,
  isText = false,
  children,
  footer,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={!isAlert}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      className={classNames(styles.scrim)}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className={classNames(styles.dialog)}>
          <header className={styles.header}>
            <Heading slot="title" className={classNames(styles.title)}>
              {title}
            </Heading>
            <IconButton label="Close" icon={<X aria-hidden />} onPress={onClose} />
          </header>
          <div className={styles.body} {...(isText ? { tabIndex: 0, role: 'document' } : {})}>
            {children}
          </div>
          {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
