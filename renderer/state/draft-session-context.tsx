// Hands the open draft to the panes that show parts of it.
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { ArticleMeta } from '#shared/article/meta.ts'
import type { DraftSession, OpenDraft } from './draft-session.ts'
import type { MetaHandle } from './meta-handle.ts'

const DraftSessionContext = createContext<DraftSession | null>(null)

export function DraftSessionProvider({ session, children }: { session: DraftSession; children: ReactNode }) {
  return <DraftSessionContext value={session}>{children}</DraftSessionContext>
}

export function useDraftSession(): DraftSession {
  const session = useContext(DraftSessionContext)
  if (!session) throw new Error('No DraftSessionProvider above this component')
  return session
}

export function useOpenDraft(): OpenDraft {
  const session = useDraftSession()
  return useSyncExternalStore(session.subscribe, session.state)
}

/** One part of the short fields; the component is drawn again only when that part changes. */
export function useMeta<T>(meta: MetaHandle, select: (meta: ArticleMeta) => T): T {
  return useSyncExternalStore(meta.subscribe, () => select(meta.get()))
}
