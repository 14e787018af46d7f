// Where windows stood and what they showed, so that the next start looks like the last one. Conveniences only: what
// cannot be read is put aside by forgetting it, and says so in the log. Nothing a person wrote is in here.
import { z } from 'zod'
import { type ArticleId, articleIdSchema } from '#shared/article/ids.ts'

const bounds = { x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() }
const savedWindowSchema = z.strictObject({
  ...bounds,
  isMaximized: z.boolean(),
  articleId: articleIdSchema.nullable(),
})
export type SavedWindow = Readonly<z.infer<typeof savedWindowSchema>>

/** Windows restored at most; more were never meant to come back at once. */
const MAX_WINDOWS = 8

const windowStateSchema = z.strictObject({
  version: z.literal(1),
  /** The library whose articles they showed. */
  library: z.string().nullable(),
  windows: z.array(savedWindowSchema).max(MAX_WINDOWS),
})
export type WindowState = Readonly<z.infer<typeof windowStateSchema>>

export const EMPTY_WINDOW_STATE: WindowState = { version: 1, library: null, windows: [] }

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const MIN_WINDOW = { width: 640, height: 420 }
const DEFAULT_WINDOW = { width: 1320, height: 860 }
/** So much of a window's title bar must be on a screen for it to be grabbed, in pixels. */
const GRABBABLE = 80
/** A second window stands this far off the one it came from, in pixels. */
const CASCADE = 28

export function parseWindowState(stored: unknown): WindowState | null {
  const parsed = windowStateSchema.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** Where a window may open: as saved if it can be seen there, else centred at its size or the usual one. */
export function placeWindow(saved: Rectangle | null, screens: readonly Rectangle[]): Rectangle {
  const screen = screens[0] ?? { x: 0, y: 0, ...DEFAULT_WINDOW }
  if (saved !== null && screens.some((area) => isGrabbable(saved, area)))
    return { ...saved, width: atLeast(saved.width, 'width'), height: atLeast(saved.height, 'height') }
  const width = Math.min(saved?.width ?? DEFAULT_WINDOW.width, screen.width)
  const height = Math.min(saved?.height ?? DEFAULT_WINDOW.height, screen.height)
  return {
    x: screen.x + Math.round((screen.width - width) / 2),
    y: screen.y + Math.round((screen.height - height) / 2),
    width: atLeast(width, 'width'),
    height: atLeast(height, 'height'),
  }
}

export const cascadeFrom = (from: Rectangle): Rectangle => ({
  ...from,
  x: from.x + CASCADE,
  y: from.y + CASCADE,
})

/** The windows to open at start: the article asked for, or those of last time in this library, or one. */
export function windowsAtStart(
  state: WindowState,
  library: string,
  asked: ArticleId | null,
): readonly { readonly articleId: ArticleId | null; readonly saved: SavedWindow | null }[] {
  const first = state.windows[0] ?? null
  if (asked !== null) return [{ articleId: asked, saved: first }]
  if (state.library !== library || first === null) return [{ articleId: null, saved: first }]
  return state.windows.map((saved) => ({ articleId: saved.articleId, saved }))
}

const atLeast = (value: number, side: 'width' | 'height') => Math.max(value, MIN_WINDOW[side])

function isGrabbable(window: Rectangle, area: Rectangle): boolean {
  const left = Math.max(window.x, area.x)
  const right = Math.min(window.x + window.width, area.x + area.width)
  return right - left >= GRABBABLE && window.y >= area.y && window.y + GRABBABLE <= area.y + area.height
}
