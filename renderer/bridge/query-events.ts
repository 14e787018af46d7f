// Events make cached answers stale; nothing else does. Bursts (a save every moment of typing) are gathered first.
import { QueryClient } from '@tanstack/react-query'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { ok } from '#shared/ipc/result.ts'
import { whenWritingRests } from './writing-rest.ts'

/** Milliseconds events are gathered before lists are read again: below notice, and far above one answer's cost. */
const GATHER_MS = 150
/** Milliseconds lists are left alone after they were read: while a person types, main projects a few times a second. */
const REST_MS = 1_000

/** Milliseconds lists may be behind while somebody types on and on: drawing the desk again costs as much as five keys. */
const PATIENCE_MS = 10_000

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Keeps the cache in step with main until the answered function is called. */
export function followEvents(desktop: DesktopApi, client: QueryClient): () => void {
  const due = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let readAt = Number.NEGATIVE_INFINITY
  let stopWaiting = () => {}
  const readAgain = () => {
    readAt = performance.now()
    const groups = [...due]
    due.clear()
    for (const name of groups) void client.invalidateQueries({ queryKey: [name] })
  }
  const soon = (group: string) => {
    due.add(group)
    timer ??= setTimeout(
      () => {
        timer = null
        stopWaiting = whenWritingRests(readAgain, PATIENCE_MS)
      },
      Math.max(GATHER_MS, readAt + REST_MS - performance.now()),
    )
  }
  const stops = [
    desktop.library.onChanged(() => soon('library')),
    desktop.revisions.onChanged(() => soon('revisions')),
    desktop.publishing.onChanged(() => soon('publishing')),
    desktop.checks.onChanged(() => soon('checks')),
    desktop.profiles.onChanged(() => {
      soon('profiles')
      soon('library')
    }),
    desktop.settings.onChanged((settings) => client.setQueryData(['settings', 'get', {}], ok(settings))),
  ]
  return () => {
    if (timer !== null) clearTimeout(timer)
    stopWaiting()
    for (const stop of stops) stop()
  }
}
