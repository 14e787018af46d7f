import { describe, expect, it } from 'vitest'
import { substitute } from '#renderer/editor/extensions/smart-typography/substitute.ts'

/** Types a line character by character, as a person would. */
function typed(line: string, language: string): string {
  let text = ''
  for (const char of line) {
    const answer = substitute(text, char, language)
    text = answer === null ? text + char : text.slice(0, text.length - answer.remove) + answer.insert
  }
  return text
}

describe('substitute', () => {
  it.each([
    [
      'en',
      `"It's the '90s," she said. "He called it 'fine'."`,
      '“It’s the ’90s,” she said. “He called it ‘fine’.”',
    ],
    ['en-GB', `the dogs' bowls ("both")`, 'the dogs’ bowls (“both”)'],
    ['en-US', 'yes--no', 'yes—no'],
    ['en-GB', 'yes -- no', 'yes – no'],
    ['en-US', 'pages 3---4', 'pages 3—-4'],
    ['de', `"Das 'Haus'", sagte er`, '„Das ‚Haus‘“, sagte er'],
    ['de-AT', '"Ja"', '„Ja“'],
    ['fr', '"oui"', '«\u202foui\u202f»'],
    ['sv', '"hej"', '”hej”'],
    ['pl', '"tak"', '„tak”'],
    ['tlh', '"quch"', '“quch”'],
    ['en', 'wait... what', 'wait… what'],
    ['en', '....', '….'],
  ])('%s: %s', (language, line, expected) => {
    expect(typed(line, language)).toBe(expected)
  })

  it('leaves a line of hyphens to the rule for a horizontal rule', () => {
    expect(typed('---', 'en')).toBe('---')
  })
})
