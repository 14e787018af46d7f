// What a run of the command has: where it reads and writes, whose machine it is on. The process brings the real ones, tests their own.
import type { Clock } from '#core/ports.ts'
import type { Result } from '#shared/ipc/result.ts'
import type { ExitCode, Failure } from './exit-code.ts'

export interface CliIo {
  out(text: string): void
  err(text: string): void
  readonly cwd: string
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Who is at the keyboard: author of what the command changes. */
  readonly personName: string
  readonly clock: Clock
  readonly version: string
  /** Aborted when the person interrupts. */
  readonly signal: AbortSignal
}

export interface CommonOptions {
  /** As given with --library, or null for the usual place. */
  readonly library: string | null
  readonly isJson: boolean
  /** As given with --zone, or null for the publication's. */
  readonly zone: string | null
  readonly language: string
}

export interface CliContext {
  readonly io: CliIo
  readonly common: CommonOptions
  readonly arguments: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
}

/** What a command found: the same facts for people and for programs. */
export interface Answer {
  /** Lines for people, without the last line end; '' prints nothing. */
  readonly text: string
  /** The text is a file: printed byte for byte. */
  readonly isFile?: boolean
  /** A stable shape for programs (docs/command-line.md). */
  readonly json: unknown
  /** Sentences for stderr: warnings, single failures among many. */
  readonly notes?: readonly string[]
  readonly exit?: ExitCode
}

export type CommandResult = Result<Answer, Failure>

export interface Command {
  readonly name: string
  /** Positional arguments as shown in the help: "ID", "FILE...". */
  readonly usage: string
  readonly summary: string
  /** Least and most positional arguments. */
  readonly takes: readonly [least: number, most: number]
  readonly flags: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
  run(context: CliContext): Promise<CommandResult>
}
