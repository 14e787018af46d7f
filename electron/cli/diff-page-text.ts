// The marked text of a comparison as markup. Everything that was written passes the escapes of the export.
import { escapeAttribute, escapeText } from '#core/exports/formats/html-escape.ts'
import { inlineHtml } from '#core/exports/formats/html-inline.ts'
import type { NodeJson } from '#shared/article/article.ts'
import { describeChange } from '#shared/revision/diff/describe-change.ts'
import { isTextBlock } from '#shared/revision/diff/inline-text.ts'
import type {
  Change,
  ChangeId,
  DiffRow,
  FieldChange,
  MergedBlock,
  MergedContent,
  MergedDiff,
  Run,
  ShapeRow,
  TextRun,
} from '#shared/revision/diff/revision-diff.ts'

export interface MarkedHtml {
  rows(rows: readonly DiffRow[]): string
  field(change: FieldChange): string
}

const SHAPES: ReadonlySet<string> = new Set(['split', 'joined', 'reshaped'])

type Mark = 'ins' | 'del'
const SIGNS = { ins: '+', del: '−' } as const

const TAGS: Readonly<Record<string, string>> = {
  headline: 'h2',
  kicker: 'p',
  standfirst: 'p',
  paragraph: 'p',
  blockQuote: 'blockquote',
  pullQuote: 'aside',
  factBox: 'aside',
  factTitle: 'p',
  quoteSource: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  figure: 'figure',
  caption: 'p',
  credit: 'p',
  tableBlock: 'div',
  tableCaption: 'p',
  table: 'table',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
  stash: 'div',
}

