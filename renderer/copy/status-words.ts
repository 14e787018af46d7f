// Desk status and workflow verbs in words.
import type { Status, Verb } from '#shared/workflow/status.ts'

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  ready: 'Ready',
  published: 'Published',
  spiked: 'Spiked',
  killed: 'Killed',
}

/** What the button says. Publishing has a sheet of its own. */
export const VERB_WORDS: Readonly<Record<Verb, string>> = {
  file: 'File to the Desk',
  return: 'Return to Writer',
  ready: 'Mark Ready',
  spike: 'Spike',
  kill: 'Kill',
  revive: 'Revive',
  publish: 'Publish',
  republish: 'Publish Again',
  correct: 'Correct',
}

/** What is said once it has happened. */
export const VERB_DONE: Readonly<Record<Verb, string>> = {
  file: 'Filed to the desk',
  return: 'Returned to the writer',
  ready: 'Marked ready',
  spike: 'Spiked',
  kill: 'Killed',
  revive: 'Revived',
  publish: 'Published',
  republish: 'Published again',
  correct: 'Corrected',
}

export const UNTITLED = 'Untitled'
