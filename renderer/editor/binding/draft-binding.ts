// Binds the draft's content to one ProseMirror view, both ways, at a cost that does not grow with the length of the story
// for plain typing. Ours instead of y-tiptap's plugin: see docs/decisions/0007-own-binding.md.
import type { Node, Schema } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { fragmentToNodes, type NodeMapping } from './element-to-node.ts'
import { type RelativeSelection, restoreSelection, toRelativeSelection } from './relative-selection.ts'
import { replaceChildren } from './replace-children.ts'
import { TYPED_HERE, undoHistoryOf } from './undo-history.ts'
import { writeBlocks, type WriteMeta } from './write-blocks.ts'

const key = new PluginKey<number>('draftBinding')
const FROM_DRAFT = 'fromDraft'
const OWN_STEP = 'ownUndoStep'

/** Whether a transaction shows what came from the draft (elsewhere, or undo): never filtered, never amended. */
export const isFromDraft = (tr: Transaction): boolean => tr.getMeta(FROM_DRAFT) === true
/** Makes a transaction an undo step of its own. */
export const asOwnUndoStep = (tr: Transaction): Transaction => tr.setMeta(OWN_STEP, true)

export interface DraftBinding {
  readonly initialDoc: Node
  readonly plugin: Plugin
  undo(): boolean
  redo(): boolean
  canUndo(): boolean
  canRedo(): boolean
  stop(): void
}

export function createDraftBinding(
  fragment: Y.XmlFragment,
  schema: Schema,
  onBroken: (error: unknown) => void,
): DraftBinding {
  if (fragment.doc === null) throw new Error('The content is not part of a draft')
  const draft = fragment.doc
  const mapping: NodeMapping = new Map()
  const meta: WriteMeta = { mapping, isOMark: new Map() }
  /** The document as Yjs holds it now. */
  let synced = schema.topNodeType.create(null, fragmentToNodes(fragment, schema, mapping))
  const initialDoc = synced
  let view: EditorView | null = null
  let isWriting = false
  let isStopped = false
  /** The view was built on a document that the draft has left behind since. */
  let isBehind = false
  let selectionBefore: RelativeSelection | null = null
  const history = undoHistoryOf(draft)

  const relativeSelection = (state: EditorState) => toRelativeSelection(state.selection, fragment, mapping)

  function write(state: EditorState, previous: EditorState): void {
    if (isStopped || state.doc === synced) return
    const before = synced
    if (history.beginsStep() || key.getState(state) !== key.getState(previous))
      history.remember(previous.doc === before ? relativeSelection(previous) : null)
    const isOwnStep = key.getState(state) !== key.getState(previous)
    if (isOwnStep) history.endStep()
    synced = state.doc
    isWriting = true
    const failures: unknown[] = []
    try {
      draft.transact(() => {
        try {
          writeBlocks(fragment, before, state.doc, meta)
        } catch (error) {
          failures.push(error) // told below, once the transaction is closed
        }
      }, TYPED_HERE)
    } finally {
      isWriting = false
    }
    if (failures.length > 0) return giveUp(failures[0])
    if (isOwnStep) history.endStep()
  }

  /** What cannot be shown must not be written over (A2), and what cannot be written must not look written: the error boundary says so. */
  function giveUp(error: unknown): void {
    stop()
    onBroken(error)
  }

  function read(transaction: Y.Transaction): void {
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType)
        mapping.delete(struct.content.type)
    })
    // Changed types and all that hold them are built anew; everything else keeps its node.
    for (const type of transaction.changed.keys()) mapping.delete(type)
    for (const type of transaction.changedParentTypes.keys()) mapping.delete(type)
    show(fragmentToNodes(fragment, schema, mapping))
  }

  function show(blocks: readonly Node[]): void {
    if (view === null) {
      synced = schema.topNodeType.create(null, blocks)
      return
    }
    const { state } = view
    const tr = replaceChildren(state.tr, state.doc, 0, blocks)
    if (!tr.docChanged) return
    restoreSelection(tr, selectionBefore, fragment, mapping)
    tr.setMeta(FROM_DRAFT, true).setMeta('addToHistory', false)
    synced = tr.doc
    view.dispatch(tr)
  }

  function catchUp(): void {
    if (!isBehind) return
    isBehind = false
    show(synced.content.content)
  }

  const beforeAll = () => {
    if (!isWriting && view !== null) selectionBefore = relativeSelection(view.state)
  }
  const observe = (_events: unknown, transaction: Y.Transaction) => {
    if (isWriting || isStopped) return
    try {
      read(transaction)
    } catch (error) {
      giveUp(error)
    }
  }
  draft.on('beforeAllTransactions', beforeAll)
  fragment.observeDeep(observe)

  function stop(): void {
    if (isStopped) return
    isStopped = true
    draft.off('beforeAllTransactions', beforeAll)
    fragment.unobserveDeep(observe)
  }

  function move(step: typeof history.undo): boolean {
    if (view === null || isStopped) return false
    const moved = step(relativeSelection(view.state))
    if (moved === null) return false
    const tr = restoreSelection(view.state.tr, moved.selection, fragment, mapping)
    view.dispatch(tr.scrollIntoView())
    return true
  }

  const plugin = new Plugin<number>({
    key,
    state: {
      init: () => 0,
      apply: (tr, steps) => (tr.getMeta(OWN_STEP) === true ? steps + 1 : steps),
    },
    view(created) {
      view = created
      // Something may have come between building the document and showing it. To write the view's document would take it back.
      isBehind = created.state.doc !== synced
      if (isBehind) queueMicrotask(catchUp)
      return {
        update: (updated, previous) => (isBehind ? catchUp() : write(updated.state, previous)),
        destroy: () => {
          view = null
        },
      }
    },
  })

  return {
    initialDoc,
    plugin,
    undo: () => move(history.undo),
    redo: () => move(history.redo),
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    stop,
  }
}
