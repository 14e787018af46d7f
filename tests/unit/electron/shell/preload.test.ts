import { beforeEach, expect, test, vi } from 'vitest'
import { CALL_CHANNEL, channels, EVENT_CHANNEL } from '#shared/ipc/channels.ts'

const invoked: unknown[][] = []
const heard = new Map<string, (...args: unknown[]) => void>()
let exposed: Record<string, Record<string, (argument: unknown) => unknown>> = {}

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: typeof exposed) => {
      expect(name).toBe('stet')
      exposed = api
    },
  },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => void invoked.push(args),
    on: (channel: string, listener: (...args: unknown[]) => void) => heard.set(channel, listener),
  },
}))

beforeEach(async () => {
  invoked.length = 0
  vi.resetModules()
  await import('../../../../electron/preload.ts')
})

test('exposes one frozen object: the commands and subscriptions of the channel list, and nothing else', () => {
  expect(Object.isFrozen(exposed)).toBe(true)
  expect(Object.keys(exposed)).toEqual(Object.keys(channels))
  for (const [group, { commands, events }] of Object.entries(channels)) {
    expect(Object.isFrozen(exposed[group])).toBe(true)
    const onNames = (events as readonly string[]).map((name) => `on${name[0]?.toUpperCase()}${name.slice(1)}`)
    expect(Object.keys(exposed[group] ?? {})).toEqual([...commands, ...onNames])
  }
})

test('a command is one invoke on the one channel', async () => {
  await exposed.drafts?.push?.({ articleId: 'a' })
  expect(invoked).toEqual([[CALL_CHANNEL, 'drafts', 'push', { articleId: 'a' }]])
})

test('a listener gets the payload and never the Electron event, until it unsubscribes', () => {
  const got: unknown[][] = []
  const stop = exposed.app?.onClosing?.((...args: unknown[]) => got.push(args)) as () => void
  const send = (group: string, name: string) =>
    heard.get(EVENT_CHANNEL)?.({ sender: 'secret' }, group, name, { n: 1 })
  send('app', 'closing')
  send('app', 'libraryState')
  send('__proto__', 'closing')
  stop()
  send('app', 'closing')
  expect(got).toEqual([[{ n: 1 }]])
})
