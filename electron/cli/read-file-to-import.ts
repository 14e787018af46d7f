import path from 'node:path'
import type { Article } from '#shared/article/article.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, type Result } from '#shared/ipc/result.ts'
import type { Call } from './command.ts'
export interface FileArticle {
  readonly article: Article
  readonly stamps: Stamps
  readonly pictures: ExportInput['pictures']
  readonly zone: string
}
export async function readFileToImport(_call: Call, file: string): Promise<Result<FileArticle, Outcome>> {
  return err({ type: 'ImportUnsupported', fileName: path.basename(file) })
}
