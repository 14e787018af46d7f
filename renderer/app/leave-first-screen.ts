// The stored screen (docs/decisions/0014) gives way to the real one.

/** Milliseconds after which it goes whatever the page says: it must never hide a window that has something to tell. */
export const FIRST_SCREEN_LIMIT_MS = 3_000

export const leaveFirstScreen = (): void => document.getElementById('first-screen')?.remove()
