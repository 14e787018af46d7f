// A finding that a person let stand, with the reason. Recorded for ever; tied to the finding's id, which its words decide, so
// that the finding comes back when they change.
import { z } from 'zod'
import { instantSchema } from '../../article/ids.ts'
import { MAX_LINE_CHARS } from '../../article/limits.ts'
import type { Finding } from './finding.ts'

export const findingIdSchema = z.string().regex(/^[a-z-]{1,40}-[0-9a-f]{16}(-\d{1,6})?$/)
export const waiverReasonSchema = z.string().trim().min(1).max(MAX_LINE_CHARS)

export const waiverSchema = z.strictObject({
  finding: findingIdSchema,
  rule: z.string(),
  /** What the finding said, and the words it was about, when it was waived. */
  sentence: z.string(),
  excerpt: z.string(),
  who: z.string(),
  why: z.string(),
  at: instantSchema,
})
export type Waiver = Readonly<z.infer<typeof waiverSchema>>

export interface WaivedFinding {
  readonly finding: Finding
  readonly waiver: Waiver
}

/** What still asks for something, and what was let stand. A waiver of something that cannot be waived counts for nothing. */
export function sortOut(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
): { readonly open: readonly Finding[]; readonly waived: readonly WaivedFinding[] } {
  const byFinding = new Map(waivers.map((waiver) => [waiver.finding, waiver]))
  const open: Finding[] = []
  const waived: WaivedFinding[] = []
  for (const finding of findings) {
    const waiver = finding.canBeWaived ? byFinding.get(finding.id) : undefined
    if (waiver === undefined) open.push(finding)
    else waived.push({ finding, waiver })
  }
  return { open, waived }
}
