// A long list of which only the lines on screen exist. Arrows, Home, End and the page keys walk it; Tab finds it once.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'

/** Lines a page key goes: about a short window's worth. */
const PAGE_STEP = 8

interface WalkedList {
  /** Lines in all, on screen or not. */
  readonly count: number
  /** Pixels of a line before it is measured. */
  readonly lineHeight: number
  /** Lines kept ready on either side of the screen. */
  readonly overscan: number
  readonly keyOf: (index: number) => string | number
  /** The line something else points at (a walk through the text, say): the list follows it. */
  readonly current?: number
}

/** Each line holds one `button[data-index]`, which takes the focus; the one at `inTabOrder` has tabindex 0. */
export function useWalkedList({ count, lineHeight, overscan, keyOf, current = -1 }: WalkedList) {
  const scroller = useRef<HTMLDivElement>(null)
  const [lastUsed, setLastUsed] = useState(0)
  const focusWanted = useRef<number | null>(null)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan,
    getItemKey: keyOf,
  })
  const lines = virtualizer.getVirtualItems()
  const first = lines[0]?.index ?? 0
  const last = lines.at(-1)?.index ?? 0

  // Not only when something changed: the button wanted comes into being some draw after it was wanted.
  useEffect(() => {
    if (focusWanted.current === null) return
    const button = buttonAt(scroller.current, focusWanted.current)
    if (button === null) return
    focusWanted.current = null
    button.focus()
  })
  useEffect(() => {
    if (current < 0) return
    const line = buttonAt(scroller.current, current)
    if (line) line.scrollIntoView({ block: 'nearest' })
    else virtualizer.scrollToIndex(current, { align: 'auto' })
  }, [current, virtualizer])

  const wanted = current >= 0 && focusWanted.current === null ? current : lastUsed
  const active = Math.min(wanted, Math.max(0, count - 1))

  const moveTo = (index: number): void => {
    const next = Math.min(count - 1, Math.max(0, index))
    focusWanted.current = next
    setLastUsed(next)
    // A line that exists scrolls itself into view when it is focused.
    if (next < first || next > last) virtualizer.scrollToIndex(next, { align: 'auto' })
  }
  const lineOf = ({ target }: KeyboardEvent): number => indexOf(target) ?? active
  return {
    scroller,
    lines,
    totalHeight: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    first,
    last,
    // Tab must find the list even when the line last used has scrolled away.
    inTabOrder: active >= first && active <= last ? active : first,
    lineOf,
    /** Whether the key was one that walks. */
    walk(event: KeyboardEvent): boolean {
      const to = WALKS[event.key]?.(lineOf(event), count)
      if (to === undefined) return false
      moveTo(to)
      event.preventDefault()
      return true
    },
    noteFocus(event: FocusEvent): void {
      setLastUsed(indexOf(event.target) ?? lastUsed)
    },
  }
}

const WALKS: Readonly<Record<string, (from: number, count: number) => number>> = {
  ArrowDown: (from) => from + 1,
  ArrowUp: (from) => from - 1,
  Home: () => 0,
  End: (_from, count) => count - 1,
  PageDown: (from) => from + PAGE_STEP,
  PageUp: (from) => from - PAGE_STEP,
}

function buttonAt(scroller: HTMLElement | null, index: number): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`button[data-index="${index}"]`) ?? null
}

function indexOf(target: EventTarget): number | null {
  if (!(target instanceof HTMLElement)) return null
  const index = target.closest<HTMLElement>('[data-index]')?.dataset.index
  return index === undefined ? null : Number(index)
}
