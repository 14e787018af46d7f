// What changed between two versions, as data: a list of changes for people, and the two versions merged into one reading order in
// which every difference names its change. Choosing a side for each change gives the old version, the new one, or anything between.
import type { MarkJson, NodeJson } from '../../article/article.ts'
import type { ArticleMeta } from '../../article/meta.ts'
import type { Stamps } from '../../article/stamps.ts'

export type Side = 'before' | 'after'

/** c1, c2, c3 in reading order: the content from the top, then the fields. */
export type ChangeId = string

/** How much a change of text says: the others can be dimmed. `words` is everything that is none of them. */
export type Weight = 'words' | 'punctuation' | 'quotes' | 'space' | 'case'

/** What a reader filters by: "hide formatting", "hide punctuation" (which is every weight but `words`). */
export type ChangeGroup = 'text' | 'punctuation' | 'structure' | 'formatting' | 'attribute' | 'field'

/** Where a change stands. */
export interface ChangePlace {
  /** In words, numbered as in the version it stands in: "Paragraph 4", "Caption of picture 2", "List 1, item 3", "Headline". */
  readonly name: string
  /** Index of the top-level block in the old and the new version; null where there is none. Both null for a field. */
  readonly beforeIndex: number | null
  readonly afterIndex: number | null
  /** Id of that block, the new version's first. */
  readonly blockId: string | null
}

interface ChangeBase {
  readonly id: ChangeId
  readonly place: ChangePlace
  readonly group: ChangeGroup
  readonly weight: Weight
  /** What stood there and what stands there now, as plain text; '' where there is nothing. */
  readonly before: string
  readonly after: string
}

