// Native dialogs answered by the test: a real one would wait for a person who is not there. An answer not given
// beforehand is a cancel, so that a forgotten stub loses nothing and shows up in what follows.
import type { ElectronApplication } from '@playwright/test'

export interface ShownMessage {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
}

export interface DialogStubs {
  /** The next open dialog gives these files or folders; null cancels. */
  chooseFiles(paths: readonly string[] | null): Promise<void>
  /** The next save dialog gives this path; null cancels. */
  chooseSavePath(file: string | null): Promise<void>
  /** The next question is answered with the button of this label. */
  answerMessage(button: string): Promise<void>
  /** Every question and message shown so far, oldest first. */
  messages(): Promise<readonly ShownMessage[]>
}

interface Answers {
  readonly files: (string[] | null)[]
  readonly saves: (string | null)[]
  readonly buttons: string[]
  readonly shown: ShownMessage[]
}
type WithAnswers = typeof globalThis & { stetAnswers: Answers }

/** Playwright loses an evaluation that meets the very start of the main process ("promise was garbage collected"). */
async function atStart<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    if (!String(error).includes('garbage collected')) throw error
    return task()
  }
}

export async function stubDialogs(app: ElectronApplication): Promise<DialogStubs> {
  await atStart(() =>
    app.evaluate(({ dialog }) => {
      const answers: Answers = { files: [], saves: [], buttons: [], shown: [] }
      ;(globalThis as WithAnswers).stetAnswers = answers
      dialog.showOpenDialog = async () => {
        const filePaths = answers.files.shift() ?? null
        return { canceled: filePaths === null, filePaths: filePaths ?? [] }
      }
      dialog.showSaveDialog = async () => {
        const filePath = answers.saves.shift() ?? null
        return { canceled: filePath === null, filePath: filePath ?? '' }
      }
      dialog.showMessageBox = async (...args: unknown[]) => {
        const options = args.at(-1) as {
          message: string
          detail?: string
          buttons?: string[]
          cancelId?: number
        }
        const buttons = options.buttons ?? []
        answers.shown.push({ message: options.message, detail: options.detail ?? '', buttons })
        const wanted = answers.buttons.shift()
        const response = wanted === undefined ? (options.cancelId ?? 0) : buttons.indexOf(wanted)
        if (response < 0) throw new Error(`No button ${wanted} among ${buttons.join(', ')}`)
        return { response, checkboxChecked: false }
      }
    }),
  )
  return {
    chooseFiles: (paths) =>
      app.evaluate(
        (_electron, chosen) => {
          ;(globalThis as WithAnswers).stetAnswers.files.push(chosen)
        },
        paths === null ? null : [...paths],
      ),
    chooseSavePath: (file) =>
      app.evaluate((_electron, chosen) => {
        ;(globalThis as WithAnswers).stetAnswers.saves.push(chosen)
      }, file),
    answerMessage: (button) =>
      app.evaluate((_electron, label) => {
        ;(globalThis as WithAnswers).stetAnswers.buttons.push(label)
      }, button),
    messages: () => app.evaluate(() => (globalThis as WithAnswers).stetAnswers.shown),
  }
}
