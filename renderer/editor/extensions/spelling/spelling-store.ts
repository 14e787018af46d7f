// The session of the article on screen, for actions and keys, and the menu that hangs from a finding.
import { create } from 'zustand'
import type { PlacedLint, SpellingSession } from './spelling-session.ts'

interface SpellingState {
  readonly session: SpellingSession | null
  /** The finding whose suggestions are shown. */
  readonly shown: PlacedLint | null
}

export const useSpelling = create<SpellingState>(() => ({ session: null, shown: null }))