/** Text inside a block, or a whole block with all that is in it. */
export interface TextChange extends ChangeBase {
  readonly kind: 'inserted' | 'deleted' | 'replaced'
  readonly scope: 'text' | 'block'
  /** Addresses that the text on each side is linked to: a new target is never hidden behind new words. */
  readonly links: { readonly before: readonly string[]; readonly after: readonly string[] }
}
/** A whole block in another place; what was edited inside it is changes of its own. */
export interface MovedChange extends ChangeBase {
  readonly kind: 'moved'
  readonly direction: 'up' | 'down'
  /** The block it stands after now and the one it stood after ("Paragraph 2"), or null at the top. */
  readonly standsAfter: string | null
  readonly stoodAfter: string | null
}
/** One block became several, several became one, or the same words were set another way (a list as paragraphs). */
export interface ShapeChange extends ChangeBase {
  readonly kind: 'split' | 'joined' | 'reshaped'
  /** Blocks before and after, in words: "paragraph", "list", "3 paragraphs". */
  readonly from: string
  readonly to: string
}
/** The words stayed; only their dress changed. Never a link target. */
export interface FormattingChange extends ChangeBase {
  readonly kind: 'formatting'
  /** Mark names: strong, emphasis, superscript, subscript, code. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
}
export type ChangedAttribute =
  | 'link' // before and after are addresses, '' for no link; `words` is the linked text
  | 'language' // of a run
  | 'block-kind' // paragraph to heading, bulleted to numbered
  | 'heading-level'
  | 'picture' // another picture
  | 'alt'
  | 'decorative'
  | 'list-start'
  | 'cell-span'
  | 'cell-kind' // header cell or data cell
  | 'other'
/** A value that is not text of the story. */
export interface AttributeChange extends ChangeBase {
  readonly kind: 'attribute'
  readonly attribute: ChangedAttribute
  /** The text it concerns: of a link or a language run the words, else ''. */
  readonly words: string
}
/** All that changed in the text of one cell. */
export interface CellChange extends ChangeBase {
  readonly kind: 'table-cell'
}
export interface TableLineChange extends ChangeBase {
  readonly kind: 'table-row' | 'table-column'
  readonly action: 'inserted' | 'deleted'
}

export type FieldName = keyof ArticleMeta | keyof Stamps
export type FieldDetail =
  | { readonly type: 'text'; readonly runs: readonly TextRun[] }
  /** Items in the new order, those gone where they were. */
  | { readonly type: 'list'; readonly items: readonly FieldItem[]; readonly isReordered: boolean }
  /** One value by another; before and after of the change are its words. */
  | { readonly type: 'value' }
export interface FieldItem {
  readonly state: 'same' | 'inserted' | 'deleted' | 'changed'
  readonly before: string
  readonly after: string
}
export interface FieldChange extends ChangeBase {
  readonly kind: 'field'
  readonly field: FieldName
  /** "Slugline", "Topics", "Embargo". */
  readonly label: string
  readonly detail: FieldDetail
  /** Public stamps are a record of what happened: they are shown and cannot be taken back (ST2, ST3). */
  readonly canTakeBack: boolean
}

export type Change =
  | TextChange
  | MovedChange
  | ShapeChange
  | FormattingChange
  | AttributeChange
  | CellChange
  | TableLineChange
  | FieldChange
export type ChangeKind = Change['kind']

/** Which of a formatted run's marks a change is about. */
export type MarkLayer = 'formatting' | 'link' | 'language'

export interface TextRun {
  readonly state: 'same' | 'inserted' | 'deleted' | 'formatted'
  /** A line break is "\n". */
  readonly text: string
  /** The type of an inline node that is not text ("hardBreak"), else null. */
  readonly leaf: string | null
  /** [] on the side where the run is not. */
  readonly marksBefore: readonly MarkJson[]
  readonly marksAfter: readonly MarkJson[]
  /** Null for `same`. Of a formatted run the first of its layers. */
  readonly changeId: ChangeId | null
  /** Of a formatted run: one change for each layer that differs. */
  readonly layers: readonly { readonly layer: MarkLayer; readonly changeId: ChangeId }[]
}
/** Where a text block ends and the next begins: in both versions or, at a split or join, in one. Only in shape rows. */
export interface BreakRun {
  readonly state: 'break'
  readonly in: Side | 'both'
}
export type Run = TextRun | BreakRun

/** A block that is in both versions. */
export interface MergedBlock {
  readonly before: NodeJson
  readonly after: NodeJson
  /** Attributes that differ, block ids left out. `type` stands for the whole shell: type and attributes together. */
  readonly attributes: readonly { readonly name: string; readonly changeId: ChangeId }[]
  readonly content: MergedContent
}
export type MergedContent =
  | { readonly type: 'none' }
  | { readonly type: 'text'; readonly runs: readonly TextRun[] }
  | { readonly type: 'blocks'; readonly rows: readonly DiffRow[] }
  | {
      readonly type: 'table'
      readonly columns: readonly TableLine[]
      readonly rows: readonly MergedTableRow[]
    }

/** A column: `changeId` is null when it is in both versions. */
export interface TableLine {
  readonly state: 'same' | 'inserted' | 'deleted'
  readonly changeId: ChangeId | null
}
export interface MergedTableRow extends TableLine {
  /** The row's own node on each side, for all but its cells. */
  readonly before: NodeJson | null
  readonly after: NodeJson | null
  /** One per column of the merged table; null where a row that came met a column that went, or the other way round. */
  readonly cells: readonly (MergedCell | null)[]
}
export interface MergedCell {
  readonly before: NodeJson | null
  readonly after: NodeJson | null
  /** Null when the cell is in one version only. */
  readonly block: MergedBlock | null
}

interface RowPlace {
  /** Index of the (first) block among its siblings, null where it is not in that version. */
  readonly beforeIndex: number | null
  readonly afterIndex: number | null
}
/** In both versions, equal but perhaps for ids. */
export interface SameRow extends RowPlace {
  readonly state: 'same'
  readonly before: NodeJson
  readonly after: NodeJson
}
export interface InsertedRow extends RowPlace {
  readonly state: 'inserted'
  readonly before: null
  readonly after: NodeJson
  readonly changeId: ChangeId
}
export interface DeletedRow extends RowPlace {
  readonly state: 'deleted'
  readonly before: NodeJson
  readonly after: null
  readonly changeId: ChangeId
}
export interface ChangedRow extends RowPlace {
  readonly state: 'changed'
  readonly before: NodeJson
  readonly after: NodeJson
  readonly block: MergedBlock
}
/** The two ends of a move: the same block at its old and its new place, with what was edited inside. */
export interface MovedRow extends RowPlace {
  readonly state: 'moved-away' | 'moved-here'
  readonly before: NodeJson
  readonly after: NodeJson
  readonly changeId: ChangeId
  /** Index of the other end in the same list of rows. */
  readonly partner: number
  readonly block: MergedBlock
}
/**
 * One or more blocks whose text runs on in one or more others. `runs` is the text of all of them in one flow, with the ends of the
 * text blocks in between; the blocks of a side are its nodes with their text blocks filled again in order.
 */
export interface ShapeRow extends RowPlace {
  readonly state: 'split' | 'joined' | 'reshaped'
  readonly before: readonly NodeJson[]
  readonly after: readonly NodeJson[]
  readonly changeId: ChangeId
  readonly runs: readonly Run[]
}
export type DiffRow = SameRow | InsertedRow | DeletedRow | ChangedRow | MovedRow | ShapeRow

export interface MarkedWords {
  readonly inserted: number
  readonly deleted: number
}

interface MergedArticle {
  /** In reading order. */
  readonly changes: readonly Change[]
  /** The top-level blocks of both versions in one order. */
  readonly rows: readonly DiffRow[]
  /** Words of the content that are marked as inserted or deleted: runs of letters and digits, or single punctuation marks. */
  readonly words: MarkedWords
  /** Stretches of marked words with unmarked ones between them. */
  readonly regions: number
  readonly moves: number
  /** What is not content, as stored; fields that differ for a reader are changes. */
  readonly meta: { readonly before: ArticleMeta; readonly after: ArticleMeta }
  readonly schemaVersions: { readonly before: number; readonly after: number }
}
/** Nothing a reader could see differs; block ids may. */
export interface SameDiff {
  readonly type: 'same'
}
/** There is nothing to compare with. */
export interface FirstDiff {
  readonly type: 'first'
}
export interface ChangedDiff extends MergedArticle {
  readonly type: 'changed'
}
/** Compared block by block only, for the reason given. */
export interface TooLargeDiff extends MergedArticle {
  readonly type: 'too-large'
  readonly reason: 'words' | 'blocks'
}
export type RevisionDiff = SameDiff | FirstDiff | ChangedDiff | TooLargeDiff
/** A diff with changes in it. */
export type MergedDiff = ChangedDiff | TooLargeDiff
