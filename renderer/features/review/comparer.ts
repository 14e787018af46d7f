// Compares two articles without holding up the window: in a worker that is kept for the next comparison, and ended when what it
// works on is no longer wanted.
import type { Article } from '#shared/article/article.ts'
import type { RevisionDiff } from '#shared/revision/diff/revision-diff.ts'

export interface Comparer {
  /** Null when it was given up: by `giveUp`, by `stop`, or because another comparison was asked for. */
  compare(request: CompareRequest): Promise<RevisionDiff | null>
  giveUp(): void
  stop(): void
}

/** What is sent to the worker; its answer is the diff. */
export interface CompareRequest {
  readonly before: Article
  readonly after: Article
  /** The publication's zone, in which times are told. */
  readonly zone: string
}

/** A worker as it is used here; one comparison at a time. */
export interface CompareWorker {
  run(request: CompareRequest): Promise<RevisionDiff>
  end(): void
}

export function createComparer(start: () => CompareWorker = startWorker): Comparer {
  let worker: CompareWorker | null = null
  let giveUpRunning: (() => void) | null = null

  const end = () => {
    worker?.end()
    worker = null
  }
  // A worker in the middle of something cannot be told to stop: it is ended, and the next comparison starts another.
  const giveUp = () => giveUpRunning?.()
  return {
    async compare(request) {
      giveUp()
      const used = (worker ??= start())
      const givenUp = new Promise<null>((resolve) => {
        giveUpRunning = () => {
          end()
          resolve(null)
        }
      })
      try {
        return await Promise.race([used.run(request), givenUp])
      } catch (error) {
        if (used === worker) end()
        throw error
      } finally {
        // Unless another comparison is running by now.
        if (used === worker || worker === null) giveUpRunning = null
      }
    },
    giveUp,
    stop() {
      giveUp()
      end()
    },
  }
}

function startWorker(): CompareWorker {
  const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), {
    type: 'module',
    name: 'compare',
  })
  return {
    run: (request) =>
      new Promise((resolve, reject) => {
        const stop = new AbortController()
        const { signal } = stop
        worker.addEventListener(
          'message',
          ({ data }: MessageEvent<RevisionDiff>) => {
            stop.abort()
            resolve(data)
          },
          { signal },
        )
        worker.addEventListener(
          'error',
          (event) => {
            stop.abort()
            event.preventDefault() // told where the result would be
            reject(new Error(event.message))
          },
          { signal },
        )
        worker.postMessage(request, [])
      }),
    end: () => worker.terminate(),
  }
}
