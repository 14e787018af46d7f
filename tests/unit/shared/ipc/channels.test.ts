import { expect, test } from 'vitest'
import { channels } from '#shared/ipc/channels.ts'
import { contract } from '#shared/ipc/contract.ts'

test('the names the preload projects are exactly those of the contract', () => {
  const fromContract = Object.fromEntries(
    Object.entries(contract).map(([group, members]) => {
      const named = (kind: 'command' | 'event') =>
        Object.entries(members)
          .filter(([, member]) => member.kind === kind)
          .map(([name]) => name)
          .sort()
      return [group, { commands: named('command'), events: named('event') }]
    }),
  )
  const listed = Object.fromEntries(
    Object.entries(channels).map(([group, { commands, events }]) => [
      group,
      { commands: [...commands].sort(), events: [...events].sort() },
    ]),
  )
  expect(listed).toEqual(fromContract)
})
