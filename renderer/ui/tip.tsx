// A tooltip: what a control is called, and its shortcut.
import type { ReactNode } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import styles from './tip.module.css'

/** Milliseconds of resting before a tip shows: long enough not to flicker under a travelling pointer. */
const REST_MS = 500

export function Tip({
  label,
  shortcut = null,
  children,
}: {
  label: string
  shortcut?: string | null
  children: ReactNode
}) {
  return (
    <TooltipTrigger delay={REST_MS} closeDelay={0}>
      {children}
      <Tooltip className={styles.tip ?? ''} offset={6}>
        {label}
        {shortcut === null ? null : <kbd className={styles.keys}>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
