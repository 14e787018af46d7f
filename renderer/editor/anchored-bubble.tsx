// A small panel that hangs at a place in the text and follows it while the galley scrolls. It never takes focus by itself.
import type { Editor } from '@tiptap/core'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import styles from './anchored-bubble.module.css'

/** Pixels between the words and the panel. */
const GAP = 6

export interface AnchoredBubbleProps {
  readonly editor: Editor
  readonly label: string
  /** Where it hangs, measured when it is drawn and whenever something scrolls; null hides it. */
  readonly anchor: () => { readonly left: number; readonly top: number; readonly bottom: number } | null
  readonly placement: 'above' | 'below'
  /** Changes whenever the anchor may have moved. */
  readonly revision: unknown
  readonly children: ReactNode
}

export function AnchoredBubble({
  editor,
  label,
  anchor,
  placement,
  revision,
  children,
}: AnchoredBubbleProps) {
  const bubble = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = () => {
      const panel = bubble.current
      const at = anchor()
      if (!panel) return
      panel.hidden = at === null
      if (at === null) return
      const { width, height } = panel.getBoundingClientRect()
      const frame = editor.view.dom.getBoundingClientRect()
      const left = Math.max(Math.max(8, frame.left), Math.min(at.left, window.innerWidth - width - 8))
      const above = at.top - height - GAP
      const top = placement === 'above' && above > 8 ? above : at.bottom + GAP
      panel.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
    }
    place()
    window.addEventListener('scroll', place, { capture: true, passive: true })
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, { capture: true })
      window.removeEventListener('resize', place)
    }
  }, [editor, anchor, placement, revision])
  return (
    <div ref={bubble} role="toolbar" aria-label={label} className={styles.bubble} onMouseDown={keepCaret}>
      {children}
    </div>
  )
}

/** A press on the panel must not take the caret out of the text; fields inside it may have it. */
function keepCaret(event: React.MouseEvent): void {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault()
}
