// Puts the article on the clipboard. The renderer writes it: the text comes from the exporter, not from the screen.
import type { ArticleId } from '#shared/article/ids.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useToasts } from '../../state/toasts.ts'

const DONE = {
  html: 'Copied as HTML',
  markdown: 'Copied as Markdown',
  text: 'Copied as text',
} as const

export async function copyArticle(
  desktop: DesktopApi,
  articleId: ArticleId,
  format: keyof typeof DONE,
): Promise<void> {
  const answer = await desktop.exports.text({ articleId, format })
  if (!answer.ok) return reportOutcome(answer.error, () => void copyArticle(desktop, articleId, format))
  const { text, html } = answer.value
  const parts: Record<string, Blob> = { 'text/plain': new Blob([text], { type: 'text/plain' }) }
  if (html !== null) parts['text/html'] = new Blob([html], { type: 'text/html' })
  try {
    await navigator.clipboard.write([new ClipboardItem(parts)])
  } catch {
    // The browser refuses when the window has lost focus: an outcome, and the only one it knows.
    useToasts.getState().show({
      tone: 'problem',
      title: 'Nothing was copied',
      text: 'The clipboard could not be written. Click into the window and try again.',
      action: { label: 'Try again', run: () => void copyArticle(desktop, articleId, format) },
    })
    return
  }
  useToasts.getState().show({ tone: 'success', title: DONE[format] })
}
