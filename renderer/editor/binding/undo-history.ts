// Undo of this window's edits only, through Yjs, so that it stays right after edits from elsewhere. Remembers selections.
import { defaultDeleteFilter } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { contentOf, metaOf } from '#shared/draft/draft-doc.ts'
import type { Origin } from '#shared/draft/origin.ts'
import { articleGrammar } from '#shared/schema/article-schema.ts'
import type { RelativeSelection } from './relative-selection.ts'

/** Milliseconds of steady typing that one undo takes back. Yjs's own default, and close to ProseMirror's. */
const CAPTURE_MS = 500

/** Origin of what is typed here. */
export const TYPED_HERE = { source: 'editor' } as const
/** Origin of what this window brings back from another version: fields too, so undo covers those (a panel's own edits have another origin). */
export const RESTORED_HERE: Origin = { source: 'restore' }
/** Whether undo or redo made a transaction of this origin. */
export const isFromUndo = (origin: unknown): boolean => origin instanceof Y.UndoManager

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

const histories = new WeakMap<Y.Doc, UndoHistory>()

/** The history of a draft. It lives as long as the draft is open, not the view: a look at an old revision must not lose it. */
export function undoHistoryOf(draft: Y.Doc): UndoHistory {
  const known = histories.get(draft)
  if (known !== undefined) return known
  const history = createUndoHistory(draft)
  histories.set(draft, history)
  return history
}

let knownNodes: ReadonlySet<string> | null = null
/** Worked out by the first undo, not by opening. */
function nodeNames(): ReadonlySet<string> {
  knownNodes ??= new Set(Object.keys(articleGrammar().nodes))
  return knownNodes
}

/** Ends with the Y.Doc, whose destruction the manager listens to. */
function createUndoHistory(draft: Y.Doc): UndoHistory {
  const manager = new Y.UndoManager([contentOf(draft), metaOf(draft)], {
    captureTimeout: CAPTURE_MS,
    trackedOrigins: new Set([TYPED_HERE, RESTORED_HERE]),
    // Taking back a block that somebody has written in since leaves the block and their words.
    deleteFilter: (item) => defaultDeleteFilter(item, nodeNames()),
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
