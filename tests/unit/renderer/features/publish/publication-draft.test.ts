import { describe, expect, it } from 'vitest'
import type { Article } from '#shared/article/article.ts'
import { decisionSchema } from '#shared/workflow/publication.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import { changeGroups } from '#renderer/features/publish/change-groups.ts'
import { changeDraft } from '#renderer/features/publish/change-draft.ts'
import {
  choiceOf,
  decisionOf,
  NOTHING_DECIDED,
  noteOf,
} from '#renderer/features/publish/publication-draft.ts'
import { readersFace } from '#renderer/features/publish/readers-face.ts'
import { article, node, paragraph } from '#tests/support/builders.ts'

const before = article({
  body: ['The bridge cost 3 million.', 'The mayor spoke on Monday.', 'It rained, again.'],
})
const groupsOf = (after: Article) => {
  const diff = diffArticles(readersFace(before), readersFace(after))
  return diff.type === 'changed' ? changeGroups(diff) : []
}
const after = article({
  body: [
    'The bridge cost 4 million.',
    'The mayor spoke on Monday, and again on Friday.',
    'It rained; again.',
  ],
})

describe('what readers are told of a publication', () => {
  it('a first page asks nothing', () => {
    expect(decisionOf(true, [], NOTHING_DECIDED)).toEqual({ kind: 'decided', decision: { kind: 'first' } })
  })

  it('a change of words waits for an answer, a change of commas does not', () => {
    const groups = groupsOf(after)
    expect(groups.map(({ title, isTrivial }) => [title, isTrivial])).toEqual([
      ['Paragraph 1', false],
      ['Paragraph 2', false],
      ['Paragraph 3', true],
    ])
    expect(decisionOf(false, groups, NOTHING_DECIDED)).toEqual({
      kind: 'open',
      missing: '2 changes wait for a decision.',
    })
  })

  it('a change that has other words now is asked about again, and keeps the words somebody wrote for its note', () => {
    const [wrong] = groupsOf(after)
    if (!wrong) throw new Error('a group')
    let draft = changeDraft(NOTHING_DECIDED, { type: 'choose', groupIds: [wrong.id], choice: 'correction' })
    draft = changeDraft(draft, {
      type: 'note',
      place: wrong.place,
      note: { text: 'It cost 4 million.', placement: 'high' },
    })
    const [changedAgain] = groupsOf(
      article({ body: ['The bridge cost 5 million.', 'The mayor spoke on Monday.'] }),
    )
    if (!changedAgain) throw new Error('a group')
    expect(changedAgain.place).toBe(wrong.place)
    expect(choiceOf(draft, changedAgain)).toBeNull()
    expect(noteOf(draft, changedAgain).text).toBe('It cost 4 million.')
  })

  it('more notes than a publication takes are counted before the desk refuses them', () => {
    const [group] = groupsOf(after)
    if (!group) throw new Error('a group')
    const groups = Array.from({ length: 51 }, (_, index) => ({ ...group, id: `${index}`, place: `${index}` }))
    const draft = changeDraft(NOTHING_DECIDED, {
      type: 'choose',
      groupIds: groups.map(({ id }) => id),
      choice: 'correction',
    })
    expect(decisionOf(false, groups, draft)).toMatchObject({
      kind: 'open',
      missing: expect.stringContaining('These are 51 notes'),
    })
    expect(decisionOf(false, groups.slice(1), draft).kind).toBe('decided')
  })

  it('a change longer than the record takes is kept from its beginning, in whole characters', () => {
    const [group] = groupsOf(after)
    if (!group) throw new Error('a group')
    const long = { ...group, after: `x${'😀'.repeat(15_000)}` }
    const draft = changeDraft(NOTHING_DECIDED, {
      type: 'choose',
      groupIds: [long.id],
      choice: 'correction',
    })
    const decided = decisionOf(false, [long], draft)
    if (decided.kind !== 'decided') throw new Error(decided.missing)
    expect(decisionSchema.safeParse(decided.decision).success).toBe(true)
    expect(JSON.stringify(decided.decision)).not.toContain('\\ud83d')
  })

  it('a correction is drafted from the sentence that was wrong and tied to its change', () => {
    const groups = groupsOf(after)
    const [wrong, added] = groups
    if (!wrong || !added) throw new Error('two groups')
    let draft = changeDraft(NOTHING_DECIDED, { type: 'choose', groupIds: [wrong.id], choice: 'correction' })
    expect(noteOf(draft, wrong).text).toContain('“The bridge cost 3 million.”')
    expect(noteOf(draft, wrong).text).toContain('“The bridge cost 4 million.”')
    draft = changeDraft(draft, { type: 'choose', groupIds: [added.id], choice: 'update' })
    expect(decisionOf(false, groups, draft)).toEqual({
      kind: 'open',
      missing: 'Say in one line what is new.',
    })
    draft = changeDraft(draft, { type: 'what-is-new', line: 'Adds a second speech.' })
    expect(decisionOf(false, groups, draft)).toMatchObject({
      kind: 'decided',
      decision: {
        kind: 'noted',
        notes: [
          { kind: 'update', text: 'Adds a second speech.', change: null },
          { kind: 'correction', change: { before: 'The bridge cost 3 million.' } },
        ],
      },
    })
  })

  it('all silent is a silent fix, and a note without words is not yet a decision', () => {
    const groups = groupsOf(after)
    const silent = changeDraft(NOTHING_DECIDED, {
      type: 'choose',
      groupIds: groups.map(({ id }) => id),
      choice: 'silent',
    })
    expect(decisionOf(false, groups, silent)).toEqual({ kind: 'decided', decision: { kind: 'silent' } })
    const [first] = groups
    const clarified = changeDraft(silent, {
      type: 'choose',
      groupIds: [first?.id ?? ''],
      choice: 'clarification',
    })
    expect(decisionOf(false, groups, clarified)).toEqual({
      kind: 'open',
      missing: 'A note has no words yet.',
    })
  })

  it('what readers never see is no change to decide about', () => {
    const secret = article({
      body: [
        ...['The bridge cost 3 million.', 'The mayor spoke on Monday.', 'It rained, again.'].map((line) =>
          paragraph(line),
        ),
        node('stash', paragraph('Ask the mayor.')),
      ],
      meta: { deskNote: 'Call legal', slugline: 'BRIDGE' },
    })
    expect(groupsOf(secret)).toEqual([])
  })
})
