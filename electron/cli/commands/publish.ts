import type { Command } from '../cli-context.ts'
import { NOTE_FLAGS, NOTE_OPTIONS, parseDecision } from '../parse-decision.ts'
import { PAGE_FLAGS, PAGE_VALUES, publishPage } from '../publish-page.ts'

export const publish: Command = {
  name: 'publish',
  usage: 'ID -o PATH',
  summary: 'Put a page in front of readers; after the first time, say what this one changes.',
  takes: [1, 1],
  flags: { silent: 'a fix without public trace: Updated stays', ...NOTE_FLAGS, ...PAGE_FLAGS },
  values: {
    update: 'one line that says what is new; moves Updated',
    correction: 'what was wrong and what is right; moves Updated',
    clarification: 'what was unclear; moves Updated',
    'editors-note': 'what readers should know about the article; moves Updated',
    retraction: 'why the article is withdrawn; takes the place of its text',
    ...NOTE_OPTIONS,
    ...PAGE_VALUES,
  },
  run: (context) => {
    const decision = parseDecision(context)
    return decision.ok ? publishPage(context, decision.value) : Promise.resolve(decision)
  },
}
