// Undo of this window's edits only, through Yjs, so that it stays right after edits from elsewhere. Remembers selections.
import { defaultDeleteFilter } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { RelativeSelection } from './relative-selection.ts'

/** Milliseconds of steady typing that one undo takes back. Yjs's own default, and close to ProseMirror's. */
const CAPTURE_MS = 500

export interface UndoHistory {
  /** Takes back the last step; answers the selection to restore, or null when there was nothing to do. */
  undo(current: RelativeSelection | null): { readonly selection: RelativeSelection | null } | null
  redo(current: RelativeSelection | null): { readonly selection: RelativeSelection | null } | null
  canUndo(): boolean
  canRedo(): boolean
  /** Whether the next edit begins a step: only then is its selection worth working out. */
  beginsStep(): boolean
  /** The selection before the edit that comes next. */
  remember(selection: RelativeSelection | null): void
  /** The next edit does not join the last step. */
  endStep(): void
}

const histories = new WeakMap<Y.XmlFragment, UndoHistory>()

/** The history of a draft. It lives as long as the draft is open, not the view: a look at an old revision must not lose it. */
export function undoHistoryOf(
  fragment: Y.XmlFragment,
  origin: object,
  nodeNames: readonly string[],
): UndoHistory {
  const known = histories.get(fragment)
  if (known !== undefined) return known
  const history = createUndoHistory(fragment, origin, nodeNames)
  histories.set(fragment, history)
  return history
}

/** Ends with the Y.Doc, whose destruction the manager listens to. */
function createUndoHistory(
  fragment: Y.XmlFragment,
  origin: object,
  nodeNames: readonly string[],
): UndoHistory {
  const protectedNodes = new Set(nodeNames)
  const manager = new Y.UndoManager(fragment, {
    captureTimeout: CAPTURE_MS,
    trackedOrigins: new Set([origin]),
    // Taking back a block that somebody has written in since leaves the block and their words.
    deleteFilter: (item) => defaultDeleteFilter(item, protectedNodes),
  })
  const selections = new WeakMap<object, RelativeSelection | null>()
  let next: RelativeSelection | null = null
  let popped: RelativeSelection | null = null
  manager.on('stack-item-added', ({ stackItem }) => void selections.set(stackItem, next))
  manager.on('stack-item-popped', ({ stackItem }) => {
    popped = selections.get(stackItem) ?? null
  })
  const step = (move: () => unknown, current: RelativeSelection | null) => {
    next = current
    popped = null
    return move() === null ? null : { selection: popped }
  }

  return {
    undo: (current) => step(() => manager.undo(), current),
    redo: (current) => step(() => manager.redo(), current),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    beginsStep: () =>
      manager.undoStack.length === 0 ||
      manager.lastChange === 0 ||
      Date.now() - manager.lastChange >= CAPTURE_MS - CLOCK_SLACK_MS,
    remember(selection) {
      next = selection
    },
    endStep: () => manager.stopCapturing(),
  }
}

/** The manager reads the clock again after us: remember the selection a little early rather than not at all. */
const CLOCK_SLACK_MS = 50
