// Crossheads as a page needs them: from h2 downwards without gaps, whatever levels the writer picked.

export interface HeadingLevels {
  /** The level on the page for a crosshead of this written level. */
  next(written: number): number
  /** Levels for a part of the page below the current crosshead (a fact box); the story's own levels go on unchanged after it. */
  below(): HeadingLevels
}

const DEEPEST = 6

export function createHeadingLevels(base = 1): HeadingLevels {
  const open: number[] = []
  const level = () => Math.min(base + open.length, DEEPEST)
  return {
    next(written) {
      while ((open.at(-1) ?? 0) >= written) open.pop()
      open.push(written)
      return level()
    },
    below: () => createHeadingLevels(level()),
  }
}
