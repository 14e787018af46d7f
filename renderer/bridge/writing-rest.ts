// What need not be drawn with a key waits until the keys rest, and is drawn in one go: a frame more costs as much as the key itself
// (decision 0010). Lengths, the time of the last save and lists of articles wait here.

/** Milliseconds without a key that are a rest: below what a reader of the status line notices, above a steady typist's pauses. */
const REST_MS = 250
/** Milliseconds after which what waits is drawn although nobody rests. */
const PATIENCE_MS = 2_000

let lastKeyAt = Number.NEGATIVE_INFINITY
let waitingSince = 0
let timer: ReturnType<typeof setTimeout> | null = null
const waiting = new Set<() => void>()

/** Called by the galley with every change that is typed. */
export function noteWriting(): void {
  lastKeyAt = performance.now()
}

/** Runs once the keys rest, or now if they do. Asking again before it ran costs nothing; the answer takes it back. */
export function whenWritingRests(run: () => void): () => void {
  if (timer === null) {
    const rested = performance.now() - lastKeyAt
    if (rested >= REST_MS) {
      run()
      return () => {}
    }
    waitingSince = performance.now()
    timer = setTimeout(tick, REST_MS - rested)
  }
  waiting.add(run)
  return () => void waiting.delete(run)
}

function tick(): void {
  const now = performance.now()
  const left = Math.min(REST_MS - (now - lastKeyAt), PATIENCE_MS - (now - waitingSince))
  timer = left > 0 && waiting.size > 0 ? setTimeout(tick, left) : null
  if (timer !== null) return
  const due = [...waiting]
  waiting.clear()
  for (const run of due) run()
}
