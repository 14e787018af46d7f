// Bytes of one file to an article: which kind of file it is, and the converter that goes with it. Touches neither disk nor library.
import type { Outcome } from '#shared/errors/outcome.ts'
import type { ReceiptLine } from '#shared/import/dropped.ts'
import type { ImageSource } from '#shared/import/imported-image.ts'
import { type ImportedPage, markdownToArticle } from '#shared/import/markdown-to-article.ts'
import { pageToArticle } from '#shared/import/page-to-article.ts'
import { looksLikeStetJson, stetJsonToArticle } from '#shared/import/stet-json-to-article.ts'
import { type ImportOptions, textToArticle } from '#shared/import/text-to-article.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import { decodeText } from './decode-text.ts'

export type ImportKind = 'text' | 'markdown' | 'html' | 'json'
export type ConvertOutcome = Outcome<
  'ImportUnsupported' | 'ImportUnreadable' | 'ImportTooLarge' | 'SchemaTooNew' | 'UnknownContent'
>
export interface ConvertedFile extends ImportedPage {
  readonly kind: ImportKind
}
export interface ConvertOptions extends ImportOptions {
  readonly now: () => number
}

/** Files that the open dialog offers. */
export const IMPORT_EXTENSIONS = ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml', 'json'] as const

/** Milliseconds of Markdown parsing after which the rest is taken as plain text: 20 times what a long feature needs. */
const MARKDOWN_MS = 8_000
/** Characters of a Markdown file: the parser needs about four seconds for each million. */
const MAX_MARKDOWN_CHARS = 4_000_000
const NO_IMAGES: readonly ImageSource[] = []

export function convertFile(
  fileName: string,
  bytes: Uint8Array,
  options: ConvertOptions,
): Result<ConvertedFile, ConvertOutcome> {
  const decoded = decodeText(bytes)
  if (decoded.kind === 'binary') return err({ type: 'ImportUnsupported', fileName })
  const text = decoded.text.replaceAll('\0', '')
  if (text.trim() === '') return err({ type: 'ImportUnreadable', fileName, detail: 'it holds no text' })
  const kind = kindOf(fileName, text)
  if (kind === 'json') {
    const read = stetJsonToArticle(text)
    if (read.ok) return ok({ ...read.value, kind, images: NO_IMAGES })
    return read.error.type === 'Unreadable'
      ? err({ type: 'ImportUnreadable', fileName, detail: read.error.detail })
      : err(read.error)
  }
  if (kind === 'markdown' && text.length > MAX_MARKDOWN_CHARS)
    return err({ type: 'ImportTooLarge', fileName, limitBytes: MAX_MARKDOWN_CHARS })
  const lateAt = options.now() + MARKDOWN_MS
  const page =
    kind === 'html'
      ? pageToArticle(text, options)
      : kind === 'markdown'
        ? markdownToArticle(text, { ...options, isLate: () => options.now() > lateAt })
        : { ...textToArticle(text, options), images: NO_IMAGES }
  const lines: readonly ReceiptLine[] = [...decoded.lines, ...page.lines]
  return ok({ ...page, lines, kind })
}

/** By extension where it says something, by content where it does not. */
function kindOf(fileName: string, text: string): ImportKind {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (/^(md|markdown|mdown|mkdn?|mdwn)$/.test(extension)) return 'markdown'
  if (/^(x?html?|shtml|xht)$/.test(extension)) return 'html'
  if (extension === 'json' || looksLikeStetJson(text)) return 'json'
  if (/^\s*(<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(text)) return 'html'
  if (/^\ufeff?---[ \t]*\r?\n[a-zA-Z_-]+\s*:/.test(text)) return 'markdown'
  return 'text'
}
