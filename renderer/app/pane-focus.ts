// Moving between panes with F6. Each pane gives focus back to where it was.
export const PANE_IDS = ['desk', 'galley', 'margin'] as const
export type PaneId = (typeof PANE_IDS)[number]

/** Where a pane is entered the first time, best first. */
const STARTS = [
  '[contenteditable="true"]',
  '[role="tab"][aria-selected="true"]',
  'button[data-index][tabindex="0"]',
  'article[tabindex="0"]',
  'input, button',
]
const lastFocused = new Map<PaneId, WeakRef<HTMLElement>>()

/** Remembers where focus is in each pane until the answered function is called. */
export function followPaneFocus(): () => void {
  const note = (event: FocusEvent) => {
    if (!(event.target instanceof HTMLElement)) return
    const pane = paneOf(event.target)
    if (pane) lastFocused.set(pane, new WeakRef(event.target))
  }
  document.addEventListener('focusin', note)
  return () => document.removeEventListener('focusin', note)
}

export function focusPane(id: PaneId): boolean {
  const pane = document.getElementById(id)
  if (!pane) return false
  const last = lastFocused.get(id)?.deref()
  const first = STARTS.map((start) => pane.querySelector<HTMLElement>(start)).find(Boolean) ?? pane
  const target = last?.isConnected && pane.contains(last) ? last : first
  target.focus()
  return true
}

export function cyclePane(step: 1 | -1): void {
  const present = PANE_IDS.filter((id) => document.getElementById(id) !== null)
  const at = present.findIndex(
    (id) => id === (document.activeElement ? paneOf(document.activeElement) : null),
  )
  // From outside of all panes, both directions lead to the first.
  const next = at < 0 ? present[0] : present[(at + step + present.length) % present.length]
  if (next) focusPane(next)
}

function paneOf(element: Element): PaneId | null {
  const id = element.closest('[data-pane]')?.id
  return PANE_IDS.find((pane) => pane === id) ?? null
}
