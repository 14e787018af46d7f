// Underlines by the CSS Custom Highlight API: ranges beside the document, which move with the text, change no element and can
// therefore move nothing. Drawn by galley styles under ::highlight().
import type { Lint } from './lint.ts'

const NAMES: Readonly<Record<Lint['kind'], string>> = { spelling: 'stet-spelling', grammar: 'stet-grammar' }

export interface Underlines {
  /** Replaces what is underlined. */
  show(found: readonly { readonly kind: Lint['kind']; readonly range: Range }[]): void
  clear(): void
}

/** None where the system does not have the interface (tests). */
export function createUnderlines(): Underlines {
  const registry =
    typeof CSS === 'undefined' ? undefined : (CSS as { highlights?: HighlightRegistry }).highlights
  if (registry === undefined) return { show: () => undefined, clear: () => undefined }
  const marks = { spelling: new Highlight(), grammar: new Highlight() }
  for (const kind of ['spelling', 'grammar'] as const) registry.set(NAMES[kind], marks[kind])
  return {
    show(found) {
      for (const mark of Object.values(marks)) mark.clear()
      for (const { kind, range } of found) marks[kind].add(range)
    },
    clear() {
      for (const mark of Object.values(marks)) mark.clear()
    },
  }
}
