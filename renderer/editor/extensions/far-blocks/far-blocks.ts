// Blocks far from the screen and from the selection are not drawn: their boxes keep their last known size. One rule in a
// stylesheet of our own says which, by their places among the others, so that nothing in the text's elements changes when it moves
// (decision 0013). Where assistive technology reads the window, the shell's stylesheet takes the rule back: what is not drawn is not read.
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { holdsSpan, joinSpans, outsideOf, type Span } from './block-spans.ts'

/** Screens above and below the visible one that must be drawn: a page key or a turn of the wheel stays within. */
const NEEDED_SCREENS = 1
/** Screens drawn on either side when that is not so any more, so that the rule moves only now and then. */
const DRAWN_SCREENS = 3
/** Blocks on either side of the selection's ends that must be drawn: the browser moves a caret, or the end of a selection, only
 * through what is drawn. */
const NEEDED_BLOCKS = 10
/** Blocks drawn there when that is not so any more. */
const DRAWN_BLOCKS = 40

/** Both ends of the story are always drawn: a key goes there from anywhere. */
const BEGINNING: Span = { from: 0, to: NEEDED_BLOCKS }

export const FarBlocks = Extension.create({
  name: 'farBlocks',
  addProseMirrorPlugins: () => [
    new Plugin({ key: new PluginKey('farBlocks'), view: (view) => drawNearBlocks(view) }),
  ],
})

function drawNearBlocks(view: EditorView) {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  let onScreen: Span = { from: 0, to: DRAWN_BLOCKS }
  let drawn: readonly Span[] = []
  let heightSeen = 0
  let frame = 0

  /** Blocks on either side of the selection's two ends. */
  function aroundSelection(blocks: number): Span[] {
    const { $anchor, $head } = view.state.selection
    const last = view.state.doc.childCount - 1
    return [$anchor, $head].map(($end) => {
      const at = Math.min($end.index(0), last)
      return { from: Math.max(0, at - blocks), to: Math.min(last, at + blocks) + 1 }
    })
  }

  function draw(): void {
    drawn = joinSpans([BEGINNING, onScreen, ...aroundSelection(DRAWN_BLOCKS)], view.state.doc.childCount)
    const others = outsideOf(drawn, NEEDED_BLOCKS)
    sheet.replaceSync(
      `@media screen { .galley .ProseMirror > :is(${others}) { content-visibility: hidden } }`,
    )
  }

  /** Looks where the screen is. Costs little while layout is clean, as it is when the window scrolls. */
  function look(): void {
    const scroller = view.isDestroyed ? null : view.dom.closest('.editor-scroll')
    if (scroller === null || scroller.clientHeight === 0) return
    heightSeen = view.dom.offsetHeight
    const height = scroller.clientHeight
    const top = scroller.getBoundingClientRect().top - view.dom.getBoundingClientRect().top
    const screens = (count: number): Span =>
      blocksBetween(view.dom, top - count * height, top + (count + 1) * height)
    if (holdsSpan(drawn, screens(NEEDED_SCREENS))) return
    onScreen = screens(DRAWN_SCREENS)
    draw()
  }

  const onScroll = ({ target }: Event) => {
    if (target instanceof Node && target.contains(view.dom)) look()
  }
  // Not on the scroller, which is not there yet when the view is made.
  document.addEventListener('scroll', onScroll, { capture: true, passive: true })
  // Mounting, zoom, the window's width, a long paste: not a line more.
  const sizes = new ResizeObserver(() => {
    const isFarOff = Math.abs(view.dom.offsetHeight - heightSeen) > window.innerHeight / 2
    if (isFarOff) frame ||= requestAnimationFrame(lookOnce)
  })
  const lookOnce = () => {
    frame = 0
    look()
  }
  sizes.observe(view.dom)
  draw()

  return {
    /** Before the page scrolls to the selection: where nothing is drawn nothing can be measured. */
    update() {
      if (!aroundSelection(NEEDED_BLOCKS).every((span) => holdsSpan(drawn, span))) draw()
    },
    destroy() {
      cancelAnimationFrame(frame)
      document.removeEventListener('scroll', onScroll, { capture: true })
      sizes.disconnect()
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    },
  }
}

/** Blocks that reach into a stretch of the text's height, found by halving: some twenty-five are measured. */
function blocksBetween(text: HTMLElement, top: number, bottom: number): Span {
  const blocks = text.children
  const firstBelow = (y: number): number => {
    let low = 0
    let high = blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((blocks[middle] as HTMLElement).offsetTop >= y) high = middle
      else low = middle + 1
    }
    return low
  }
  return { from: Math.max(0, firstBelow(top) - 1), to: firstBelow(bottom) }
}
