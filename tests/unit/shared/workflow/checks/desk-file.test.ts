import { describe, expect, it } from 'vitest'
import { deskFileText, EMPTY_DESK_FILE, parseDeskFile } from '#shared/workflow/checks/desk-file.ts'

const problemOf = (text: string): string => {
  const parsed = parseDeskFile(text)
  return parsed.ok ? 'no problem' : parsed.error
}

describe('desk file', () => {
  it('CK6: takes what people write by hand and fills in the rest', () => {
    const parsed = parseDeskFile(
      '\ufeff{"version":1,"terms":[{"term":"Kiev","advice":"amend","replacement":"Kyiv"}]}',
    )
    expect(parsed).toEqual({
      ok: true,
      value: {
        version: 1,
        dictionary: [],
        terms: [
          { term: 'Kiev', advice: 'amend', reason: '', replacement: 'Kyiv', link: '', matchCase: false },
        ],
      },
    })
  })

  it('CK6: comes back the same from its own text', () => {
    const file = {
      version: 1,
      terms: [
        {
          term: 'b',
          advice: 'fine',
          reason: 'r',
          replacement: '',
          link: 'https://example.org/',
          matchCase: true,
        },
      ],
      dictionary: ['Ökö'],
    } as const
    expect(
      parseDeskFile(deskFileText({ ...file, terms: [...file.terms], dictionary: [...file.dictionary] })),
    ).toEqual({
      ok: true,
      value: file,
    })
    expect(parseDeskFile(deskFileText(EMPTY_DESK_FILE))).toEqual({ ok: true, value: EMPTY_DESK_FILE })
  })

  it.each([
    ['', /is not JSON/],
    ['[]', /cannot be used/],
    ['{}', /version is not 1/],
    ['{"version":2}', /version is not 1/],
    ['{"version":1,"terms":[{"term":"x","advice":"forbid"}]}', /term 1: “advice”/],
    [
      '{"version":1,"terms":[{"term":"ok","advice":"fine"},{"term":"","advice":"fine"}]}',
      /term 2: “term” needs a letter/,
    ],
    [
      '{"version":1,"terms":[{"term":"x","advice":"fine","link":"javascript:alert(1)"}]}',
      /term 1: “link” must begin with http/,
    ],
    ['{"version":1,"terms":[{"term":"x","advice":"fine","colour":"red"}]}', /term 1: .*colour/],
    ['{"version":1,"words":[]}', /words/],
  ])('CK6: says what is wrong with %s', (text, problem) => {
    expect(problemOf(text)).toMatch(problem)
    expect(problemOf(text)).toMatch(/^The desk file .*\.$/)
  })
})
