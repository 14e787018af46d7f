// Lines in the gutter between the two sides, from where a block stood to where it stands. The words and buttons at both ends say
// the same to those who see no line.
import { type RefObject, useEffect, useState } from 'react'
import styles from './side-by-side.module.css'

interface Connector {
  readonly id: string
  readonly from: number
  readonly to: number
}

export function MoveConnectors({
  page,
  drawn,
}: {
  page: RefObject<HTMLElement | null>
  /** What is drawn there: another one is measured anew. */
  drawn: unknown
}) {
  const [connectors, setConnectors] = useState<readonly Connector[]>([])
  useEffect(() => {
    const text = page.current
    if (text === null) return
    let frame = 0
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setConnectors(connectorsOn(text)))
    })
    observer.observe(text)
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [page, drawn])
  if (connectors.length === 0) return null
  return (
    <svg className={styles.connectors} aria-hidden>
      {connectors.map(({ id, from, to }) => (
        <path key={id} d={`M0 ${from} C${WIDTH} ${from} 0 ${to} ${WIDTH} ${to}`} />
      ))}
    </svg>
  )
}

/** Pixels of the gutter: see .connectors. */
const WIDTH = 24

function connectorsOn(page: HTMLElement): Connector[] {
  const middles = (state: string) =>
    new Map(
      [...page.querySelectorAll<HTMLElement>(`[data-state="${state}"]`)].map((row) => [
        row.dataset['move'] ?? '',
        row.offsetTop + row.offsetHeight / 2,
      ]),
    )
  const here = middles('moved-here')
  return [...middles('moved-away')].flatMap(([id, from]) => {
    const to = here.get(id)
    return to === undefined ? [] : [{ id, from, to }]
  })
}
