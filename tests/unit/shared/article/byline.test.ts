import { expect, test } from 'vitest'
import { bylineParts, bylineText } from '#shared/article/byline.ts'
import { datelineText } from '#shared/article/dateline.ts'
import { EMPTY_META, type Person } from '#shared/article/meta.ts'

const person = (name: string, rest: Partial<Person> = {}): Person => ({
  id: name.toLowerCase().replace(/\W/g, '') || 'x',
  rank: 1,
  lead: '',
  name,
  role: '',
  profileUrl: '',
  ...rest,
})
const byline = (people: Person[], tail = '', language = 'en-GB'): string =>
  bylineText({ ...EMPTY_META, people, bylineTail: tail, language })

test.each([
  [[person('A')], 'By A'],
  [[person('A'), person('B')], 'By A and B'],
  [[person('A'), person('B'), person('C')], 'By A, B and C'],
  [[person('A', { lead: 'By' }), person('B')], 'By A and B'],
  [
    [person('A', { lead: 'Reported by' }), person('B', { lead: '; edited by' })],
    'Reported by A; edited by B',
  ],
  [[person('A'), person('B', { lead: 'Edited by' })], 'By A. Edited by B'],
  [[person('A'), person('B', { lead: 'with' })], 'By A with B'],
  [[person('A', { role: 'in Seoul' }), person('B')], 'By A, in Seoul, and B'],
  [
    [person('A', { role: 'reporter' }), person('B', { role: 'pictures' }), person('C')],
    'By A, reporter; B, pictures, and C',
  ],
  [[person('A', { role: 'reporter' }), person('B', { lead: 'with' })], 'By A, reporter, with B'],
  [
    [person('A'), person('B'), person('C', { lead: '; edited by' }), person('D')],
    'By A and B; edited by C and D',
  ],
  [[], ''],
  [[person('  ')], ''],
])('people and the words around them read as one line: %#', (people, expected) => {
  expect(byline(people)).toBe(expected)
})

test('free words after the last name stand close when they are punctuation', () => {
  expect(byline([person('A')], 'in Seoul')).toBe('By A in Seoul')
  expect(byline([person('A')], ', in Seoul')).toBe('By A, in Seoul')
  expect(byline([], 'From our own wires')).toBe('From our own wires')
})

test('no English words are put into the byline of another language', () => {
  expect(byline([person('A'), person('B')], '', 'ko')).toBe('A, B')
})

test('each name is a part of its own, with its person', () => {
  const parts = bylineParts({ ...EMPTY_META, people: [person('A', { role: 'r' }), person('B')] })
  expect(parts.filter((part) => part.kind === 'name').map((part) => part.person.name)).toEqual(['A', 'B'])
  expect(parts.filter((part) => part.kind === 'role').map((part) => part.text)).toEqual(['r'])
})

test('a dateline names place and source', () => {
  expect(datelineText({ datelinePlace: 'SEOUL', datelineSource: 'Wire' })).toBe('SEOUL (Wire)')
  expect(datelineText({ datelinePlace: 'SEOUL', datelineSource: '' })).toBe('SEOUL')
  expect(datelineText({ datelinePlace: '', datelineSource: 'Wire' })).toBe('(Wire)')
  expect(datelineText({ datelinePlace: ' ', datelineSource: '' })).toBe('')
})
