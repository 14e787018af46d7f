// Spelling of one open article. Only what is on screen is asked about, changed blocks alone, when typing rests. On a key
// nothing happens but a time stamp: the underlines move with the text by themselves.
import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { createIdleWork } from '../../idle-work.ts'
import { checkedText, textBlocks } from './checked-text.ts'
import { createUnderlines } from './highlights.ts'
import { type Dialect, dialectOf, type Lint } from './lint.ts'
import { isName } from './names.ts'
import type { SpellingEngine } from './spelling-engine.ts'

/** Milliseconds of rest in typing or scrolling before the screen is looked at again. */
const REST_MS = 500
/** Texts whose answers are kept: an article's worth, so that undoing and scrolling back ask nothing. */
const MAX_KNOWN = 2_000
/** UTF-16 units asked about at a time; no block of journalism is longer. */
const MAX_TEXT = 20_000

export interface PlacedLint {
  readonly lint: Lint
  readonly from: number
  readonly to: number
}

export interface SpellingSession {
  /** The text, the screen or the settings have changed. */
  note(): void
  /** Personal and house words, and whatever else is to be let stand. */
  setWords(words: readonly string[]): void
  /** The finding at a position, if there is one. */
  at(position: number): PlacedLint | null
  /** The next finding behind a position, asking about what was not on screen yet; null when there is none. */
  next(position: number): Promise<PlacedLint | null>
  /** Lets these very words stand in this text until the article is closed. */
  ignore(found: PlacedLint): void
  stop(): void
}

export interface SpellingDeps {
  readonly view: EditorView
  readonly engine: SpellingEngine
  readonly language: () => string
  /** Positions on screen. */
  readonly visible: (view: EditorView) => { readonly from: number; readonly to: number }
}

export function createSpellingSession({ view, engine, language, visible }: SpellingDeps): SpellingSession {
  const underlines = createUnderlines()
  let answers = noAnswers()
  const ignored = new Set<string>()
  let words: readonly string[] = []
  let dialect: Dialect | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let notedAt = 0
  let isStopped = false

  /** An answer still on its way was given with the old words: it goes into the old set, which nobody reads any more. */
  const forget = (): void => {
    answers = noAnswers()
  }
  const follow = (): Dialect | null => {
    const now = dialectOf(language())
    if (now !== dialect) {
      dialect = now
      forget()
      if (now !== null) engine.set(now, words)
    }
    return dialect
  }
  const ask = async (text: string): Promise<readonly Lint[]> => {
    const { known, asked } = answers
    const before = known.get(text)
    if (before !== undefined) return before
    if (text.trim() === '' || text.length > MAX_TEXT) return []
    asked.add(text)
    const lints = (await engine.check(text)) ?? []
    asked.delete(text)
    const kept = lints.filter((lint) => lint.kind !== 'spelling' || !isName(text, lint.from, lint.to))
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(text, kept)
    return kept
  }
  const lintsOf = (block: Node): readonly Lint[] => {
    const text = checkedText(block)
    return (answers.known.get(text) ?? []).filter((lint) => !ignored.has(keyOf(text, lint)))
  }

  /** One look at the screen: asks about blocks that are not known, draws what is. */
  const look = (): boolean => {
    if (isStopped || view.isDestroyed) return true
    if (follow() === null) {
      underlines.clear()
      return true
    }
    const { from, to } = visible(view)
    const { doc, selection } = view.state
    const found: { kind: Lint['kind']; range: Range }[] = []
    textBlocks(doc, from, Math.min(to, doc.content.size), (block, start) => {
      const text = checkedText(block)
      if (!answers.known.has(text) && !answers.asked.has(text)) void ask(text).then(() => work.request())
      for (const lint of lintsOf(block)) {
        const isBeingWritten =
          selection.empty &&
          view.hasFocus() &&
          selection.head === start + lint.to &&
          performance.now() - notedAt < WRITING_MS
        if (isBeingWritten) {
          timer ??= setTimeout(tick, WRITING_MS) // and then it is shown all the same
          continue
        }
        const range = rangeOf(view, start + lint.from, start + lint.to)
        if (range !== null) found.push({ kind: lint.kind, range })
      }
    })
    underlines.show(found)
    return true
  }
  const work = createIdleWork(look)
  const tick = (): void => {
    const rest = performance.now() - notedAt
    timer = rest < REST_MS ? setTimeout(tick, REST_MS - rest) : null
    if (timer === null) work.request()
  }

  return {
    note() {
      notedAt = performance.now()
      timer ??= setTimeout(tick, REST_MS)
    },
    setWords(next) {
      words = next
      forget()
      if (dialect !== null) engine.set(dialect, words)
      work.request()
    },
    at(position) {
      let hit: PlacedLint | null = null
      textBlocks(view.state.doc, position, position, (block, start) => {
        for (const lint of lintsOf(block)) {
          const place = { lint, from: start + lint.from, to: start + lint.to }
          if (place.from <= position && position <= place.to) hit ??= place
        }
      })
      return hit
    },
    async next(position) {
      if (follow() === null) return null
      const { doc } = view.state
      const blocks: { block: Node; start: number }[] = []
      textBlocks(doc, 0, doc.content.size, (block, start) => void blocks.push({ block, start }))
      const first = blocks.findIndex(({ block, start }) => start + block.content.size >= position)
      // From the caret to the end, then from the beginning back to it.
      for (let step = 0; step <= blocks.length; step += 1) {
        const one = blocks[(Math.max(first, 0) + step) % blocks.length]
        if (one === undefined) return null
        await ask(checkedText(one.block))
        if (isStopped || view.state.doc !== doc) return null
        const lint = lintsOf(one.block).find(({ from }) => step > 0 || one.start + from > position)
        if (lint !== undefined) return { lint, from: one.start + lint.from, to: one.start + lint.to }
      }
      return null
    },
    ignore({ lint, from }) {
      const { parent } = view.state.doc.resolve(from)
      ignored.add(keyOf(checkedText(parent), lint))
      work.request()
    },
    stop() {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
      work.stop()
      underlines.clear()
    },
  }
}

/** What the engine has said and is being asked, with one dialect and one set of words. */
const noAnswers = () => ({ known: new Map<string, readonly Lint[]>(), asked: new Set<string>() })

/** Milliseconds after a key in which the word before the caret is taken to be unfinished. */
const WRITING_MS = 2_000

/** The same words of the same text, wherever the text goes. */
const keyOf = (text: string, { words, message }: Lint): string => `${words}\n${message}\n${text}`

function rangeOf(view: EditorView, from: number, to: number): Range | null {
  const start = view.domAtPos(from, 1)
  const end = view.domAtPos(to, -1)
  if (!start.node.isConnected || !end.node.isConnected) return null
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range.collapsed ? null : range
}
