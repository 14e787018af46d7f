import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { toInstant } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { WhoWroteDialog } from '#renderer/features/review/who-wrote-dialog.tsx'
import { createFakeDesktop, summary } from '#tests/support/fake-desktop.ts'
import { renderWithDesktop } from '#tests/support/render-with-desktop.tsx'

afterEach(cleanup)
const row = summary()
const at = toInstant(Date.now() - 5 * 60_000)
const stretch = { path: [3], from: 4, to: 20, text: 'board voted late' }

it('says who wrote each run of the selection, and only of the selection', async () => {
  const run = { at, origin: 'window' as const, returned: null }
  const desktop = createFakeDesktop(
    { articles: [row] },
    {
      review: {
        attribution: async () =>
          ok({
            seq: 2,
            texts: [
              {
                path: [3],
                blockId: null,
                runs: [
                  { ...run, author: 'Ana', from: 0, to: 10 },
                  { ...run, author: '', from: 10, to: 16, returned: { by: 'Ben', at, how: 'undo' as const } },
                  { ...run, author: 'Wire', origin: 'import' as const, from: 16, to: 40 },
                ],
              },
            ],
            blocks: [],
            fields: {},
            deletions: [],
          }),
      },
    },
  )
  renderWithDesktop(<WhoWroteDialog articleId={row.id} stretches={[stretch]} onClose={vi.fn()} />, desktop)
  const runs = (await screen.findAllByRole('listitem')).map((item) => item.textContent)
  expect(runs[0]).toMatch(/^board Written by Ana, 5 min/)
  expect(runs[1]).toMatch(
    /^voted Written by somebody who gave no name, 5 min.*Brought back by Ben with undo, 5 min$/,
  )
  expect(runs[2]).toMatch(/^lateCame with a file that was imported by Wire/)
})

it('says why not when the log cannot be read', async () => {
  const desktop = createFakeDesktop(
    { articles: [row] },
    { review: { attribution: async () => err({ type: 'DraftDamaged' as const, detail: 'row 7' }) } },
  )
  renderWithDesktop(<WhoWroteDialog articleId={row.id} stretches={[stretch]} onClose={vi.fn()} />, desktop)
  await screen.findByText('The draft is damaged')
})
