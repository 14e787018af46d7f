import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultLibraryPath } from '#core/default-library-path.ts'

test('the environment names the library, else it is among the documents', () => {
  expect(defaultLibraryPath('/home/a', {})).toBe(join('/home/a', 'Documents', 'Stet.stet'))
  expect(defaultLibraryPath('/home/a', { STET_LIBRARY: ' ' })).toBe(join('/home/a', 'Documents', 'Stet.stet'))
  expect(defaultLibraryPath('/home/a', { STET_LIBRARY: '/l' })).toBe('/l')
})
