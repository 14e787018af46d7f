// From an article to files that may be written: format, headline, leak scan. Pure, for the window, the command line and tests.
import type { NodeJson } from '#shared/article/article.ts'
import type { ExportFile, ExportInput } from '#shared/article/export-input.ts'
import { headText } from '#shared/article/plain-text.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { type ExportFormat, formatArticle } from './formats/format-article.ts'
import { htmlFragment } from './formats/html.ts'
import { markdownFragment } from './formats/markdown.ts'
import { publicInput } from './formats/public-article.ts'
import { assetIdOf, publicAssetIds } from './formats/public-pictures.ts'
import { findLeak } from './leak-scan.ts'

export interface BuildRequest {
  readonly format: ExportFormat | FragmentFormat
  readonly input: ExportInput
  /** The id of the article, where it has one: it must be in no output. */
  readonly articleId: string | null
  readonly allowTk: boolean
}
/** The article without its page, for the clipboard. */
export type FragmentFormat = 'html-fragment' | 'markdown-fragment'
export type BuildOutcome = Outcome<'HeadlineMissing' | 'LeakFound'>

/** The main file first. Nothing reaches readers without a headline; a proof or a copied passage may. */
export function buildExport(request: BuildRequest): Result<readonly ExportFile[], BuildOutcome> {
  const { format, input } = request
  if (input.purpose === 'readers' && headText(input.article.content, 'headline').trim() === '')
    return err({ type: 'HeadlineMissing' })
  const files = renderFiles(format, publicInput(input))
  const found = findLeak({
    input,
    files,
    internalIds: internalIds(request),
    allowTk: request.allowTk || input.purpose === 'proof',
  })
  return found === null ? ok(files) : err(found)
}

function renderFiles(format: BuildRequest['format'], input: ExportInput): readonly ExportFile[] {
  if (format === 'html-fragment') return fragment('article.html', 'text/html', htmlFragment(input))
  if (format === 'markdown-fragment') return fragment('article.md', 'text/markdown', markdownFragment(input))
  return formatArticle(format, input)
}

const fragment = (name: string, mime: string, text: string): readonly ExportFile[] => [
  { name, mime, bytes: Buffer.from(text, 'utf8') },
]

/** Stet JSON names public pictures by their whole hash; every other format by a part of it. Stashed ones are named nowhere. */
function internalIds({ format, input, articleId }: BuildRequest): readonly string[] {
  const shown = new Set<string>(publicAssetIds(input.article.content))
  const all = new Set<string>(input.profile.logo === null ? [] : [input.profile.logo])
  collectAssetIds(input.article.content, all)
  const assetIds = [...all].filter((id) => format !== 'json' || !shown.has(id))
  return articleId === null ? assetIds : [articleId, ...assetIds]
}

function collectAssetIds(node: NodeJson, ids: Set<string>): void {
  if (node.type === 'figure') ids.add(assetIdOf(node))
  for (const child of node.content ?? []) collectAssetIds(child, ids)
}
