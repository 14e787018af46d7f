// A whole number that may be absent.
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import { classNames } from './class-names.ts'
import styles from './field.module.css'

export function NumberField({
  label,
  value,
  onChange,
  minimum = 0,
  maximum,
  isDisabled = false,
}: {
  label: string
  value: number | null
  onChange: (value: number | null) => void
  minimum?: number
  maximum: number
  isDisabled?: boolean
}) {
  return (
    <AriaNumberField
      className={classNames(styles.field)}
      value={value ?? Number.NaN}
      minValue={minimum}
      maxValue={maximum}
      isDisabled={isDisabled}
      formatOptions={{ maximumFractionDigits: 0 }}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
    >
      <div className={styles.label}>
        <Label>{label}</Label>
      </div>
      <Group className={classNames(styles.group)}>
        <Input className={classNames(styles.input)} />
      </Group>
    </AriaNumberField>
  )
}
