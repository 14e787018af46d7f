// Types derived from the contract: what the renderer calls, what main implements, what tests fake.
import type { z } from 'zod'
import type { Outcome, RefusalTag } from '../errors/outcome.ts'
import type { contract } from './contract.ts'
import type { Command, EventOf } from './define.ts'
import type { Result } from './result.ts'

export type Contract = typeof contract
export type GroupName = keyof Contract

type CommandInput<C> = C extends Command<infer I, infer _O, infer _E> ? z.input<I> : never
type ParsedInput<C> = C extends Command<infer I, infer _O, infer _E> ? z.output<I> : never
type CommandOutput<C> = C extends Command<infer _I, infer O, infer _E> ? z.output<O> : never
type CommandErrors<C> = C extends Command<infer _I, infer _O, infer E> ? E : never
type EventPayload<C> = C extends EventOf<infer P> ? z.output<P> : never

export type CommandNames<G> = { [K in keyof G]: G[K] extends { kind: 'command' } ? K : never }[keyof G]
export type EventNames<G> = { [K in keyof G]: G[K] extends { kind: 'event' } ? K : never }[keyof G]

export type InputOf<G extends GroupName, K extends CommandNames<Contract[G]>> = CommandInput<Contract[G][K]>
export type OutputOf<G extends GroupName, K extends CommandNames<Contract[G]>> = CommandOutput<Contract[G][K]>
export type PayloadOf<G extends GroupName, K extends EventNames<Contract[G]>> = EventPayload<Contract[G][K]>

/** What the renderer sees: commands as functions, events as `onX(listener)` that answer their unsubscribe. */
export type DesktopApi = {
  readonly [G in GroupName]: {
    readonly [K in CommandNames<Contract[G]>]: (
      input: CommandInput<Contract[G][K]>,
    ) => Promise<Result<CommandOutput<Contract[G][K]>, Outcome<CommandErrors<Contract[G][K]> | RefusalTag>>>
  } & {
    readonly [K in EventNames<Contract[G]> as `on${Capitalize<K & string>}`]: (
      listener: (payload: EventPayload<Contract[G][K]>) => void,
    ) => () => void
  }
}

/** Who called: a window of ours. Windows are told apart so that nothing is echoed. */
export interface Caller {
  readonly windowId: number
}

/** What main implements. Input has been parsed. */
export type Handlers = {
  readonly [G in GroupName]: {
    readonly [K in CommandNames<Contract[G]>]: (
      input: ParsedInput<Contract[G][K]>,
      caller: Caller,
    ) =>
      | Promise<Result<CommandOutput<Contract[G][K]>, Outcome<CommandErrors<Contract[G][K]>>>>
      | Result<CommandOutput<Contract[G][K]>, Outcome<CommandErrors<Contract[G][K]>>>
  }
}

/** How core tells windows: to all of them, or to all but the one a change came from. */
export interface Broadcast {
  <G extends GroupName, K extends EventNames<Contract[G]>>(
    group: G,
    name: K,
    payload: PayloadOf<G, K>,
    to?: { readonly except?: number; readonly only?: number },
  ): void
}
