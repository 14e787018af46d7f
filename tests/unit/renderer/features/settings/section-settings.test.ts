import { expect, it } from 'vitest'
import { linesOf } from '#renderer/features/settings/section-settings.tsx'

it('a list of sections loses empty lines, spaces and repeats, and keeps its order', () => {
  expect(linesOf(' World \n\nPolitics\nWorld\n  \nCulture')).toEqual(['World', 'Politics', 'Culture'])
})
