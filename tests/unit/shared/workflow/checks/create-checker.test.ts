import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { Instant } from '#shared/article/ids.ts'
import type { CheckContext } from '#shared/workflow/checks/check-context.ts'
import { createChecker, runChecks } from '#shared/workflow/checks/create-checker.ts'
import type { Rule } from '#shared/workflow/checks/rule.ts'
import { RULES } from '#shared/workflow/checks/rules.ts'
import { article, paragraph } from '#tests/support/builders.ts'
import { QUIET_CONTEXT } from '#tests/support/quiet-context.ts'
import { runs } from '#tests/support/runs.ts'

const CONTEXT: CheckContext = {
  ...QUIET_CONTEXT,
  now: Date.parse('2025-03-05T12:00:00Z') as Instant,
  zone: 'Europe/London',
}
const withBlocks = (base: Article, content: readonly NodeJson[]): Article => ({
  ...base,
  content: { type: 'doc', content },
})

const sentence = fc.constantFrom(
  'The the council met.',
  'On Monday, 4 March 2025, they met.',
  'John Smith spoke.',
  'Jon Smith spoke.',
  '“It is not over.',
  '“It is over,” he said.',
  'TK',
  'Some 12 people came.',
  'Nothing to see.',
)

describe('checker', () => {
  it('CK3: finds after any edits what a fresh, whole check finds', () => {
    const edit = fc.record({
      at: fc.nat(),
      text: sentence,
      kind: fc.constantFrom('change', 'add', 'remove', 'move'),
    })
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 8 }),
        fc.array(edit, { maxLength: 12 }),
        (texts, edits) => {
          const base = article({ headline: 'Some 12 people came', body: texts })
          const checker = createChecker()
          let blocks = [...(base.content.content ?? [])]
          for (const { at, text, kind } of edits) {
            const body = blocks.slice(3)
            const index = at % Math.max(1, body.length)
            if (kind === 'change') body[index] = paragraph(text)
            else if (kind === 'add') body.splice(index, 0, paragraph(text))
            else if (kind === 'remove') body.splice(index, 1)
            else body.push(...body.splice(index, 1))
            blocks = [...blocks.slice(0, 3), ...body]
            const now = withBlocks(base, blocks)
            expect(checker.check(now, CONTEXT)).toEqual(runChecks(now, CONTEXT))
          }
        },
      ),
      { numRuns: runs(60) },
    )
  })

  it('CK3: reads changed blocks again and no others', () => {
    const read: string[] = []
    const spy: Rule<null> = {
      id: 'spy',
      level: 'INFO',
      about: '',
      read: (block) => {
        read.push(block.lines[0]?.text ?? block.type)
        return null
      },
      judge: () => [],
    }
    const checker = createChecker([spy])
    const base = article({ headline: 'Title', standfirst: 'Below', kicker: 'Above', body: ['One.', 'Two.'] })
    checker.check(base, CONTEXT)
    expect(read).toEqual(['Above', 'Title', 'Below', 'One.', 'Two.'])
    read.length = 0
    const blocks = [...(base.content.content ?? [])]
    blocks[3] = paragraph('One more.')
    checker.check(withBlocks(base, blocks), { ...CONTEXT, openThreads: 3 })
    expect(read).toEqual(['One more.'])
  })

  it('CK3: reads all again when the language, the day or the desk file changes', () => {
    const checker = createChecker()
    const base = article({ body: ['The the council met on Friday, March 6.'], meta: { language: 'en' } })
    const rules = (at: Article, context: CheckContext) =>
      checker
        .check(at, context)
        .flatMap(({ rule }) => (['double-word', 'weekday-date', 'house-term'].includes(rule) ? [rule] : []))
    expect(rules(base, CONTEXT)).toEqual(['double-word', 'weekday-date'])
    expect(rules({ ...base, meta: { ...base.meta, language: 'de' } }, CONTEXT)).toEqual([])
    // In 2026, 6 March is a Friday.
    expect(rules(base, { ...CONTEXT, now: Date.parse('2026-03-01T12:00:00Z') as Instant })).toEqual([
      'double-word',
    ])
    const terms = [
      { term: 'council', advice: 'amend', reason: '', replacement: '', link: '', matchCase: false } as const,
    ]
    expect(rules(base, { ...CONTEXT, deskFile: { version: 1, terms, dictionary: [] } })).toEqual([
      'double-word',
      'house-term',
      'weekday-date',
    ])
  })

  it('CK3: prepares in slices and then checks without reading', () => {
    const base = article({ body: Array.from({ length: 30 }, (_, index) => `Sentence ${index}.`) })
    const checker = createChecker()
    let slices = 1
    let asked = 0
    // Each slice has time for four blocks.
    while (!checker.prepare(base, CONTEXT, () => ++asked % 5 === 0)) slices++
    expect(slices).toBeGreaterThan(5)
    expect(checker.prepare(base, CONTEXT, () => true)).toBe(true)
    expect(checker.check(base, CONTEXT)).toEqual(runChecks(base, CONTEXT))
  })

  it('CK2: an id stays when other sentences change, and goes when its own does', () => {
    const idIn = (text: string) =>
      runChecks(article({ body: [text] }), CONTEXT).find((finding) => finding.rule === 'double-word')?.id
    const id = idIn('It began. The the council met. It ended.')
    expect(idIn('It started. The the council met. It ended late.')).toBe(id)
    expect(idIn('It began. The the council sat. It ended.')).not.toBe(id)
  })

  it('CK1: rules have ids of their own and say what they look for', () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length)
    for (const rule of RULES) expect(rule.about).toMatch(/^[A-Z].*\.$/)
  })
})
