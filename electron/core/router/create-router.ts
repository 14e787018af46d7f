// The only dispatcher (IP1, IP2): own-property look-up, parse, gate on shutdown, call, convert defects. It knows no transport, so
// the window, the tests and one day a process of its own call the same function.
import type { OutcomeTag } from '#shared/errors/outcome.ts'
import { REFUSALS } from '#shared/errors/outcome.ts'
import type { Command } from '#shared/ipc/define.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { Caller, Handlers } from '#shared/ipc/desktop-api.ts'
import { err, type Result } from '#shared/ipc/result.ts'
import type { z } from 'zod'
import type { Clock, Log } from '../ports.ts'

export interface Answer {
  readonly type: OutcomeTag
}
export type Dispatch = (
  group: unknown,
  name: unknown,
  input: unknown,
  caller: Caller,
) => Promise<Result<unknown, Answer>>

export interface Router {
  readonly dispatch: Dispatch
  /** From now on every call is refused with ShuttingDown. Answers when the calls under way have theirs, or after two seconds. */
  close(): Promise<void>
}

export interface RouterDeps {
  readonly clock: Clock
  readonly log: Log
  /** Development and tests: an answer that does not fit its contract is a defect, too. */
  readonly checksAnswers: boolean
}

/** Milliseconds under which a successful push is not worth a line: one is made per key. */
const QUIET_PUSH_MS = 50
/** Milliseconds that calls under way are waited for: a file being synced, not a person in front of a dialog. */
const CLOSING_PATIENCE_MS = 2_000
/** Stack frames written for a defect. */
const FRAMES = 6

type AnyCommand = Command<z.ZodType, z.ZodType, OutcomeTag>
type AnyHandler = (input: unknown, caller: Caller) => unknown

export function createRouter(commands: typeof contract, handlers: Handlers, deps: RouterDeps): Router {
  const { clock, log, checksAnswers } = deps
  let isClosed = false

  async function dispatch(
    group: unknown,
    name: unknown,
    input: unknown,
    caller: Caller,
  ): Promise<Result<unknown, Answer>> {
    const command = commandOf(commands, group, name)
    if (command === null) {
      log('warn', 'call-refused', { outcome: 'UnknownCommand' })
      return err({ type: 'UnknownCommand' })
    }
    const title = `${String(group)}.${String(name)}`
    const startedAt = clock.now()
    const finish = (result: Result<unknown, Answer>): Result<unknown, Answer> => {
      const ms = clock.now() - startedAt
      if (!result.ok) log('warn', 'call', { command: title, ms, outcome: result.error.type })
      else if (title !== 'drafts.push' || ms > QUIET_PUSH_MS)
        log('info', 'call', { command: title, ms, outcome: 'ok' })
      return result
    }
    if (isClosed) return finish(err({ type: 'ShuttingDown' }))
    try {
      const parsed = command.input.safeParse(input)
      if (!parsed.success) return finish(err({ type: 'InvalidRequest' }))
      const handle = Reflect.get(
        Reflect.get(handlers, group as string) as object,
        name as string,
      ) as AnyHandler
      const answer = (await handle(parsed.data, caller)) as Result<unknown, Answer>
      if (checksAnswers) checkAnswer(title, command, answer)
      return finish(answer)
    } catch (error) {
      // One of the four places that catch defects (ARCHITECTURE 3.7): a reference crosses the boundary, nothing else.
      const reference = globalThis.crypto.randomUUID().slice(0, 8)
      log('error', 'defect', { command: title, reference, ...describeDefect(error) })
      return finish(err({ type: 'Defect', reference } as Answer))
    }
  }

  const underWay = new Set<Promise<unknown>>()
  return {
    dispatch(...call) {
      const answered = dispatch(...call)
      underWay.add(answered)
      return answered.finally(() => underWay.delete(answered))
    },
    async close() {
      isClosed = true
      if (underWay.size === 0) return
      let cancel = (): void => undefined
      const patience = new Promise<void>((resolve) => {
        cancel = clock.after(CLOSING_PATIENCE_MS, resolve)
      })
      await Promise.race([Promise.allSettled(underWay), patience])
      cancel()
    },
  }
}

function commandOf(commands: typeof contract, group: unknown, name: unknown): AnyCommand | null {
  const members = ownMember(commands, group)
  const member = ownMember(members, name)
  return member !== null && Reflect.get(member, 'kind') === 'command' ? (member as AnyCommand) : null
}

function ownMember(owner: object | null, key: unknown): object | null {
  if (owner === null || typeof key !== 'string' || !Object.hasOwn(owner, key)) return null
  const member: unknown = Reflect.get(owner, key)
  return typeof member === 'object' ? member : null
}

function checkAnswer(title: string, command: AnyCommand, answer: Result<unknown, Answer>): void {
  if (answer.ok) {
    const parsed = command.output.safeParse(answer.value)
    if (!parsed.success)
      throw new Error(`${title} answered outside its contract: ${parsed.error.issues[0]?.path.join('.')}`)
    return
  }
  const { type } = answer.error
  if (!command.errors.includes(type) && !REFUSALS.some((refusal) => refusal === type))
    throw new Error(`${title} answered ${type}, which its contract does not list`)
}

/** Name and places, never the message: it may hold text of an article (IP5). */
function describeDefect(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  const places = frames
    .slice(0, FRAMES)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^\s()]*[/\\]/, '('))
  return { error: error.name, at: places.join(' < ') }
}
