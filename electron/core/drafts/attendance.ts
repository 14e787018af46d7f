// Who needs a draft: windows, which may hold it more than once, and jobs without a window.

export interface Attendance {
  attach(windowId: number): void
  detach(windowId: number): void
  /** The window is gone, however often it held the draft. */
  windowClosed(windowId: number): void
  /** Something without a window works on the draft. Answers the release, which counts once. */
  hold(): () => void
  has(windowId: number): boolean
  windowIds(): Iterable<number>
  isUnused(): boolean
  clearWindows(): void
}

export function createAttendance(onUnused: () => void): Attendance {
  const windows = new Map<number, number>()
  let holds = 0
  const isUnused = (): boolean => windows.size === 0 && holds === 0
  const left = (): void => {
    if (isUnused()) onUnused()
  }
  return {
    attach: (windowId) => void windows.set(windowId, (windows.get(windowId) ?? 0) + 1),
    detach(windowId) {
      const count = windows.get(windowId)
      if (count === undefined) return
      if (count > 1) windows.set(windowId, count - 1)
      else windows.delete(windowId)
      left()
    },
    windowClosed(windowId) {
      if (windows.delete(windowId)) left()
    },
    hold() {
      holds++
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        holds--
        left()
      }
    },
    has: (windowId) => windows.has(windowId),
    windowIds: () => windows.keys(),
    isUnused,
    clearWindows: () => windows.clear(),
  }
}