export function createMarkedHtml(diff: MergedDiff): MarkedHtml {
  const changes = new Map(diff.changes.map((change) => [change.id, change]))
  const anchored = new Set<ChangeId>()
  /** The first mark of a change is where its line in the list leads. */
  const anchor = (id: ChangeId): string => {
    if (anchored.has(id)) return ''
    anchored.add(id)
    return ` id="${id}"`
  }
  const sentence = (id: ChangeId): string => describeChange(changes.get(id) as Change)
  const note = (id: ChangeId, text = sentence(id)): string =>
    `<small class="note"${anchor(id)}>${escapeText(text)}</small>`

  const marked = (mark: Mark, id: ChangeId, html: string): string =>
    `<${mark}${anchor(id)}><span class="sign">${SIGNS[mark]}</span>${html}</${mark}>`

  const runHtml = (run: TextRun): string => {
    const inline = (marks: TextRun['marksAfter']): string =>
      inlineHtml([run.leaf === null ? { type: 'text', text: run.text, marks } : { type: run.leaf, marks }])
    if (run.state === 'same' || run.changeId === null) return inline(run.marksAfter)
    // White space that a split or join took or gave: the note in front says all.
    if (SHAPES.has(changes.get(run.changeId)?.kind ?? '')) return ''
    if (run.state === 'inserted')
      return marked('ins', run.changeId, visible(run.text, inline(run.marksAfter)))
    if (run.state === 'deleted')
      return marked('del', run.changeId, visible(run.text, inline(run.marksBefore)))
    const said = run.layers.map(({ changeId }) => sentence(changeId)).join('; ')
    const ids = run.layers
      .map(({ changeId }) => (anchored.has(changeId) ? '' : `<span${anchor(changeId)}></span>`))
      .join('')
    return `${ids}<mark class="fmt" title="${escapeAttribute(said)}">${inline(run.marksAfter)}<span class="sign">~</span></mark>`
  }

  const element = (node: NodeJson, inner: string): string => {
    if (node.type === 'horizontalRule') return `${inner}<hr>`
    const level = node.attrs?.['level']
    const tag =
      node.type === 'heading' ? `h${typeof level === 'number' ? level + 1 : 3}` : (TAGS[node.type] ?? 'div')
    const start =
      node.type === 'orderedList' && typeof node.attrs?.['start'] === 'number'
        ? ` start="${node.attrs['start']}"`
        : ''
    const spans = ['colspan', 'rowspan']
      .map((name) => (Number(node.attrs?.[name] ?? 1) > 1 ? ` ${name}="${Number(node.attrs?.[name])}"` : ''))
      .join('')
    const isNamed = ['standfirst', 'kicker', 'credit', 'stash'].includes(node.type)
      ? ` class="${node.type}"`
      : ''
    return `<${tag}${isNamed}${start}${spans}>${inner}</${tag}>`
  }
  const picture = (node: NodeJson): string => {
    const alt = node.attrs?.['alt']
    return `<p>[Picture${typeof alt === 'string' && alt !== '' ? `: ${escapeText(alt)}` : ''}]</p>`
  }

  /** A node that is in one version, or equal in both. */
  const nodeHtml = (node: NodeJson, mark: Mark | null, id: ChangeId): string => {
    const inner = isTextBlock(node)
      ? inlineHtml(node.content ?? [])
      : `${node.type === 'figure' ? picture(node) : ''}${(node.content ?? []).map((child) => nodeHtml(child, mark, id)).join('')}`
    if (mark === null) return element(node, inner)
    if (isTextBlock(node)) return element(node, marked(mark, id, inner === '' ? '¶' : inner))
    const isEmpty = (node.content ?? []).length === 0
    const said = node.type === 'figure' || isEmpty ? marked(mark, id, escapeText(sentence(id))) : ''
    if (node.type === 'horizontalRule' || isListLike(node)) return element(node, inner)
    return element(node, `${said}${inner}`)
  }

  const blockHtml = ({ after, attributes, content }: MergedBlock): string => {
    const notes = [...new Set(attributes.map(({ changeId }) => changeId))].map((id) => note(id)).join(' ')
    const inner = contentHtml(content)
    // A list or table takes no note inside: it stands in front.
    return isListLike(after)
      ? `${notes === '' ? '' : `<p>${notes}</p>`}${element(after, inner)}`
      : element(after, `${notes}${after.type === 'figure' ? picture(after) : ''}${inner}`)
  }

  const contentHtml = (content: MergedContent): string => {
    switch (content.type) {
      case 'none':
        return ''
      case 'text':
        return content.runs.map(runHtml).join('')
      case 'blocks':
        return rowsHtml(content.rows)
      case 'table':
        return content.rows
          .map((row) => {
            const cells = content.columns.map((column, index) => {
              const cell = row.cells[index] ?? null
              if (cell?.block) return blockHtml(cell.block)
              const node = cell?.after ?? cell?.before
              const id = row.changeId ?? column.changeId
              if (node === undefined || node === null || id === null) return '<td></td>'
              return nodeHtml(node, cell?.after === null ? 'del' : 'ins', id)
            })
            return `<tr>${cells.join('')}</tr>`
          })
          .join('')
    }
  }

  const rowHtml = (row: DiffRow): string => {
    switch (row.state) {
      case 'same':
        return nodeHtml(row.after, null, '')
      case 'inserted':
        return nodeHtml(row.after, 'ins', row.changeId)
      case 'deleted':
        return nodeHtml(row.before, 'del', row.changeId)
      case 'changed':
        return blockHtml(row.block)
      case 'moved-away':
        return beside(
          row.before,
          `<small class="note">⇅ Stood here: ${escapeText(sentence(row.changeId))}</small>`,
        )
      case 'moved-here':
        return `${beside(row.after, note(row.changeId, `⇅ ${sentence(row.changeId)}`))}${blockHtml(row.block)}`
      case 'split':
      case 'joined':
      case 'reshaped':
        return shapeHtml(row)
    }
  }
  const rowsHtml = (rows: readonly DiffRow[]): string => rows.map(rowHtml).join('\n')

  const shapeHtml = (row: ShapeRow): string => {
    const flows: Run[][] = [[]]
    for (const run of row.runs) {
      if (run.state === 'break' && run.in !== 'before') flows.push([])
      else flows[flows.length - 1]?.push(run)
    }
    let next = 0
    const fill = (node: NodeJson): string => {
      if (!isTextBlock(node)) return element(node, (node.content ?? []).map(fill).join(''))
      const runs = flows[next++] ?? []
      return element(
        node,
        runs.map((run) => (run.state === 'break' ? marked('del', row.changeId, '¶') : runHtml(run))).join(''),
      )
    }
    const [first] = row.after
    return `${first === undefined ? '' : beside(first, note(row.changeId))}${row.after.map(fill).join('\n')}`
  }

  return {
    rows: rowsHtml,
    field: (change) => {
      const { detail } = change
      const value =
        detail.type === 'text'
          ? detail.runs
              .map((run) => runHtml(run.changeId === null ? run : { ...run, changeId: change.id }))
              .join('')
          : `${change.before === '' ? '' : marked('del', change.id, escapeText(change.before))} ${change.after === '' ? '' : marked('ins', change.id, escapeText(change.after))}`
      return `<dt>${escapeText(change.label)}</dt><dd>${value}</dd>`
    },
  }
}

const isListLike = (node: NodeJson): boolean =>
  ['bulletList', 'orderedList', 'table', 'tableRow'].includes(node.type)

/** White space alone would not be seen. */
const visible = (text: string, html: string): string =>
  /\S/u.test(text) ? html : text.includes('\n') ? `↵${html}` : html.replaceAll(/[ \u00a0]/gu, '␣')

/** A remark in front of a block, as the list or table around it allows. */
function beside(node: NodeJson, html: string): string {
  if (node.type === 'listItem') return `<li>${html}</li>`
  if (node.type === 'tableRow') return `<tr><td>${html}</td></tr>`
  return node.type === 'tableCell' || node.type === 'tableHeader' ? '' : `<p>${html}</p>`
}
