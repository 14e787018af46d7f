// May a window close? It is asked to write what it holds and to say whether anything is left (R10). No answer in time,
// or an answer that something is left, is a question for the person; it is never a silent loss.
import type { Log } from '#core/ports.ts'

export type Answer = 'clean' | 'unsaved' | 'silent'
export type LeaveChoice = 'save-copy' | 'close' | 'stay'

export interface LeavingWindow {
  readonly id: number
  readonly hasCalled: boolean
}

export interface LeavingDeps<W extends LeavingWindow> {
  /** Tells the window's page to flush and answer (`app.closing`). */
  tellClosing(window: W): void
  /** False once its page has crashed or shows a notice: nothing there can answer, or has anything left to say. */
  canAnswer(window: W): boolean
  /** Asks the person about a window that did not come clean. */
  choose(window: W, answer: Exclude<Answer, 'clean'>): Promise<LeaveChoice>
  /** The person wants a copy of what is unsaved (`article.save-copy`). */
  startRescue(window: W): void
  after(ms: number, task: () => void): () => void
  readonly log: Log
}

export interface Leaving<W extends LeavingWindow> {
  /** `app.readyToClose` arrived from this window. */
  answered(windowId: number, hasUnsaved: boolean): void
  /** True when every one of these windows may go. Asks all of them at once, the person one by one. */
  mayClose(windows: readonly W[]): Promise<boolean>
}

/** R10: flush <= 500 ms. A page that takes longer is busy with something the person should hear about. */
export const FLUSH_LIMIT_MS = 500

export function createLeaving<W extends LeavingWindow>(deps: LeavingDeps<W>): Leaving<W> {
  const waiting = new Map<number, { readonly answer: Promise<Answer>; settle(answer: Answer): void }>()

  const ask = (window: W): Promise<Answer> => {
    if (!window.hasCalled || !deps.canAnswer(window)) return Promise.resolve('clean')
    const asked = waiting.get(window.id)
    if (asked !== undefined) return asked.answer
    let resolve: (answer: Answer) => void = () => undefined
    const answer = new Promise<Answer>((settled) => {
      resolve = settled
    })
    const settle = (given: Answer) => {
      cancel()
      waiting.delete(window.id)
      resolve(given)
    }
    const cancel = deps.after(FLUSH_LIMIT_MS, () => settle('silent'))
    waiting.set(window.id, { answer, settle })
    deps.tellClosing(window)
    return answer
  }

  return {
    answered: (windowId, hasUnsaved) => waiting.get(windowId)?.settle(hasUnsaved ? 'unsaved' : 'clean'),
    mayClose: async (windows) => {
      const givenUp = new Set<W>()
      for (;;) {
        // All of them each time: while the person thought about one window, words may have come into another.
        const open = windows.filter((window) => !givenUp.has(window))
        const answers = await Promise.all(open.map(async (window) => ({ window, answer: await ask(window) })))
        const held = answers.find(({ answer }) => answer !== 'clean')
        if (held === undefined || held.answer === 'clean') return true
        deps.log('warn', 'leaving-held', { answer: held.answer })
        const choice = await deps.choose(held.window, held.answer)
        if (choice === 'save-copy') deps.startRescue(held.window)
        if (choice !== 'close') return false
        givenUp.add(held.window)
      }
    },
  }
}
