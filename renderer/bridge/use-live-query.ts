// Reads of the library, cached by command and input, made stale by events (query-events.ts). Failures stay values.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type {
  CommandNames,
  Contract,
  DesktopApi,
  GroupName,
  InputOf,
  OutputOf,
} from '#shared/ipc/desktop-api.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { Result } from '#shared/ipc/result.ts'
import { useDesktop } from './desktop-context.tsx'

export type Live<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly outcome: Outcome; readonly retry: () => void }
  /** `isStale` while a newer answer to a changed question is on its way. */
  | { readonly kind: 'ready'; readonly value: T; readonly isStale: boolean }

export type QueryKey = readonly [group: string, name: string, input: unknown]

/** The latest answer of a read command. While the question changes, the last answer stays on screen as stale. */
export function useLiveQuery<G extends GroupName, K extends CommandNames<Contract[G]> & string>(
  group: G,
  name: K,
  input: InputOf<G, K>,
  isEnabled = true,
): Live<OutputOf<G, K>> {
  const desktop = useDesktop()
  const query = useQuery({
    ...readOptions(desktop, group, name, input, isEnabled),
  })
  if (query.error) throw query.error
  if (!query.data) return { kind: 'loading' }
  if (!query.data.ok) return { kind: 'failed', outcome: query.data.error, retry: () => void query.refetch() }
  return { kind: 'ready', value: query.data.value, isStale: query.isPlaceholderData }
}

/** A part of the latest answer; a component that asks for little is drawn anew only when that little changes. Null until known. */
export function useLiveValue<G extends GroupName, K extends CommandNames<Contract[G]> & string, T>(
  group: G,
  name: K,
  input: InputOf<G, K>,
  pick: (value: OutputOf<G, K>) => T,
  isEnabled = true,
): T | null {
  const desktop = useDesktop()
  const query = useQuery({
    ...readOptions(desktop, group, name, input, isEnabled),
    // Structural sharing keeps an equal answer the same object.
    select: (answer) => (answer.ok ? pick(answer.value) : null),
  })
  if (query.error) throw query.error
  return query.data ?? null
}

/** How every read is cached: by its question, with the last answer kept on screen until the next one is there. */
function readOptions<G extends GroupName, K extends CommandNames<Contract[G]> & string>(
  desktop: DesktopApi,
  group: G,
  name: K,
  input: InputOf<G, K>,
  isEnabled: boolean,
) {
  return {
    queryKey: [group, name, input] satisfies QueryKey,
    queryFn: () => callCommand(desktop, group, name, input),
    placeholderData: keepPreviousData<Result<OutputOf<G, K>, Outcome>>,
    enabled: isEnabled,
  }
}

/** One command by its names, typed. The generic lookup cannot be followed by the compiler, hence the one assertion. */
export function callCommand<G extends GroupName, K extends CommandNames<Contract[G]> & string>(
  desktop: DesktopApi,
  group: G,
  name: K,
  input: InputOf<G, K>,
): Promise<Result<OutputOf<G, K>, Outcome>> {
  const commands = desktop[group] as unknown as Record<
    K,
    (input: InputOf<G, K>) => Promise<Result<OutputOf<G, K>, Outcome>>
  >
  return commands[name](input)
}
