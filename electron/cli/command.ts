// What a command of `stet` is: a name, its words for --help, and a function from arguments to an exit code.
import type { Core } from '#core/core.ts'
import type { Clock } from '#core/ports.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { outcomeCopy } from '#shared/errors/outcome-copy.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { Result } from '#shared/ipc/result.ts'

/** Documented in docs/command-line.md; scripts rely on them. */
export const EXIT = { done: 0, refused: 1, usage: 2, library: 3, faults: 4 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export interface Io {
  /** One line, or a whole file. */
  out(text: string): void
  bytes(bytes: Uint8Array): void
  err(line: string): void
  readonly cwd: string
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}
export interface Options {
  readonly library?: string
  readonly json: boolean
  readonly zone?: string
  readonly output?: string
  readonly to?: string
  readonly proof: boolean
  readonly update: boolean
  readonly allowTk: boolean
  readonly headline?: string
  readonly section?: string
  readonly all: boolean
}
export interface OpenedLibrary {
  readonly store: LibraryStore
  readonly core: Core
  readonly clock: Clock
  readonly author: () => string
}
export interface Call {
  readonly args: readonly string[]
  readonly options: Options
  readonly io: Io
  /** Opens the library on first use; what cannot be opened has been told, and the command ends with the answered code. */
  library(use: (opened: OpenedLibrary) => Promise<ExitCode> | ExitCode): Promise<ExitCode>
}
export interface CommandInfo {
  readonly name: string
  readonly usage: string
  readonly summary: string
  run(call: Call): Promise<ExitCode>
}

/** The command line is one caller; it has no window. */
export const CLI_CALLER = { windowId: 0 } as const

/** One sentence, then what to do, on stderr; as data where JSON was asked for. */
export function refuse(
  { io, options }: Pick<Call, 'io' | 'options'>,
  outcome: Outcome,
  code: ExitCode = EXIT.refused,
): ExitCode {
  const { sentence, nextStep } = outcomeCopy(outcome)
  io.err(`stet: ${[sentence, nextStep].filter((part) => part !== '').join(' ')}`)
  if (options.json) io.out(JSON.stringify({ error: outcome }))
  return code
}

export function misuse({ io }: Pick<Call, 'io'>, sentence: string): ExitCode {
  io.err(`stet: ${sentence}`)
  return EXIT.usage
}

export const toIso = (epochMs: number): string => new Date(epochMs).toISOString()

/** Prints a value as JSON, or its words. */
export function answer(
  { io, options }: Pick<Call, 'io' | 'options'>,
  value: unknown,
  words: () => string,
): ExitCode {
  const text = options.json ? JSON.stringify(value, null, 2) : words()
  if (text !== '') io.out(text)
  return EXIT.done
}

/** Unwraps a result or refuses with its words. */
export function orRefuse<T>(
  call: Pick<Call, 'io' | 'options'>,
  result: Result<T, Outcome>,
  use: (value: T) => Promise<ExitCode> | ExitCode,
): Promise<ExitCode> | ExitCode {
  return result.ok ? use(result.value) : refuse(call, result.error)
}
