// Assembles the grammar. Main, exporters, diff and tests build the schema from here alone, so they cannot disagree with the editor.
import { type Extensions, getSchema } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { Code } from './marks/code.ts'
import { Emphasis } from './marks/emphasis.ts'
import { LanguageRun } from './marks/language-run.ts'
import { Link } from './marks/link.ts'
import { Strong } from './marks/strong.ts'
import { Subscript } from './marks/subscript.ts'
import { Superscript } from './marks/superscript.ts'
import { BlockQuote } from './nodes/block-quote.ts'
import { BulletList } from './nodes/bullet-list.ts'
import { Caption } from './nodes/caption.ts'
import { Credit } from './nodes/credit.ts'
import { Doc } from './nodes/doc.ts'
import { FactBox } from './nodes/fact-box.ts'
import { FactTitle } from './nodes/fact-title.ts'
import { Figure } from './nodes/figure.ts'
import { HardBreak } from './nodes/hard-break.ts'
import { Heading } from './nodes/heading.ts'
import { Headline } from './nodes/headline.ts'
import { HorizontalRule } from './nodes/horizontal-rule.ts'
import { Kicker } from './nodes/kicker.ts'
import { ListItem } from './nodes/list-item.ts'
import { OrderedList } from './nodes/ordered-list.ts'
import { Paragraph } from './nodes/paragraph.ts'
import { PullQuote } from './nodes/pull-quote.ts'
import { QuoteSource } from './nodes/quote-source.ts'
import { Standfirst } from './nodes/standfirst.ts'
import { Stash } from './nodes/stash.ts'
import { TableBlock } from './nodes/table-block.ts'
import { TableCaption } from './nodes/table-caption.ts'
import { TableCell } from './nodes/table-cell.ts'
import { TableHeader } from './nodes/table-header.ts'
import { TableRow } from './nodes/table-row.ts'
import { Table } from './nodes/table.ts'
import { Text } from './nodes/text.ts'

/** Grammar only: no commands, no views. The order fixes the order of marks on a run: link outermost. */
export const articleExtensions: Extensions = [
  Doc,
  Paragraph,
  Text,
  Kicker,
  Headline,
  Standfirst,
  Heading,
  BlockQuote,
  QuoteSource,
  PullQuote,
  BulletList,
  OrderedList,
  ListItem,
  Figure,
  Caption,
  Credit,
  TableBlock,
  TableCaption,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  HorizontalRule,
  FactBox,
  FactTitle,
  Stash,
  HardBreak,
  Link,
  LanguageRun,
  Strong,
  Emphasis,
  Superscript,
  Subscript,
  Code,
]

let built: Schema | null = null

/** The ProseMirror schema of an article, built once. */
export function articleGrammar(): Schema {
  built ??= getSchema(articleExtensions)
  return built
}
