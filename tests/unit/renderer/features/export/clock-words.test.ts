import { expect, it } from 'vitest'
import { toInstant, zoneSchema } from '#shared/article/ids.ts'
import { clockSentence } from '#renderer/features/export/clock-words.ts'

const stamp = { at: toInstant(Date.UTC(2022, 2, 4, 8, 35)), zone: zoneSchema.parse('Asia/Seoul') }

it('the first export for readers says that it publishes', () => {
  expect(clockSentence({ published: null, updated: null }, 'readers', 'silent')).toMatch(
    /sets the Published stamp/,
  )
})

it('a proof says that it moves nothing, published or not', () => {
  expect(clockSentence({ published: stamp, updated: null }, 'proof', 'update')).toBe(
    'A proof moves no stamp.',
  )
})

it('a later export keeps Published and moves Updated only when that was chosen', () => {
  const stamps = { published: stamp, updated: null }
  expect(clockSentence(stamps, 'readers', 'silent')).toContain('March 4, 2022 5:35 p.m. KST stays')
  expect(clockSentence(stamps, 'readers', 'silent')).toContain('There is no Updated stamp')
  expect(clockSentence(stamps, 'readers', 'update')).toContain('Updated moves')
})
