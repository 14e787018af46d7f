// Exit codes of the `stet` command: a stable interface (docs/command-line.md).
import type { Outcome } from '#shared/errors/outcome.ts'

export const EXIT = {
  ok: 0,
  /** What was asked for failed or was refused. */
  failed: 1,
  /** The command line itself was wrong. */
  usage: 2,
  /** The library cannot be opened. */
  library: 3,
  /** `verify` found faults, `check` found errors. */
  faults: 4,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Why a command ended badly: an expected outcome, or a wrong command line. */
export type Failure =
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly exit: ExitCode }
  | { readonly kind: 'usage'; readonly sentence: string }

export const failed = (outcome: Outcome): Failure => ({ kind: 'outcome', outcome, exit: EXIT.failed })
export const notOpened = (outcome: Outcome): Failure => ({ kind: 'outcome', outcome, exit: EXIT.library })
export const misused = (sentence: string): Failure => ({ kind: 'usage', sentence })
