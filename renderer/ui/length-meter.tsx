// How long a line is against what search pages and phones show. Words and shape as well as colour.
import styles from './length-meter.module.css'

export interface LengthAdvice {
  /** Characters from which a line is long enough to say something. */
  readonly from: number
  /** Characters after which it is cut where it is shown. */
  readonly to: number
}

/** Characters as people count them: an emoji is one. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of characters.segment(text)) length++
  return length
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export function LengthMeter({ length, advice }: { length: number; advice: LengthAdvice }) {
  if (length === 0) return null
  const verdict = length > advice.to ? 'long' : length < advice.from ? 'short' : 'good'
  return (
    <span className={styles.meter} data-verdict={verdict}>
      {length}/{advice.to}
      {verdict === 'long' ? ' long' : verdict === 'short' ? ' short' : ''}
    </span>
  )
}
