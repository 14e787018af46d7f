// Lets the first page have its files before core is loaded: loading core holds this thread for a tenth of a second, in
// which no file could be served and the window not be shown.

/** No request for so long means the page has what it asked for, in ms. Its files are asked for within a few of each other. */
const QUIET_MS = 5
/** Core is not kept waiting longer than this, in ms, whatever the page does. */
const LIMIT_MS = 300

export interface PageServed {
  /** A file was asked for. */
  note(): void
  /** Resolves once the page has asked for more than its HTML and then for nothing more, or at the limit. */
  whenQuiet(): Promise<void>
}

export function watchPageServed(after: (ms: number, task: () => void) => () => void): PageServed {
  let requests = 0
  let cancelQuiet: () => void = () => undefined
  let finish: () => void = () => undefined
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  after(LIMIT_MS, finish)
  return {
    note: () => {
      requests += 1
      cancelQuiet()
      if (requests > 1) cancelQuiet = after(QUIET_MS, finish)
    },
    whenQuiet: () => done,
  }
}
