// The editor's list: the shared grammar, the draft's binding, behaviour, and the features built on top of it.
import { Extension, type Extensions } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import type * as Y from 'yjs'
import { contentOf } from '#shared/draft/draft-doc.ts'
import { articleExtensions } from '#shared/schema/article-schema.ts'
import { blockActions } from './commands/block-commands.ts'
import { insertActions } from './commands/insert-commands.ts'
import { listActions } from './commands/list-commands.ts'
import { markActions } from './commands/mark-commands.ts'
import { quoteActions } from './commands/quote-commands.ts'
import type { EditorActions, EditorContext, EditorFeature } from './editor-feature.ts'
import { placeholders } from './editor-words.ts'
import { findReplaceFeature } from './find-replace/find-actions.ts'
import { ActionKeys } from './extensions/action-keys/action-keys.ts'
import { BaseKeys } from './extensions/base-keys/base-keys.ts'
import { BlockId } from './extensions/block-id/block-id.ts'
import { CurrentBlock } from './extensions/current-block/current-block.ts'
import { DraftContent, undoActions } from './extensions/draft-content/draft-content.ts'
import { factBoxFeature } from './extensions/fact-box/fact-box-feature.ts'
import { FarBlocks } from './extensions/far-blocks/far-blocks.ts'
import { figureFeature } from './extensions/figure/figure-feature.ts'
import { FocusMode } from './extensions/focus-mode/focus-mode.ts'
import { headGuardExtensions } from './extensions/head-guard/head-guard.ts'
import { languageRunFeature } from './extensions/language-run/language-run-feature.ts'
import { linkFeature } from './extensions/link/link-feature.ts'
import { MarkdownRules } from './extensions/markdown-rules/markdown-rules.ts'
import { pasteFeature } from './extensions/paste/paste-feature.ts'
import { Placeholder } from './extensions/placeholder/placeholder.ts'
import { smartTypographyFeature } from './extensions/smart-typography/smart-typography-feature.ts'
import { spellingFeature } from './extensions/spelling/spelling-feature.ts'
import { stashFeature } from './extensions/stash/stash-feature.ts'
import { tableFeature } from './extensions/table/table-feature.ts'
import { TrailingParagraph } from './extensions/trailing-paragraph/trailing-paragraph.ts'
import { TypedText } from './extensions/typed-text/typed-text.ts'
import { WritingLanguage } from './extensions/writing-language/writing-language.ts'

/** The seam: smart typography, links, paste, tables, figures, stash and fact boxes are listed here. Of equal priority, later ones see keys first. */
export const FEATURES: readonly EditorFeature[] = [
  linkFeature,
  pasteFeature,
  smartTypographyFeature,
  tableFeature,
  figureFeature,
  stashFeature,
  factBoxFeature,
  languageRunFeature,
  findReplaceFeature,
  spellingFeature,
]

const Cursors = Extension.create({
  name: 'cursors',
  addProseMirrorPlugins: () => [
    gapCursor(),
    dropCursor({ color: false, class: 'galley-drop-cursor', width: 2 }),
  ],
})

export function editorActions(context: EditorContext): EditorActions {
  const own = [undoActions, markActions, blockActions, listActions, quoteActions, insertActions]
  return Object.assign({}, ...own, ...FEATURES.map((feature) => feature.actions?.(context) ?? {}))
}

export function editorExtensions(
  context: EditorContext,
  draft: Y.Doc,
  actions: EditorActions,
  onBroken: (error: unknown) => void,
): Extensions {
  const added: Extensions = [
    DraftContent.configure({ fragment: contentOf(draft), onBroken }),
    ...headGuardExtensions,
    BlockId,
    TrailingParagraph,
    WritingLanguage.configure({ draft }),
    TypedText,
    ActionKeys.configure({ actions }),
    BaseKeys,
    MarkdownRules,
    Placeholder.configure({ words: placeholders() }),
    CurrentBlock,
    FarBlocks,
    FocusMode,
    Cursors,
    ...FEATURES.flatMap((feature) => feature.extensions?.(context) ?? []),
  ]
  return withGrammar(added)
}

/** The grammar in its own order (it fixes the order of marks), each part replaced where a feature brings its own. */
function withGrammar(added: Extensions): Extensions {
  const byName = new Map(added.map((extension) => [extension.name, extension]))
  const names = new Set(articleExtensions.map((extension) => extension.name))
  return [
    ...articleExtensions.map((extension) => byName.get(extension.name) ?? extension),
    ...added.filter((extension) => !names.has(extension.name)),
  ]
}
