// Desk status and workflow verbs in words.
import type { Status, Verb } from '#shared/workflow/status.ts'

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  ready: 'Ready',
  published: 'Published',
  spiked: 'Spiked',
}

/** What the button says. Publishing happens by exporting for readers, so it has no button of its own. */
export const VERB_WORDS: Readonly<Record<Verb, string>> = {
  file: 'File to the Desk',
  return: 'Return to Writer',
  ready: 'Mark Ready',
  publish: 'Publish',
  spike: 'Spike',
  revive: 'Un-spike',
}

/** What is said once it has happened. */
export const VERB_DONE: Readonly<Record<Verb, string>> = {
  file: 'Filed to the desk',
  return: 'Returned to the writer',
  ready: 'Marked ready',
  publish: 'Published',
  spike: 'Spiked',
  revive: 'Un-spiked',
}

export const UNTITLED = 'Untitled'
