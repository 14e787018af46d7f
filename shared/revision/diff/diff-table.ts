import type { NodeJson } from '../../article/article.ts'
import type { DiffContext } from './change-list.ts'
import type { MergedContent } from './revision-diff.ts'

export function diffTable(_before: NodeJson, _after: NodeJson, _context: DiffContext): MergedContent | null {
  return null
}
