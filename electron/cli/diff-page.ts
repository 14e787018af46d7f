// A comparison as one page to look at, print or send: the new version with what went and came marked in it, by signs and not by
// colour alone, and every change in words above it. No script, nothing from elsewhere.
import { createHash } from 'node:crypto'
import { escapeAttribute, escapeText } from '#core/exports/formats/html-escape.ts'
import { changeCounts, describeChange } from '#shared/revision/diff/describe-change.ts'
import type {
  ChangeKind,
  FieldChange,
  MergedDiff,
  RevisionDiff,
} from '#shared/revision/diff/revision-diff.ts'
import { createMarkedHtml } from './diff-page-text.ts'
import type { DiffSource } from './diff-source.ts'

const CSS = `
:root { color-scheme: light dark; --in: #0a5c2b; --in-back: #e3f4e8; --out: #9c1c1c; --out-back: #fbe6e4; --note: #5a4a00; --note-back: #fdf3cf; }
@media (prefers-color-scheme: dark) { :root { --in: #8fe0ab; --in-back: #10301c; --out: #ffb0a8; --out-back: #40191a; --note: #f1d979; --note-back: #35300f; } }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; overflow-wrap: break-word; }
header, nav, .fields { font: 0.9375rem/1.5 system-ui, sans-serif; }
header { border-bottom: 1px solid; padding-bottom: 0.75rem; }
h1 { font-size: 1.25rem; margin: 0; } h2 { font-size: 1.75rem; line-height: 1.2; }
nav ol { padding-left: 2.5rem; } nav a { color: inherit; }
ins { color: var(--in); background: var(--in-back); text-decoration: underline; }
del { color: var(--out); background: var(--out-back); text-decoration: line-through; }
.note { color: var(--note); background: var(--note-back); font: 0.8125rem/1.4 system-ui, sans-serif; padding: 0 0.25rem; margin-inline-end: 0.5rem; }
.fmt { color: inherit; background: none; border-bottom: 2px dotted var(--note); }
.sign { font: 700 0.75em/1 system-ui, sans-serif; display: inline-block; text-decoration: none; padding: 0 0.15em; }
.standfirst { font-size: 1.125rem; } figure, aside, blockquote { margin-inline: 1.5rem; }
table { border-collapse: collapse; } td, th { border: 1px solid; padding: 0.25rem 0.5rem; vertical-align: top; text-align: start; }
li > p, td > p, th > p { margin: 0.25rem 0; }
:target { outline: 3px solid var(--note); outline-offset: 2px; }
@media (forced-colors: active) { ins, del { forced-color-adjust: auto; } }
`

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(CSS, 'utf8').digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export function diffPage(before: DiffSource, after: DiffSource, found: RevisionDiff): string {
  const title = `${before.name} → ${after.name}`
  const main = 'changes' in found ? comparedHtml(found) : '<p>Nothing differs.</p>'
  const { language } = after.article.meta
  return [
    '<!doctype html>',
    `<html lang="en">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeText(title)}</title>`,
    `<style>${CSS}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${escapeText(title)}</h1>`,
    'changes' in found ? `<p>${escapeText(diffSummary(found))}</p>` : '',
    '</header>',
    main.replace('<article>', `<article lang="${escapeAttribute(language)}" dir="auto">`),
    '</body>',
    '</html>',
    '',
  ]
    .filter((line, index, lines) => line !== '' || index === lines.length - 1)
    .join('\n')
}

/** What the kinds are called in a count of them, one and several. */
const KIND_WORDS: Readonly<Record<ChangeKind, readonly [string, string]>> = {
  inserted: ['inserted', 'inserted'],
  deleted: ['deleted', 'deleted'],
  replaced: ['replaced', 'replaced'],
  moved: ['moved', 'moved'],
  split: ['split', 'split'],
  joined: ['joined', 'joined'],
  reshaped: ['set another way', 'set another way'],
  formatting: ['change of formatting', 'changes of formatting'],
  attribute: ['link or other property', 'links or other properties'],
  'table-cell': ['table cell', 'table cells'],
  'table-row': ['table row', 'table rows'],
  'table-column': ['table column', 'table columns'],
  field: ['field', 'fields'],
}

/** "3 replaced, 1 moved. Words: 12 in, 9 out." */
export function diffSummary(found: MergedDiff): string {
  const counts = changeCounts(found)
  const kinds = (Object.keys(KIND_WORDS) as ChangeKind[]).flatMap((kind) => {
    const count = counts[kind] ?? 0
    return count === 0 ? [] : [`${count} ${KIND_WORDS[kind][count === 1 ? 0 : 1]}`]
  })
  const { inserted, deleted } = found.words
  const limit =
    found.type === 'too-large' ? ' Too large to compare word by word: whole blocks are shown.' : ''
  return `${kinds.join(', ')}. Words: ${inserted} in, ${deleted} out.${limit}`
}

function comparedHtml(found: MergedDiff): string {
  const marked = createMarkedHtml(found)
  const list = found.changes.map(
    (change) => `<li><a href="#${change.id}">${escapeText(describeChange(change))}</a></li>`,
  )
  const fields = found.changes.filter((change): change is FieldChange => change.kind === 'field')
  return [
    `<nav aria-label="Changes"><ol>`,
    ...list,
    '</ol></nav>',
    '<main>',
    `<article>${marked.rows(found.rows)}</article>`,
    fields.length === 0
      ? ''
      : `<section class="fields"><h2>Fields</h2><dl>${fields.map(marked.field).join('')}</dl></section>`,
    '</main>',
  ].join('\n')
}
