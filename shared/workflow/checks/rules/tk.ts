// "To come" in anything that leaves.
import type { ArticleMeta } from '../../../article/meta.ts'
import { TK } from '../../../article/tk.ts'
import type { Rule, StoryHit } from '../rule.ts'
import type { BlockHit } from '../rule.ts'

const FIELDS = [
  'slugline',
  'urlSlug',
  'section',
  'bylineTail',
  'datelinePlace',
  'datelineSource',
  'searchHeadline',
  'searchDescription',
  'socialHeadline',
  'readerNote',
] as const satisfies readonly (keyof ArticleMeta)[]

const SENTENCE = 'A TK is still to be filled in.'

export const tk: Rule<readonly BlockHit[]> = {
  id: 'tk',
  level: 'ERROR',
  // A flight TK 1952 is no placeholder: a person may say so.
  canBeWaived: true,
  about: 'No TK is left in text, captions, text alternatives or fields.',
  read: ({ lines, pictures }) => [
    ...lines.flatMap((line) =>
      Array.from(line.text.matchAll(TK), (match) => ({
        sentence: SENTENCE,
        spot: { line, from: match.index, to: match.index + match[0].length },
      })),
    ),
    ...pictures
      .filter(({ alt }) => alt.search(TK) >= 0)
      .map(({ path, alt }) => ({
        sentence: 'A TK is still to be filled in, in the text alternative of a picture.',
        about: alt,
        spot: { path },
      })),
  ],
  judge({ article: { meta } }, facts) {
    const hits: StoryHit[] = facts.flatMap((found, block) => found.map((hit) => ({ ...hit, block })))
    const note = (text: string, field: keyof ArticleMeta): void => {
      if (text.search(TK) >= 0) hits.push({ sentence: SENTENCE, about: text, field })
    }
    for (const field of FIELDS) note(meta[field], field)
    for (const person of meta.people) note(`${person.lead} ${person.name} ${person.role}`, 'people')
    for (const topic of meta.topics) note(topic, 'topics')
    return hits
  },
}
