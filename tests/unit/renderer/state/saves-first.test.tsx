// What main makes from the library holds the last keystroke, or is not made and says why.
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toInstant } from '#shared/article/ids.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { copyArticle } from '#renderer/features/export/copy-article.ts'
import { ExportDialog } from '#renderer/features/export/export-dialog.tsx'
import { PreviewDialog } from '#renderer/features/export/preview-dialog.tsx'
import { NameRevisionDialog } from '#renderer/features/history/name-revision-dialog.tsx'
import { RestoreDialog } from '#renderer/features/history/restore-dialog.tsx'
import type { DraftSession } from '#renderer/state/draft-session.ts'
import { useArticleCommands } from '#renderer/state/use-article-commands.ts'
import { useToasts } from '#renderer/state/toasts.ts'
import { createFakeDesktop, type FakeDesktop, revision, summary } from '#tests/support/fake-desktop.ts'
import { createTestSession, renderWithDesktop } from '#tests/support/render-with-desktop.tsx'

const row = summary({ headline: 'The river' })
const kept = revision({ articleId: row.id })
const close = () => {}

function Commands() {
  const commands = useArticleCommands()
  return (
    <>
      <button onClick={() => commands.act(row.id, 'file')}>File</button>
      <button onClick={() => commands.duplicate(row.id)}>Duplicate</button>
    </>
  )
}

type Start = (desktop: FakeDesktop, session: DraftSession) => Promise<void>
const press = async (name: RegExp) => void fireEvent.click(await screen.findByRole('button', { name }))
const acts: readonly [command: string, start: Start][] = [
  [
    'library.act',
    (desktop, session) => {
      renderWithDesktop(<Commands />, desktop, session)
      return press(/File/)
    },
  ],
  [
    'library.duplicate',
    (desktop, session) => {
      renderWithDesktop(<Commands />, desktop, session)
      return press(/Duplicate/)
    },
  ],
  [
    'exports.save',
    async (desktop, session) => {
      renderWithDesktop(<ExportDialog articleId={row.id} onClose={close} />, desktop, session)
      await screen.findByText(/it sets the Published/)
      await press(/Choose a place/)
    },
  ],
  [
    'revisions.take',
    async (desktop, session) => {
      renderWithDesktop(<NameRevisionDialog articleId={row.id} onClose={close} />, desktop, session)
      fireEvent.change(await screen.findByRole('textbox'), { target: { value: 'As filed' } })
      await press(/Keep/)
    },
  ],
  [
    'revisions.prepareRestore',
    (desktop, session) => {
      renderWithDesktop(
        <RestoreDialog articleId={row.id} revision={kept} onClose={close} />,
        desktop,
        session,
      )
      return press(/Restore/)
    },
  ],
]
const alsoUnsaved: readonly [command: string, start: Start][] = [
  ['exports.text', async (desktop, session) => void copyArticle(desktop, session, row.id, 'text')],
  [
    'exports.preview',
    async (desktop, session) =>
      void renderWithDesktop(<PreviewDialog articleId={row.id} onClose={close} />, desktop, session),
  ],
]

/** An open draft with one unsaved field whose push is answered so. */
async function openWith(push: DesktopApi['drafts']['push']) {
  const desktop = createFakeDesktop(
    { articles: [row] },
    // The page itself is not the question, and nothing here could draw it.
    { drafts: { push }, exports: { preview: () => new Promise(() => {}) } },
  )
  const session = createTestSession(desktop)
  await session.show(row.id)
  await vi.waitFor(() => expect(session.state().kind).toBe('open'))
  const open = session.state()
  if (open.kind === 'open') open.meta.set('slugline', 'just typed')
  const isCalled = (command: string) => desktop.calls.some((call) => call.command === command)
  return { desktop, session, isCalled }
}
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20))

beforeEach(() => useToasts.setState({ toasts: [] }))
afterEach(cleanup)

describe('what was just typed', () => {
  it.each([...acts, ...alsoUnsaved])('is in the library before %s', async (command, start) => {
    let commit = () => {}
    const held = new Promise<void>((resolve) => {
      commit = resolve
    })
    const { desktop, session, isCalled } = await openWith(async () => {
      await held
      return ok({ seq: 2, savedAt: toInstant(0) })
    })
    await start(desktop, session)
    await aMoment()
    expect(isCalled(command)).toBe(false)
    commit()
    await vi.waitFor(() => expect(isCalled(command)).toBe(true))
  })

  it.each(acts)('is why %s is not done when it cannot be saved', async (command, start) => {
    const { desktop, session, isCalled } = await openWith(async () =>
      err({ type: 'DiskFull' as const, detail: 'no space left' }),
    )
    await start(desktop, session)
    await vi.waitFor(() => {
      const told = useToasts.getState().toasts.map(({ title }) => title)
      expect([...told, document.body.textContent].join(' ')).toMatch(/full/i)
    })
    expect(isCalled(command)).toBe(false)
  })
})
