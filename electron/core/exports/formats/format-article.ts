// Every format by its name in the contract.
import type { ExportFile, ExportInput } from '#shared/article/export-input.ts'
import { exportHtml } from './html.ts'
import { exportMarkdown } from './markdown.ts'
import { exportStetJson } from './stet-json.ts'
import { exportText } from './text.ts'

export type ExportFormat = 'html' | 'markdown' | 'text' | 'json'

export const FORMAT_EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  html: 'html',
  markdown: 'md',
  text: 'txt',
  json: 'json',
}

const FORMATS: Readonly<Record<ExportFormat, (input: ExportInput) => ExportFile[]>> = {
  html: exportHtml,
  markdown: exportMarkdown,
  text: (input) => exportText(input),
  json: exportStetJson,
}

/** The main file first. Pure: same input, same bytes (EX1). */
export const formatArticle = (format: ExportFormat, input: ExportInput): ExportFile[] =>
  FORMATS[format](input)
