// Publishing through the contract, on a real library and a real folder, in a few words.
import type { ArticleId } from '#shared/article/ids.ts'
import type { NewNote, PublishDecision } from '#shared/workflow/publication.ts'
import { article } from '#tests/support/builders.ts'
import type { ExportDesk } from '#tests/support/export-desk.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { parsePage } from '#tests/support/parse-page.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

export const CALLER = { windowId: 1 }
export const HOUR_MS = 3_600_000
export const story = (more: Parameters<typeof article>[0] = {}) =>
  article({ headline: 'Bridge opens', body: ['It cost four million.'], ...more })
export const note = (kind: NewNote['kind'], text: string, more: Partial<NewNote> = {}): NewNote => ({
  kind,
  text,
  placement: 'low',
  revises: null,
  change: null,
  ...more,
})
export const noted = (...notes: NewNote[]): PublishDecision => ({ kind: 'noted', notes })
export const FIRST: PublishDecision = { kind: 'first' }
export const SILENT: PublishDecision = { kind: 'silent' }

export const publish = async (desk: ExportDesk, articleId: ArticleId, decision: PublishDecision = FIRST) =>
  desk.publishing.publish({ articleId, profileId: null, decision, decidedOn: null, allowTk: false }, CALLER)
export const state = async (desk: ExportDesk, articleId: ArticleId) =>
  valueOf(await desk.publishing.state({ articleId }, CALLER))
export const trail = async (desk: ExportDesk, articleId: ArticleId) =>
  valueOf(await desk.publishing.editions({ articleId }, CALLER))
export const page = (desk: ExportDesk) => parsePage(desk.read('story.html'))
/** Somebody writes on in a window. */
export async function write(desk: ExportDesk, articleId: ArticleId, words: string): Promise<void> {
  const window = await openWindow(desk.test, articleId, 7)
  window.type('headline', words)
  window.push()
  valueOf(await desk.test.core.handlers.drafts.close({ articleId }, { windowId: 7 }))
}
