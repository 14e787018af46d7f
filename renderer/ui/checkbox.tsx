// A tick box and a switch: the same question, asked of a form and of a setting that acts at once.
import type { ReactNode } from 'react'
import { Check } from 'lucide-react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import { classNames } from './class-names.ts'
import styles from './checkbox.module.css'

interface Props {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
  readonly children: ReactNode
}

export function Checkbox({ children, ...rest }: Props) {
  return (
    <AriaCheckbox {...rest} className={classNames(styles.row)}>
      <span className={styles.box} aria-hidden>
        <Check />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}

export function Switch({ children, ...rest }: Props) {
  return (
    <AriaSwitch {...rest} className={classNames(styles.row)}>
      <span className={styles.track} aria-hidden />
      <span>{children}</span>
    </AriaSwitch>
  )
}
