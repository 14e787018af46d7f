// Lets the first page have its files before the library and core are loaded: loading them holds this thread for a fifth of a
// second, in which no file could be served and the window not be shown.

/** Nothing asked for and nothing under way for so long means the page has its files, in ms. They are asked for within a few of each other. */
const QUIET_MS = 5
/** The library is not kept waiting longer than this, in ms, whatever the page does. A busy machine takes half of it to start a page's process. */
const LIMIT_MS = 1_000

export interface PageServed {
  /** A file was asked for. Answers what to call once the page has all of it. */
  note(address: string): () => void
  /** Resolves once the page has asked for its scripts (which it does after a stored first screen is painted), has got them and asks for nothing more, or at the limit. */
  whenQuiet(): Promise<void>
}

export function watchPageServed(after: (ms: number, task: () => void) => () => void): PageServed {
  let hasAskedForScripts = false
  let underWay = 0
  let cancelQuiet: () => void = () => undefined
  let finish: () => void = () => undefined
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  after(LIMIT_MS, finish)
  return {
    note: (address) => {
      hasAskedForScripts ||= address.endsWith('.js')
      underWay += 1
      cancelQuiet()
      let isSent = false
      return () => {
        if (isSent) return
        isSent = true
        underWay -= 1
        if (underWay === 0 && hasAskedForScripts) cancelQuiet = after(QUIET_MS, finish)
      }
    },
    whenQuiet: () => done,
  }
}
