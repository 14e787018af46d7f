import { expect, test, vi } from 'vitest'
import { CALL_CHANNEL } from '#shared/ipc/channels.ts'
import { ok } from '#shared/ipc/result.ts'
import { hostIpc } from '#shell/ipc-host.ts'
import { ownPages } from '#shell/security.ts'
import type { Windows } from '#shell/windows.ts'

type Handler = (event: unknown, group: unknown, name: unknown, input: unknown) => unknown
const handlers = new Map<string, Handler>()
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
}))

const mainFrame = { parent: null, origin: 'app://newsroom' }
const ours = { id: 7, mainFrame }
const sender = { id: 7, hasCalled: false }
const calls: unknown[][] = []
hostIpc(
  { of: (contents: unknown) => (contents === ours ? sender : undefined) } as unknown as Windows,
  ownPages(true, undefined),
  async (...args) => {
    calls.push(args)
    return ok(null)
  },
  () => undefined,
)
const call = (event: unknown) => handlers.get(CALL_CHANNEL)?.(event, 'app', 'info', {})

test('there is one channel', () => {
  expect([...handlers.keys()]).toEqual([CALL_CHANNEL])
})

test('the main frame of one of our windows on our own pages is heard', async () => {
  expect(await call({ sender: ours, senderFrame: mainFrame })).toEqual(ok(null))
  expect(calls).toEqual([['app', 'info', {}, { windowId: 7 }]])
  expect(sender.hasCalled).toBe(true)
})

test('E4: every other sender gets a refusal, never a silent undefined', async () => {
  calls.length = 0
  const other = { id: 8, mainFrame }
  const strangers = [
    { sender: ours, senderFrame: null },
    { sender: other, senderFrame: mainFrame },
    { sender: ours, senderFrame: { parent: mainFrame, origin: 'app://newsroom' } },
    { sender: ours, senderFrame: { parent: null, origin: 'app://newsroom' } },
    { sender: { ...ours, mainFrame: { parent: null, origin: 'app://preview' } }, senderFrame: mainFrame },
  ]
  for (const event of strangers)
    expect(await call(event)).toEqual({ ok: false, error: { type: 'UntrustedSender' } })
  const elsewhere = { parent: null, origin: 'https://example.org' }
  Object.assign(ours, { mainFrame: elsewhere })
  expect(await call({ sender: ours, senderFrame: elsewhere })).toEqual({
    ok: false,
    error: { type: 'UntrustedSender' },
  })
  expect(calls).toEqual([])
})
