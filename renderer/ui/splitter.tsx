// The rule between two panes. Dragged, or focused and moved with the arrow keys; Home and End go to the limits.
import { useRef } from 'react'
import styles from './splitter.module.css'

/** Pixels one arrow key moves; with Shift four times as many. */
const STEP_PX = 16

export function Splitter({
  label,
  value,
  minimum,
  maximum,
  growsTowards,
  controls,
  onChange,
  onCommit,
}: {
  label: string
  value: number
  minimum: number
  maximum: number
  /** The side on which the measured pane does not lie: dragging there makes it wider. */
  growsTowards: 'right' | 'left'
  /** Id of the pane it sizes. */
  controls: string
  onChange: (value: number) => void
  /** At the end of a drag or after a key: worth remembering. */
  onCommit: (value: number) => void
}) {
  const drag = useRef<{ x: number; from: number; last: number } | null>(null)
  const clamp = (wanted: number) => Math.round(Math.min(maximum, Math.max(minimum, wanted)))
  const sign = growsTowards === 'right' ? 1 : -1
  const set = (wanted: number) => {
    const next = clamp(wanted)
    onChange(next)
    onCommit(next)
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={value}
      aria-valuemin={minimum}
      aria-valuemax={maximum}
      aria-valuetext={`${value} pixels`}
      tabIndex={0}
      data-edge={growsTowards === 'right' ? 'end' : 'start'}
      className={styles.splitter}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, from: value, last: value }
      }}
      onPointerMove={(event) => {
        if (!drag.current) return
        const next = clamp(drag.current.from + sign * (event.clientX - drag.current.x))
        drag.current.last = next
        onChange(next)
      }}
      onPointerUp={() => {
        if (drag.current) onCommit(drag.current.last)
        drag.current = null
      }}
      onKeyDown={(event) => {
        const step = STEP_PX * (event.shiftKey ? 4 : 1)
        if (event.key === 'ArrowRight') set(value + sign * step)
        else if (event.key === 'ArrowLeft') set(value - sign * step)
        else if (event.key === 'Home') set(minimum)
        else if (event.key === 'End') set(maximum)
        else return
        event.preventDefault()
      }}
    />
  )
}
