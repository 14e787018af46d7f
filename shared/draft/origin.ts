// Where an edit of a draft came from.
import { z } from 'zod'

/** What a window says of an edit it sends: written, brought back from another version, or taken back (or done again) by undo. */
export const WINDOW_SOURCES = ['window', 'restore', 'undo'] as const
export type WindowSource = (typeof WINDOW_SOURCES)[number]

/** Every Yjs transaction in main carries one of these (DR7); code switches on `source` exhaustively. */
export type Origin =
  | { readonly source: WindowSource; readonly windowId: number }
  | { readonly source: 'sync' }
  | { readonly source: 'upgrade' }
  | { readonly source: 'restore' }
  | { readonly source: 'import' }
  | { readonly source: 'create' }

/** As a row of the log names it. */
export const originSourceSchema = z.enum([...WINDOW_SOURCES, 'sync', 'upgrade', 'import', 'create'])
export type OriginSource = Origin['source']

/** The window a change came from, or null when it was made in main. */
export const windowOf = (origin: Origin): number | null => ('windowId' in origin ? origin.windowId : null)
