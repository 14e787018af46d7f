// The window's side of the engine: one worker, started on the first question, asked one text at a time.
import type { Dialect, Lint, SpellingAnswer, SpellingRequest } from './lint.ts'

export interface SpellingEngine {
  /** Counts for everything asked from now on. */
  set(dialect: Dialect, words: readonly string[]): void
  /** Null when the engine cannot be had or was stopped. */
  check(text: string): Promise<readonly Lint[] | null>
  stop(): void
}

/** What an engine needs of a worker; a test brings its own. */
export interface EngineWorker {
  post(request: SpellingRequest): void
  onAnswer(listener: (answer: SpellingAnswer) => void): void
  /** The worker did not start or has died. */
  onFailure(listener: () => void): void
  end(): void
}

export function createSpellingEngine(
  onBroken: () => void,
  start: () => EngineWorker = startWorker,
): SpellingEngine {
  const waiting = new Map<number, (lints: readonly Lint[] | null) => void>()
  let worker: EngineWorker | null = null
  let settings: { dialect: Dialect; words: readonly string[] } | null = null
  let nextId = 1
  let isBroken = false

  const giveUp = (): void => {
    for (const resolve of waiting.values()) resolve(null)
    waiting.clear()
    worker?.end()
    worker = null
  }
  const running = (): EngineWorker => {
    if (worker !== null) return worker
    worker = start()
    worker.onAnswer((answer) => {
      waiting.get(answer.id)?.('lints' in answer ? answer.lints : null)
      waiting.delete(answer.id)
    })
    worker.onFailure(() => {
      isBroken = true
      giveUp()
      onBroken()
    })
    if (settings !== null) worker.post({ kind: 'set', ...settings })
    return worker
  }
  return {
    set(dialect, words) {
      settings = { dialect, words }
      worker?.post({ kind: 'set', ...settings })
    },
    check(text) {
      if (isBroken || settings === null) return Promise.resolve(null)
      const id = nextId++
      const used = running()
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        used.post({ kind: 'check', id, text })
      })
    },
    stop: giveUp,
  }
}

function startWorker(): EngineWorker {
  const worker = new Worker(new URL('./spelling-worker.ts', import.meta.url), {
    type: 'module',
    name: 'spelling',
  })
  return {
    post: (request) => worker.postMessage(request, []),
    onAnswer: (listener) =>
      worker.addEventListener('message', ({ data }: MessageEvent<SpellingAnswer>) => listener(data)),
    onFailure: (listener) =>
      worker.addEventListener('error', (event) => {
        event.preventDefault() // told to the person instead
        listener()
      }),
    end: () => worker.terminate(),
  }
}
