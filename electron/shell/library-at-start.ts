// Which library a start opens: the one asked for, else the one of last time, else the usual place.
import type { OpenMode } from './library-entry.ts'

export interface LibraryAtStart {
  readonly path: string
  readonly mode: OpenMode
}

/**
 * A place that was asked for, or the usual one, may be new: a library is made there if nothing is. The library of last
 * time must still be there: an empty one in its place would look like a loss.
 */
export function libraryAtStart(options: {
  asked: string | null
  fromEnvironment: string | undefined
  recent: readonly string[]
  usual: string
}): LibraryAtStart {
  const asked = options.asked ?? (options.fromEnvironment || null)
  if (asked !== null) return { path: asked, mode: 'either' }
  const [last] = options.recent
  return last === undefined ? { path: options.usual, mode: 'either' } : { path: last, mode: 'open' }
}
