// A push button. While its work is under way it is pending, not disabled: a disabled one would drop the focus it has.
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { classNames } from './class-names.ts'
import styles from './button.module.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly weight?: 'quiet' | 'plain' | 'primary' | 'danger'
  readonly icon?: ReactNode
  readonly children: ReactNode
}

export function Button({ weight = 'plain', icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(styles.button, styles[weight])}>
      {icon}
      <span className={styles.label}>{children}</span>
    </AriaButton>
  )
}
