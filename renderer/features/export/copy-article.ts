// Puts the article on the clipboard. The renderer writes it: the text comes from the exporter, not from the screen.
import type { ArticleId } from '#shared/article/ids.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import type { DraftSession } from '../../state/draft-session.ts'
import { reportOutcome } from '../../state/report-outcome.ts'
import { outcomeWords } from '../../copy/errors.ts'
import { useToasts } from '../../state/toasts.ts'

const DONE = {
  html: 'Copied as HTML',
  markdown: 'Copied as Markdown',
  text: 'Copied as text',
} as const

export async function copyArticle(
  desktop: DesktopApi,
  session: DraftSession,
  articleId: ArticleId,
  format: keyof typeof DONE,
): Promise<void> {
  const again = () => void copyArticle(desktop, session, articleId, format)
  // Copied all the same when they cannot be saved: a copy elsewhere is what one wants then. But it is said.
  const unsaved = await session.save()
  const answer = await desktop.exports.text({ articleId, format })
  if (!answer.ok) return reportOutcome(answer.error, again)
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
      action: { label: 'Try again', run: again },
    })
    return
  }
  if (unsaved === null) useToasts.getState().show({ tone: 'success', title: DONE[format] })
  else
    useToasts.getState().show({
      tone: 'problem',
      title: `${DONE[format]}, without the latest changes`,
      text: `What is not saved yet is not in the copy. ${outcomeWords(unsaved).sentence}`,
      action: { label: 'Try again', run: again },
    })
}
