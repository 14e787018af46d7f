// One line or several lines of text, with label, hint and problem tied to the input for every reader.
import type { ReactNode } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField'
import { FieldError } from 'react-aria-components/FieldError'
import { classNames } from './class-names.ts'
import styles from './field.module.css'

export interface FieldProps
  extends Omit<TextFieldProps, 'className' | 'style' | 'children' | 'onChange' | 'value'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly hint?: ReactNode
  /** A sentence that says what is wrong; null when nothing is. */
  readonly problem?: string | null
  /** Beside the label: a count or a meter. */
  readonly aside?: ReactNode
  readonly isLabelHidden?: boolean
}

export function TextField(props: FieldProps) {
  const { placeholder = '', ...rest } = props
  return (
    <FieldShell {...rest}>
      <Input className={classNames(styles.input)} placeholder={placeholder} />
    </FieldShell>
  )
}

export function TextArea({ rows = 3, ...props }: FieldProps & { readonly rows?: number }) {
  const { placeholder = '', ...rest } = props
  return (
    <FieldShell {...rest}>
      <AriaTextArea className={classNames(styles.input, styles.area)} placeholder={placeholder} rows={rows} />
    </FieldShell>
  )
}

function FieldShell({
  label,
  hint,
  problem = null,
  aside,
  isLabelHidden = false,
  children,
  ...rest
}: Omit<FieldProps, 'placeholder'> & { readonly children: ReactNode }) {
  return (
    <AriaTextField
      {...rest}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      className={classNames(styles.field)}
      isInvalid={problem !== null}
      validationBehavior="aria"
    >
      {isLabelHidden ? null : (
        <div className={styles.label}>
          <Label>{label}</Label>
          {aside}
        </div>
      )}
      {children}
      {hint === undefined || problem !== null ? null : (
        <Text slot="description" className={classNames(styles.hint)}>
          {hint}
        </Text>
      )}
      <FieldError className={classNames(styles.problem)}>{problem}</FieldError>
    </AriaTextField>
  )
}
