// One engine for the window, kept a while between articles: starting it costs seconds of a core, and editors leaf through copy.
import { createSpellingEngine, type SpellingEngine } from './spelling-engine.ts'

/** Milliseconds an engine nobody uses is kept: it holds a few hundred megabytes. */
const KEPT_MS = 60_000

let engine: SpellingEngine | null = null
let users = 0
let timer: ReturnType<typeof setTimeout> | undefined

export interface HeldEngine {
  readonly engine: SpellingEngine
  release(): void
}

export function holdEngine(onBroken: () => void): HeldEngine {
  clearTimeout(timer)
  users += 1
  engine ??= createSpellingEngine(() => {
    engine = null // the next article tries anew
    onBroken()
  })
  const held = engine
  return {
    engine: held,
    release() {
      users -= 1
      if (users > 0) return
      timer = setTimeout(() => {
        engine?.stop()
        engine = null
      }, KEPT_MS)
    },
  }
}
