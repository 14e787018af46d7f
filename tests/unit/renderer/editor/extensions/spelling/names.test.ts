import { describe, expect, it } from 'vitest'
import { dialectOf } from '#renderer/editor/extensions/spelling/lint.ts'
import { isName } from '#renderer/editor/extensions/spelling/names.ts'

const isNameIn = (text: string, word: string) =>
  isName(text, text.indexOf(word), text.indexOf(word) + word.length)

describe('names', () => {
  it.each([
    ['The mayor, Lakey, came.', 'Lakey'],
    ['He met Kim Cheol-su there.', 'Cheol'],
    ['He met Kim Cheol-su there.', 'su'],
    ['The O’Brienn house.', 'Brienn'],
    ['It was said by Sayed.', 'Sayed'],
  ])('SP4: a capital inside of a sentence is a name: %s (%s)', (text, word) => {
    expect(isNameIn(text, word)).toBe(true)
  })

  it.each([
    ['Teh mayor came.', 'Teh'],
    ['It ended. Teh mayor came.', 'Teh'],
    ['He said: “Teh mayor came.”', 'Teh'],
    ['“Teh mayor came,” he said.', 'Teh'],
    ['The mayr came.', 'mayr'],
    ['A well-knwon town.', 'knwon'],
  ])('SP4: a small word and the first of a sentence are not: %s (%s)', (text, word) => {
    expect(isNameIn(text, word)).toBe(false)
  })
})

describe('dialects', () => {
  it.each([
    ['en', 'American'],
    ['en-US', 'American'],
    ['en-GB', 'British'],
    ['en-IE', 'British'],
    ['en-Latn-CA', 'Canadian'],
    ['EN-au', 'Australian'],
    ['en-IN', 'Indian'],
    ['de', null],
    ['ko-KR', null],
    ['', null],
  ])('SP2: %s is checked as %s', (tag, dialect) => {
    expect(dialectOf(tag)).toBe(dialect)
  })
})
