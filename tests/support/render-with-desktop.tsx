// Draws a part of the window on a fake desktop, with the providers the app gives it and an open draft where one is wanted.
import { QueryClientProvider } from '@tanstack/react-query'
import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { DesktopProvider } from '#renderer/bridge/desktop-context.tsx'
import { createQueryClient, followEvents } from '#renderer/bridge/query-events.ts'
import { SettingsProvider } from '#renderer/bridge/settings-context.tsx'
import { openDraftReplica } from '#renderer/editor/draft-replica.ts'
import { createDraftSession, type DraftSession } from '#renderer/state/draft-session.ts'
import { DraftSessionProvider } from '#renderer/state/draft-session-context.tsx'
import { createMetaHandle } from '#renderer/state/meta-handle.ts'
import { reportOutcome } from '#renderer/state/report-outcome.ts'
import type { FakeDesktop } from './fake-desktop.ts'

/** The session with the real replica and without the editor around it. */
export function createTestSession(desktop: FakeDesktop): DraftSession {
  return createDraftSession(desktop, async () => ({ openDraftReplica, createMetaHandle }))
}

export function renderWithDesktop(
  element: ReactNode,
  desktop: FakeDesktop,
  session = createTestSession(desktop),
): RenderResult & { readonly session: DraftSession } {
  const client = createQueryClient()
  followEvents(desktop, client)
  const drawn = render(
    <DesktopProvider desktop={desktop}>
      <QueryClientProvider client={client}>
        <SettingsProvider onFailure={reportOutcome}>
          <DraftSessionProvider session={session}>{element}</DraftSessionProvider>
        </SettingsProvider>
      </QueryClientProvider>
    </DesktopProvider>,
  )
  return { ...drawn, session }
}

/** happy-dom lays nothing out: lists that draw only what is on screen need a screen. Answers what takes the size away again. */
export function giveElementsASize(width = 260, height = 800): () => void {
  const { offsetWidth, offsetHeight } = Object.getOwnPropertyDescriptors(HTMLElement.prototype)
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: { configurable: true, get: () => width },
    offsetHeight: { configurable: true, get: () => height },
  })
  return () => {
    Object.defineProperties(HTMLElement.prototype, { offsetWidth, offsetHeight })
  }
}
