import { describe, expect, it } from 'vitest'
import { articleQuerySchema } from '#shared/library/article-summary.ts'
import { countFilters, NO_FILTERS, toQuery } from '#renderer/features/desk/desk-query.ts'

describe('toQuery', () => {
  it('hides spiked articles until they are asked for', () => {
    expect(toQuery(NO_FILTERS, '').statuses).not.toContain('spiked')
    expect(toQuery({ ...NO_FILTERS, status: 'spiked' }, '').statuses).toEqual(['spiked'])
  })

  it('shows the newest and the longest first, headlines from A', () => {
    expect(toQuery(NO_FILTERS, '').descending).toBe(true)
    expect(toQuery({ ...NO_FILTERS, sort: 'words' }, '').descending).toBe(true)
    expect(toQuery({ ...NO_FILTERS, sort: 'headline' }, '').descending).toBe(false)
  })

  it('"mine" needs a name', () => {
    expect(toQuery({ ...NO_FILTERS, isMineOnly: true }, '').person).toBeNull()
    expect(toQuery({ ...NO_FILTERS, isMineOnly: true }, 'Kim Min-ji').person).toBe('Kim Min-ji')
  })

  it('is a question the contract takes', () => {
    const query = { ...toQuery({ ...NO_FILTERS, text: ' river ' }, ''), offset: 0, limit: 100 }
    expect(articleQuerySchema.parse(query).text).toBe('river')
  })

  it('counts the filters in force, not the words nor the order', () => {
    expect(countFilters({ ...NO_FILTERS, text: 'x', sort: 'words' })).toBe(0)
    expect(countFilters({ ...NO_FILTERS, onlyTk: true, section: 'World' })).toBe(2)
  })
})
