// One of a few choices that each need a sentence.
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import styles from './radio-group.module.css'

export interface Choice<T extends string> {
  readonly id: T
  readonly label: string
  readonly text?: string
}

export function RadioGroup<T extends string>({
  label,
  value,
  choices,
  onChange,
  layout = 'column',
  isLabelHidden = false,
}: {
  label: string
  value: T
  choices: readonly Choice<T>[]
  onChange: (value: T) => void
  layout?: 'column' | 'row'
  isLabelHidden?: boolean
}) {
  return (
    <AriaRadioGroup
      className={classNames(styles.group)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      value={value}
      onChange={(next) => {
        const chosen = choices.find((choice) => choice.id === next)
        if (chosen) onChange(chosen.id)
      }}
    >
      {isLabelHidden ? null : <Label className={classNames(field.label)}>{label}</Label>}
      <div className={classNames(styles.choices, layout === 'row' && styles.row)}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={classNames(styles.choice)}>
            <span className={styles.dot} aria-hidden />
            <span>
              {choice.label}
              {choice.text === undefined ? null : <span className={styles.text}>{choice.text}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  )
}
