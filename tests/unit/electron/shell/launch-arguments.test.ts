import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHandedOver, readLaunchArguments } from '#shell/launch-arguments.ts'

const ID = '0123456789abcdef0123456789abcdef'

test('reads a library and an article in either spelling, relative to where the command was typed', () => {
  const wanted = { library: '/home/a/Desk.stet', articleId: ID }
  expect(readLaunchArguments(['stet', '--library', 'Desk.stet', '--open', ID], '/home/a')).toEqual(wanted)
  expect(readLaunchArguments(['stet', `--open=${ID}`, '--library=/home/a/Desk.stet'], '/')).toEqual(wanted)
})

test('anything else is ignored', () => {
  for (const argv of [
    ['stet', '--library'],
    ['stet', '--open', 'not-an-id', '--library='],
    ['stet', 'https://example.org', '/etc/passwd', '--openx', ID],
    ['stet', '--open', ID.toUpperCase()],
  ])
    expect(readLaunchArguments(argv, '/')).toEqual({ library: null, articleId: null })
})

test('E6: whatever a second instance hands over, only a sound absolute path and an article id come out', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      const { library, articleId } = readHandedOver(data)
      return library === null && articleId === null
    }),
  )
  expect(readHandedOver({ library: '/a/../b', articleId: ID })).toEqual({ library: '/b', articleId: ID })
  for (const library of ['relative', '/nul\0byte', `/${'a'.repeat(5_000)}`, 7, {}, ['/a']])
    expect(readHandedOver({ library, articleId: [ID] })).toEqual({ library: null, articleId: null })
})
