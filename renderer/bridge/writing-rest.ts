// What need not be drawn with a key waits until the keys rest, and is drawn in one go: a frame more costs as much as the key itself
// (decision 0013). Lengths, the time of the last save and lists of articles wait here.

/** Milliseconds without a key that are a rest: below what a reader of the status line notices, above a steady typist's pauses. */
const REST_MS = 250
/** Milliseconds after which what waits is drawn although nobody rests. */
const PATIENCE_MS = 2_000

let lastKeyAt = Number.NEGATIVE_INFINITY
let timer: ReturnType<typeof setTimeout> | null = null
/** What waits, and when its patience ends. */
const waiting = new Map<() => void, number>()

/** Called by the galley with every change that is typed. */
export function noteWriting(): void {
  lastKeyAt = performance.now()
}

/** Runs once the keys rest, or now if they do. Asking again before it ran costs nothing; the answer takes it back. */
export function whenWritingRests(run: () => void, patienceMs = PATIENCE_MS): () => void {
  const now = performance.now()
  const rest = lastKeyAt + REST_MS - now
  if (rest <= 0) {
    waiting.delete(run)
    run()
    return () => {}
  }
  if (!waiting.has(run)) waiting.set(run, now + patienceMs)
  timer ??= setTimeout(tick, rest)
  return () => void waiting.delete(run)
}

function tick(): void {
  timer = null
  const now = performance.now()
  const rest = lastKeyAt + REST_MS - now
  for (const [run, dueAt] of waiting) {
    if (rest > 0 && dueAt > now) continue
    waiting.delete(run)
    run()
  }
  if (waiting.size > 0) timer ??= setTimeout(tick, rest)
}
