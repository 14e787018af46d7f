// What a review has left open, and what is set aside.
import type { NodeJson } from '../../../article/article.ts'
import { blockRule, storyRule } from '../rule.ts'

export const suggestionsOpen = storyRule(
  { id: 'suggestions-open', level: 'ERROR', about: 'Every suggestion has been accepted or rejected.' },
  ({ context: { openSuggestions: count } }) =>
    count === 0
      ? []
      : [
          {
            sentence:
              count === 1
                ? 'A suggestion is neither accepted nor rejected.'
                : `${count} suggestions are neither accepted nor rejected.`,
            whole: true,
          },
        ],
)

export const threadsOpen = storyRule(
  { id: 'threads-open', level: 'WARN', about: 'Every thread is resolved.' },
  ({ context: { openThreads: count } }) =>
    count === 0
      ? []
      : [
          {
            sentence: count === 1 ? 'A thread is still open.' : `${count} threads are still open.`,
            about: String(count),
            whole: true,
          },
        ],
)

export const stashPresent = blockRule(
  { id: 'stash-present', level: 'INFO', about: 'Says where a passage is stashed.' },
  ({ node }) =>
    isFilledStash(node)
      ? [
          {
            sentence: 'A passage is stashed here: it is not counted and does not leave.',
            about: '',
            spot: { path: [] },
          },
        ]
      : [],
)

const isFilledStash = (node: NodeJson): boolean =>
  node.type === 'stash' && (node.content ?? []).some(hasContent)
const hasContent = (node: NodeJson): boolean =>
  node.text !== undefined || node.type === 'figure' || (node.content ?? []).some(hasContent)
