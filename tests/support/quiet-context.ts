import type { CheckContext } from '#shared/workflow/checks/check-context.ts'
import { EMPTY_DESK_FILE } from '#shared/workflow/checks/desk-file.ts'

/** What an article's surroundings say when there is nothing to say: not published, nothing open, no house style. */
export const QUIET_CONTEXT: Omit<CheckContext, 'now'> = {
  zone: 'UTC',
  published: null,
  legal: 'not-needed',
  openSuggestions: 0,
  openThreads: 0,
  sameAddress: [],
  deskFile: EMPTY_DESK_FILE,
}
