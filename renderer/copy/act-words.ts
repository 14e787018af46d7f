// What the desk can do with an article, in words: on the button, before and after.
import { type Act, needsReason } from '#shared/workflow/desk-event.ts'

export interface ActWords {
  readonly button: string
  /** What follows from it. */
  readonly consequence: string
  /** What is said once it has happened; also how the ledger tells it. */
  readonly done: string
}

/** On a button that does it: three dots where a reason is asked for first. */
export const actLabel = (act: Act): string => `${ACT_WORDS[act].button}${needsReason(act) ? '…' : ''}`

export const ACT_WORDS: Readonly<Record<Act, ActWords>> = {
  file: { button: 'File to the Desk', consequence: 'The desk takes over.', done: 'Filed to the desk' },
  return: {
    button: 'Return to Writer',
    consequence: 'The writer sees what is still to be done.',
    done: 'Returned to the writer',
  },
  ready: { button: 'Mark Ready', consequence: 'It can be published.', done: 'Marked ready' },
  publish: { button: 'Publish…', consequence: 'Readers get the page.', done: 'Published' },
  republish: { button: 'Publish again…', consequence: 'Readers get a new page.', done: 'Published again' },
  correct: { button: 'Correct…', consequence: 'Readers are told what was wrong.', done: 'Corrected' },
  kill: {
    button: 'Kill',
    consequence:
      'The article is withdrawn: nothing of it can be exported for readers any more. Its editions stay on record. Taking the page off your site is up to you.',
    done: 'Killed',
  },
  spike: {
    button: 'Spike',
    consequence: 'It is set aside. Nothing is deleted, and it can be revived.',
    done: 'Spiked',
  },
  revive: { button: 'Revive', consequence: 'It is a draft again.', done: 'Revived' },
  'require-legal': {
    button: 'Ask for legal review',
    consequence: 'Nothing goes to readers before it is cleared.',
    done: 'Legal review asked for',
  },
  'clear-legal': {
    button: 'Clear for legal',
    consequence: 'Your name stands for it.',
    done: 'Cleared for legal',
  },
  'drop-legal': {
    button: 'No legal review needed',
    consequence: 'It can be published without it.',
    done: 'Legal review no longer needed',
  },
  hold: {
    button: 'Put on hold',
    consequence: 'Nothing goes to readers before the hold is released.',
    done: 'Put on hold',
  },
  release: { button: 'Release the hold', consequence: 'It can be published again.', done: 'Hold released' },
  'override-embargo': {
    button: 'Publish before the embargo ends',
    consequence: 'One export may leave before the embargo ends. Your name and reason are recorded.',
    done: 'Embargo lifted for one export',
  },
  export: { button: 'Export…', consequence: 'A file for readers.', done: 'Exported for readers' },
}
