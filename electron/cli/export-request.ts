// What `stet export` was asked for.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportFormat } from '#core/exports/formats/format-article.ts'

export interface ExportRequest {
  readonly format: ExportFormat
  readonly purpose: 'readers' | 'proof'
  readonly moveUpdated: boolean
  readonly allowTk: boolean
  /** As given with --profile, or null. */
  readonly profile: string | null
  /** Absolute path of the file or of a folder to put it in; null for standard output. */
  readonly output: string | null
}

/** A folder takes the usual name. */
export const targetOf = (output: string, suggestedName: string): string =>
  statSync(output, { throwIfNoEntry: false })?.isDirectory() === true ? join(output, suggestedName) : output
