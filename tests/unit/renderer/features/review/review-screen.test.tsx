import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Article } from '#shared/article/article.ts'
import { toInstant } from '#shared/article/ids.ts'
import { materialise } from '#shared/article/materialise.ts'
import { headText } from '#shared/article/plain-text.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import { runAction } from '#renderer/app/action-registry.ts'
import type { Comparer } from '#renderer/features/review/comparer.ts'
import { useComparison } from '#renderer/features/review/comparison.ts'
import { ReviewPanel } from '#renderer/features/review/review-panel.tsx'
import { ReviewScreen } from '#renderer/features/review/review-screen.tsx'
import { useOpenArticle } from '#renderer/state/open-article.ts'
import { type Comparison, LIVE, useReview } from '#renderer/state/review.ts'
import { useToasts } from '#renderer/state/toasts.ts'
import { article, paragraph, text } from '#tests/support/builders.ts'
import { createFakeDesktop, revision, summary } from '#tests/support/fake-desktop.ts'
import {
  createTestSession,
  giveElementsASize,
  renderWithDesktop,
} from '#tests/support/render-with-desktop.tsx'

/** A limit against hanging, not a measure of speed. */
configure({ asyncUtilTimeout: 10_000 })

const row = summary()
const filed = revision({
  articleId: row.id,
  number: 3,
  kind: 'named',
  label: 'As filed',
  at: toInstant(3_000),
})
const other = revision({ articleId: row.id, number: 2, kind: 'idle', at: toInstant(2_000) })
const before = article({
  headline: 'Ferry to close',
  body: ['The ministry answered on Monday.', 'Nobody was there.', 'It rained.'],
})
const after = article({
  headline: 'Ferry to stay',
  body: [
    'The ministry answered on Tuesday.',
    paragraph('Nobody was ', text('there', 'strong'), '.'),
    'It rained.',
  ],
  meta: { slugline: 'ferry' },
})

/** The same work in the same thread, unless a test holds it. */
const atOnce = (): Comparer => ({
  compare: async ({ before: old, after: now, zone }) => diffArticles(old, now, { zone }),
  giveUp() {},
  stop() {},
})

let takeSizeAway = () => {}
beforeEach(() => {
  useOpenArticle.setState({ articleId: row.id, reading: null, comparing: null })
  useReview.setState({ view: 'in-place', stage: 'marked', hidesFormatting: false, hidesPunctuation: false })
  useComparison.setState({ state: { kind: 'none' }, currentId: null, visit: { count: 0, end: null } })
  useToasts.setState({ toasts: [] })
  takeSizeAway = giveElementsASize(320, 800)
})
afterEach(() => {
  cleanup()
  takeSizeAway()
})

async function review({
  comparison = { before: 'last-time', after: LIVE },
  old = before,
  now = after,
  overrides = {},
  makeComparer = atOnce,
}: {
  comparison?: Comparison
  old?: Article
  now?: Article
  overrides?: Parameters<typeof createFakeDesktop>[1]
  makeComparer?: () => Comparer
} = {}) {
  const desktop = createFakeDesktop(
    { articles: [row], contents: new Map([[row.id, now]]), revisions: new Map([[row.id, [filed, other]]]) },
    {
      ...overrides,
      revisions: {
        read: async () => ok({ summary: filed, article: old }),
        prepareRestore: async () => ok({ before: revision({ articleId: row.id, number: 4 }), article: old }),
        ...overrides?.revisions,
      },
    },
  )
  const session = createTestSession(desktop)
  await session.show(row.id)
  await vi.waitFor(() => expect(session.state().kind).toBe('open'))
  const open = session.state()
  if (open.kind !== 'open') throw new Error(open.kind)
  const { replica } = open
  renderWithDesktop(
    <>
      <ReviewScreen
        articleId={row.id}
        replica={replica}
        comparison={comparison}
        makeComparer={makeComparer}
      />
      <ReviewPanel />
    </>,
    desktop,
    session,
  )
  const live = (): Article => {
    const read = materialise(replica.doc)
    if (!read.ok) throw new Error(read.error.type)
    return read.value
  }
  return { desktop, session, replica, live }
}

const walked = () => screen.getAllByRole('status').map((status) => status.textContent)

