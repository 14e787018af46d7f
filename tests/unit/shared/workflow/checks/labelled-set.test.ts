import { describe, expect, it } from 'vitest'
import { article } from '#tests/support/builders.ts'
import { QUIET_CONTEXT } from '#tests/support/quiet-context.ts'
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { Instant } from '#shared/article/ids.ts'
import type { CheckContext } from '#shared/workflow/checks/check-context.ts'
import { runChecks } from '#shared/workflow/checks/create-checker.ts'
import type { Finding } from '#shared/workflow/checks/finding.ts'
import { doubleWords } from './labelled/double-words.ts'
import { houseStyle } from './labelled/house-style.ts'
import type { LabelledCase } from './labelled/labelled-case.ts'
import { names } from './labelled/names.ts'
import { headlineNumbers, percentages } from './labelled/numbers.ts'
import { quotes } from './labelled/quotes.ts'
import { weekdays } from './labelled/weekdays.ts'
import { wholeArticles } from './labelled/whole-articles.ts'
import { inlineText } from '#shared/article/plain-text.ts'

const SETS = { doubleWords, quotes, weekdays, names, headlineNumbers, percentages, houseStyle, wholeArticles }
const ALL = Object.values(SETS).flat()

/** Wednesday 5 March 2025, noon in London. */
const CONTEXT: CheckContext = {
  ...QUIET_CONTEXT,
  now: Date.parse('2025-03-05T12:00:00Z') as Instant,
  zone: 'Europe/London',
}

const articleOf = (one: LabelledCase): Article =>
  article({
    kicker: one.kicker ?? '',
    headline: one.headline ?? 'Council sits until the morning',
    standfirst: one.standfirst ?? 'Nobody went home before the sun was up over the harbour',
    body: one.body,
    meta: {
      language: one.language,
      section: 'news',
      people: [{ id: 'a', rank: 1, lead: '', name: 'Ada Marsh', role: '', profileUrl: '' }],
      ...one.meta,
    },
  })

describe.each(Object.entries(SETS))('CK1: labelled %s', (_set, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const checked = articleOf(one)
    const found = runChecks(checked, { ...CONTEXT, ...one.context })
    expect(found.map((finding) => label(finding, checked.content)).sort()).toEqual([...one.finds].sort())
  })
})

describe('CK1: the labelled set', () => {
  it('has at least 200 texts, in seven languages, and half of them tempt', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(200)
    expect(new Set(ALL.map((one) => one.language)).size).toBeGreaterThanOrEqual(7)
    expect(ALL.filter((one) => one.finds.length === 0).length).toBeGreaterThanOrEqual(ALL.length / 3)
  })

  it('CK2: gives every finding an id that its text alone decides', () => {
    for (const one of ALL) {
      const checked = articleOf(one)
      const context = { ...CONTEXT, ...one.context }
      const ids = runChecks(checked, context).map((finding) => finding.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(runChecks(structuredClone(checked), context).map((finding) => finding.id)).toEqual(ids)
    }
  })
})

function label({ rule, place }: Finding, content: NodeJson): string {
  if (place.kind === 'field') return `${rule} @${place.field}`
  if (place.kind !== 'text') return rule
  let node = content.content?.[place.block]
  for (const index of place.path) node = node?.content?.[index]
  if (node === undefined) throw new Error(`${rule} points outside of the article`)
  return `${rule}: ${inlineText(node).slice(place.from, place.to)}`
}
