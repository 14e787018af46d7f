// Session state: what the checks found in the open article last, and which finding a person is at.
import { create } from 'zustand'
import type { Finding } from '#shared/workflow/checks/finding.ts'
import type { WaivedFinding } from '#shared/workflow/checks/waiver.ts'

export interface CheckResults {
  readonly open: readonly Finding[]
  readonly waived: readonly WaivedFinding[]
}
interface ChecksState {
  /** Null until an article has been checked. */
  readonly results: CheckResults | null
  /** Id of the finding last gone to. */
  readonly at: string | null
  /** The Story tab stands in place of the list, because the finding is about a field. */
  readonly isAway: boolean
}

export const useChecks = create<ChecksState>(() => ({ results: null, at: null, isAway: false }))
