// How far long work has come, in words and as a bar.
import { Label } from 'react-aria-components/Label'
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar'
import { classNames } from './class-names.ts'
import styles from './progress-bar.module.css'

export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  return (
    <AriaProgressBar
      className={classNames(styles.progress)}
      value={done}
      maxValue={Math.max(total, 1)}
      isIndeterminate={total === 0}
      valueLabel={total === 0 ? '' : `${done} of ${total}`}
    >
      {({ percentage, valueText }) => (
        <>
          <div className={styles.words}>
            <Label>{label}</Label>
            <span className={styles.count}>{valueText}</span>
          </div>
          <div className={styles.track}>
            <div className={styles.bar} style={{ width: `${percentage ?? 30}%` }} />
          </div>
        </>
      )}
    </AriaProgressBar>
  )
}
