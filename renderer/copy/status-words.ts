// Desk status in words.
import type { Status } from '#shared/workflow/status.ts'

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  ready: 'Ready',
  published: 'Published',
  spiked: 'Spiked',
  killed: 'Killed',
}

export const UNTITLED = 'Untitled'