describe('the review screen', () => {
  it('RW2: compares with the last kept version, says how much changed, and each change one walks to', async () => {
    await review()
    await screen.findByText('Monday')
    expect(walked()).toContain('4 changes')
    act(() => void runAction('review.next-change'))
    expect(screen.getByText('Change 1 of 4')).toBeTruthy()
    expect(walked()).toContain('Change 1 of 4: Headline: ‘close’ replaced by ‘stay’')
    act(() => void runAction('review.previous-change'))
    expect(walked()).toContain('Change 4 of 4: Slugline: ‘ferry’ added')
    expect(document.querySelector('[aria-current="true"][data-change]')?.textContent).toContain('Slugline')
  })

  it('RW3: takes one change back as one step that undo brings again, and says what it did', async () => {
    const { live, replica } = await review()
    await screen.findByText('Monday')
    act(() => void runAction('review.next-change'))
    act(() => void runAction('review.take-back'))
    expect(headText(live().content, 'headline')).toBe('Ferry to close')
    expect(JSON.stringify(live().content)).toContain('Tuesday')
    const [told] = useToasts.getState().toasts
    expect(told).toMatchObject({ title: 'Took back', text: 'Headline: ‘close’ replaced by ‘stay’.' })
    await screen.findByText('Change 1 of 3')
    act(() => told?.action?.run())
    expect(live()).toEqual(after)
    expect(replica.canUndo()).toBe(false)
  })

  it('RW3: takes everything back from here, and the whole version with what was there before kept', async () => {
    const { live, desktop } = await review()
    await screen.findByText('Monday')
    act(() => void runAction('review.next-change'))
    act(() => void runAction('review.next-change'))
    act(() => void runAction('review.take-back-rest'))
    expect(headText(live().content, 'headline')).toBe('Ferry to stay')
    expect({ ...live(), content: null }).toEqual({ ...before, content: null })
    expect(useToasts.getState().toasts.at(-1)?.title).toBe('Took back 3 changes')
    await act(async () => void runAction('review.restore'))
    await waitFor(() => expect(live()).toEqual(before))
    expect(desktop.calls.map(({ command }) => command)).toContain('revisions.prepareRestore')
    expect(useToasts.getState().toasts.at(-1)?.text).toContain('kept as revision 4')
    await screen.findByRole('heading', { name: 'Nothing changed' })
  })

  it('DF3: a change that the draft has left behind is not taken back, and that is said', async () => {
    const { replica, live } = await review()
    await screen.findByText('Monday')
    act(() => void runAction('review.next-change'))
    const elsewhere = article({ headline: 'Another story', body: ['New.'], meta: { slugline: 'ferry' } })
    replica.rewrite(elsewhere) // and the screen has not looked yet
    act(() => void runAction('review.take-back'))
    expect(live()).toEqual(elsewhere)
    expect(useToasts.getState().toasts.at(-1)).toMatchObject({
      tone: 'problem',
      title: 'Nothing was taken back',
    })
  })

  it('follows the draft while it goes on, and stays at the same change', async () => {
    const { replica } = await review()
    await screen.findByText('Monday')
    act(() => void runAction('review.next-change'))
    act(() => void runAction('review.next-change'))
    const { currentId } = useComparison.getState()
    act(() => replica.rewrite({ ...after, meta: { ...after.meta, section: 'World' } }))
    await screen.findByText('Change 2 of 5')
    expect(currentId).not.toBeNull()
  })

  it('RW2: hides formatting and punctuation from the list, the count and the walk', async () => {
    await review()
    await screen.findByText('Monday')
    const list = screen.getByRole('list', { name: 'Changes' })
    expect(within(list).getAllByRole('button')).toHaveLength(4)
    fireEvent.click(screen.getByLabelText('Hide formatting'))
    expect(within(list).getAllByRole('button')).toHaveLength(3)
    expect(screen.getByText('1 change hidden')).toBeTruthy()
    expect(screen.getByText('3 changes')).toBeTruthy()
    fireEvent.click(within(list).getAllByRole('button')[2] as HTMLElement)
    expect(screen.getByText('Change 3 of 3')).toBeTruthy()
  })

  it('in the list, arrows move and a press goes there', async () => {
    await review()
    await screen.findByText('Monday')
    const list = screen.getByRole('list', { name: 'Changes' })
    const [first, second] = within(list).getAllByRole('button')
    first?.focus()
    fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(second)
    fireEvent.click(second as HTMLElement)
    expect(second?.getAttribute('aria-current')).toBe('true')
    expect(walked()).toContain('Change 2 of 4: Paragraph 1: ‘Monday’ replaced by ‘Tuesday’')
  })

  it('shows the three views of one comparison', async () => {
    await review()
    await screen.findByText('Monday')
    fireEvent.click(screen.getByRole('radio', { name: 'Side by side' }))
    expect(screen.getByRole('article', { name: /side by side/ }).textContent).toContain('As filed')
    fireEvent.click(screen.getByRole('radio', { name: 'Source' }))
    expect(screen.getByRole('article', { name: /Source/ }).textContent).toContain('slugline: "ferry"')
    fireEvent.click(screen.getByRole('radio', { name: 'In place' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Original' }))
    expect(screen.getByRole('article').querySelector('ins, del')).toBeNull()
  })

  it('says so when the versions are the same, and when there is nothing earlier', async () => {
    await review({ now: before })
    await screen.findByRole('heading', { name: 'Nothing changed' })
    cleanup()
    await review({ comparison: { before: 'edition', after: LIVE } })
    await screen.findByText('There is nothing earlier')
  })

  it('DF6: versions over the limits are shown block by block, and why is said', async () => {
    const limits = { words: 1, blocks: 1_000 }
    const coarse = (): Comparer => ({
      ...atOnce(),
      compare: async ({ before: old, after: now }) => diffArticles(old, now, { limits }),
    })
    await review({ makeComparer: coarse })
    await screen.findByText('Compared block by block.')
    expect(document.querySelector('article del')?.textContent).toBe('Ferry to close')
  })

  it('a draft that cannot be written shows its changes and says why none can be taken back', async () => {
    await review({
      overrides: {
        drafts: {
          open: async () =>
            ok({
              state: new Uint8Array(),
              seq: 1,
              savedAt: toInstant(0),
              isSaved: true,
              access: {
                mode: 'read-only' as const,
                reason: 'SchemaTooNew' as const,
                detail: '',
                content: { type: 'doc' },
              },
            }),
        },
        revisions: {
          read: async ({ revisionId }) =>
            ok({ summary: filed, article: revisionId === filed.id ? before : after }),
        },
      },
      comparison: {
        before: { kind: 'revision', revisionId: filed.id },
        after: { kind: 'revision', revisionId: other.id },
      },
    })
    await screen.findByText('Monday')
    act(() => void runAction('review.next-change'))
    expect(runAction('review.take-back')).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: 'Take back' }))
    expect(await screen.findByText('You can read this article but not change it.')).toBeTruthy()
  })

  it('a damaged revision is named, and nothing is shown in its place', async () => {
    const damaged = err({ type: 'RevisionDamaged' as const, revisionId: filed.id, detail: 'hash differs' })
    await review({ overrides: { revisions: { read: async () => damaged } } })
    await screen.findByText('The revision is damaged')
    expect(document.querySelector('article')).toBeNull()
  })

  it('RW4: says when it takes long, can be given up, and compares again when asked', async () => {
    let giveUp = () => {}
    let compared = 0
    const slow = (): Comparer => ({
      compare: ({ before: old, after: now }) =>
        ++compared === 1
          ? new Promise((resolve) => {
              giveUp = () => resolve(null)
            })
          : Promise.resolve(diffArticles(old, now)),
      giveUp: () => giveUp(),
      stop() {},
    })
    await review({ makeComparer: slow })
    await vi.waitFor(() => expect(compared).toBe(1))
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    await screen.findByText('The comparison was cancelled')
    fireEvent.click(screen.getByRole('button', { name: 'Compare again' }))
    await screen.findByText('Monday')
    expect(screen.queryByText('Comparing…')).toBeNull()
  })

  it('a comparison that breaks says so and can be tried again', async () => {
    let compared = 0
    const broken = (): Comparer => ({
      ...atOnce(),
      compare: async ({ before: old, after: now }) => {
        if (++compared === 1) throw new Error('out of memory')
        return diffArticles(old, now)
      },
    })
    await review({ makeComparer: broken })
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await screen.findByText('Monday')
  })

  it('Escape returns to writing; what was seen is remembered then, not before', async () => {
    const { desktop } = await review()
    await screen.findByText('Monday')
    const looked = () => desktop.calls.filter(({ command }) => command === 'review.looked').length
    expect(looked()).toBe(0)
    act(() => useOpenArticle.getState().compare({ before: 'last-time', after: LIVE }))
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(useOpenArticle.getState()).toMatchObject({ comparing: null, arrival: 'text' })
    cleanup()
    await vi.waitFor(() => expect(looked()).toBe(1))
    expect(useComparison.getState().state.kind).toBe('none')
  })

  it('a revision that is kept meanwhile can be chosen, and does not move what is compared', async () => {
    const { desktop } = await review()
    await screen.findByText('Monday')
    await act(async () => void (await desktop.revisions.take({ articleId: row.id, label: 'Kept just now' })))
    await vi.waitFor(() =>
      expect(desktop.calls.filter(({ command }) => command === 'review.moments').length).toBeGreaterThan(1),
    )
    await act(async () => {})
    expect(screen.getByText('Monday')).toBeTruthy()
    expect(screen.getByRole('button', { name: /As filed Before/ })).toBeTruthy()
  })

  it('swaps the two sides', async () => {
    await review()
    await screen.findByText('Monday')
    act(() => void runAction('review.swap'))
    expect(useOpenArticle.getState().comparing).toEqual({
      before: LIVE,
      after: { kind: 'revision', revisionId: filed.id },
    })
  })

  it('who made a change stands beside it, once the log has said so', async () => {
    const at = toInstant(Date.now() - 5 * 60_000)
    await review({
      overrides: {
        review: {
          attribution: async () =>
            ok({
              seq: 2,
              texts: [
                {
                  path: [3],
                  blockId: null,
                  runs: [
                    { author: 'Mina Holt', at, origin: 'window' as const, returned: null, from: 0, to: 40 },
                  ],
                },
              ],
              blocks: [],
              fields: { slugline: { author: 'Ed Desk', at, origin: 'window' as const, returned: null } },
              deletions: [],
            }),
        },
      },
    })
    const list = await screen.findByRole('list', { name: 'Changes' })
    await within(list).findByText('Mina Holt, 5 min')
    expect(within(list).getByText('Ed Desk, 5 min')).toBeTruthy()
  })
})
