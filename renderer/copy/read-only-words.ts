// Why a draft opened for reading only, and what helps.
import type { DraftAccess } from '#shared/ipc/groups/drafts.ts'

type Reason = Extract<DraftAccess, { mode: 'read-only' }>['reason']

export const READ_ONLY_WORDS: Readonly<Record<Reason, { title: string; sentence: string }>> = {
  SchemaTooNew: {
    title: 'You can read this article but not change it.',
    sentence:
      'It was written with a newer version of Stet, and changing it here could lose what this version does not know. Open it with the newer version to write.',
  },
  UnknownContent: {
    title: 'You can read this article but not change it.',
    sentence:
      'It holds content that this version of Stet does not know. The text is shown and nothing was altered; open it with the version it was written with to change it.',
  },
  LibraryReadOnly: {
    title: 'You can read this article but not change it.',
    sentence: 'The library can only be read. Check the rights of its folder, then open the article again.',
  },
}
