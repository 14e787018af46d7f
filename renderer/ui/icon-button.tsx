// A button that shows only an icon: it always has a name, and a tooltip that says it together with the shortcut.
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { classNames } from './class-names.ts'
import { Tip } from './tip.tsx'
import styles from './icon-button.module.css'

interface Props extends Pick<ButtonProps, 'isDisabled' | 'preventFocusOnPress' | 'autoFocus' | 'slot'> {
  readonly label: string
  readonly shortcut?: string | null
  readonly icon: ReactNode
  readonly onPress?: () => void
  /** Given: the button is a toggle and says whether it is on. */
  readonly isSelected?: boolean
  readonly size?: 'normal' | 'small'
  /** Moves focus here on mount or later; used by roving lists. */
  readonly excludeFromTabOrder?: boolean
}

export function IconButton({ label, shortcut = null, icon, isSelected, onPress, size, ...rest }: Props) {
  const className = classNames(styles.button, size === 'small' && styles.small)
  return (
    <Tip label={label} shortcut={shortcut}>
      {isSelected === undefined ? (
        <AriaButton {...rest} {...(onPress ? { onPress } : {})} aria-label={label} className={className}>
          {icon}
        </AriaButton>
      ) : (
        <ToggleButton
          {...rest}
          aria-label={label}
          className={className}
          isSelected={isSelected}
          {...(onPress ? { onChange: () => onPress() } : {})}
        >
          {icon}
        </ToggleButton>
      )}
    </Tip>
  )
}
