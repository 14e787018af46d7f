// One Tab stop for a whole bar of buttons; the arrows, Home and End move in it.
import type { FocusEvent, KeyboardEvent } from 'react'

export function createRoving() {
  let bar: HTMLElement | null = null
  let stop: HTMLElement | null = null
  const buttons = () => [...(bar?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
  const usable = () => buttons().filter((button) => !button.disabled)

  /** Buttons come, go and are disabled as the caret moves: there is always exactly one stop. */
  function settle(): void {
    const all = usable()
    stop = all.find((button) => button === stop) ?? all[0] ?? null
    for (const button of buttons()) button.tabIndex = button === stop ? 0 : -1
  }

  return {
    attach(element: HTMLElement | null) {
      bar = element
      if (bar !== null) settle()
    },
    settle,
    onFocus(event: FocusEvent<HTMLElement>) {
      if (!(event.target instanceof HTMLButtonElement)) return
      stop = event.target
      settle()
    },
    onKeyDown(event: KeyboardEvent) {
      const all = usable()
      const at = all.findIndex((button) => button === document.activeElement)
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
      if (next === undefined || at < 0) return
      event.preventDefault()
      all[(next + all.length) % all.length]?.focus()
    },
  }
}
