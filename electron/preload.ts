// A mechanical projection of the channel list: one frozen object of functions. No event objects, no free-form send.
import { contextBridge, ipcRenderer } from 'electron'
import { CALL_CHANNEL, channels, EVENT_CHANNEL } from '#shared/ipc/channels.ts'

type Listener = (payload: unknown) => void

const listeners = new Map<string, Set<Listener>>()
ipcRenderer.on(EVENT_CHANNEL, (_event, group: string, name: string, payload: unknown) => {
  for (const listener of listeners.get(`${group}.${name}`) ?? []) listener(payload)
})

const call = (group: string, name: string) => (input: unknown) =>
  ipcRenderer.invoke(CALL_CHANNEL, group, name, input)

const subscribe = (group: string, name: string) => (listener: Listener) => {
  const key = `${group}.${name}`
  const mine: Listener = (payload) => listener(payload)
  listeners.set(key, (listeners.get(key) ?? new Set()).add(mine))
  return () => void listeners.get(key)?.delete(mine)
}

const api = Object.fromEntries(
  Object.entries(channels).map(([group, { commands, events }]) => [
    group,
    Object.freeze({
      ...Object.fromEntries(commands.map((name) => [name, call(group, name)])),
      ...Object.fromEntries(
        events.map((name: string) => [
          `on${name.charAt(0).toUpperCase()}${name.slice(1)}`,
          subscribe(group, name),
        ]),
      ),
    }),
  ]),
)

contextBridge.exposeInMainWorld('stet', Object.freeze(api))
