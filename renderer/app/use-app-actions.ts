// Binds the actions that belong to the window itself: panes, dialogs, new articles, workflow of the open article.
import { useEffect, useLayoutEffect, useRef } from 'react'
import { statusAfter, type DeskVerb } from '#shared/workflow/status.ts'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import type { Layout } from '#shared/settings/settings.ts'
import { useDesktop } from '../bridge/desktop-context.tsx'
import { useSettings } from '../bridge/settings-context.tsx'
import { useLiveValue } from '../bridge/use-live-query.ts'
import { copyArticle } from '../features/export/copy-article.ts'
import { useDraftSession } from '../state/draft-session-context.tsx'
import { type ReasonedAct, useDialogs } from '../state/dialogs.ts'
import { useOpenArticle } from '../state/open-article.ts'
import { useOverlayPane } from '../state/overlay-pane.ts'
import { reportOutcome } from '../state/report-outcome.ts'
import { saveRescueCopy } from '../state/rescue-copy.ts'
import { LIVE, type Since } from '../state/review.ts'
import { useArticleCommands } from '../state/use-article-commands.ts'
import { type ActionBinding, bindActions, refreshActions } from './action-registry.ts'
import { cyclePane, focusPane } from './pane-focus.ts'
import type { Panes } from './use-panes.ts'
import { nextZoom } from './zoom-steps.ts'

const statusOf = ({ summary: { id, status } }: OutputOf<'library', 'get'>) => ({ id, status })

/** A pane that was just asked for is there for focus two frames later. */
const nextFrame = (task: () => void) => requestAnimationFrame(() => requestAnimationFrame(task))

export function useAppActions(panes: Panes): void {
  const desktop = useDesktop()
  const session = useDraftSession()
  const { settings, change } = useSettings()
  const commands = useArticleCommands()
  const articleId = useOpenArticle((state) => state.articleId)
  const known = useLiveValue('library', 'get', { articleId: articleId ?? '' }, statusOf, articleId !== null)
  const status = known?.id === articleId ? known.status : null
  // The bindings live as long as the window; what they look at is always the latest.
  const latest = useRef({ panes, settings, articleId, status })
  useLayoutEffect(() => {
    latest.current = { panes, settings, articleId, status }
  })
  useEffect(refreshActions, [articleId, status])

  useEffect(() => {
    const now = () => latest.current
    const dialogs = () => useDialogs.getState()
    const withArticle = (run: (id: NonNullable<typeof articleId>) => void): ActionBinding => ({
      isEnabled: () => now().articleId !== null,
      run: () => {
        const id = now().articleId
        if (id !== null) run(id)
      },
    })
    const verb = (name: DeskVerb): ActionBinding => ({
      isEnabled: () => {
        const { status } = now()
        return status !== null && statusAfter(status, name) !== null
      },
      run: () => {
        const id = now().articleId
        if (id !== null) commands.act(id, name)
      },
    })
    /** Whether it is possible now, and if not why, is said by the dialog that asks for the reason. */
    const reasoned = (act: ReasonedAct): ActionBinding =>
      withArticle((id) => dialogs().open({ kind: 'reason', articleId: id, act }))
    const tab = (name: Layout['marginTab']) =>
      withArticle(() => {
        now().panes.selectTab(name)
        now().panes.reveal('margin')
        nextFrame(() => focusPane('margin'))
      })
    const review = (since: Since) =>
      withArticle(() => {
        useOpenArticle.getState().compare({ before: since, after: LIVE })
        now().panes.selectTab('review')
        useOverlayPane.getState().show(null)
      })
    const zoom = (direction: -1 | 0 | 1): ActionBinding => ({
      run: () => change({ zoom: nextZoom(now().settings.zoom, direction) }),
    })
    const chooseLibrary = (create: boolean): ActionBinding => ({
      run: () =>
        void desktop.app.chooseLibrary({ create }).then((answer) => {
          if (!answer.ok) reportOutcome(answer.error)
        }),
    })
    return bindActions({
      'article.new': { run: () => commands.create('blank') },
      'article.open-window': withArticle((id) => commands.openWindow(id)),
      'article.save-copy': withArticle(() => {
        const draft = session.state()
        if (draft.kind === 'open') void saveRescueCopy(desktop, draft.replica)
      }),
      'article.duplicate': withArticle((id) => commands.duplicate(id)),
      'import.files': { run: () => dialogs().open({ kind: 'import' }) },
      'export.preview': withArticle((id) => dialogs().open({ kind: 'preview', articleId: id })),
      'export.save': withArticle((id) => dialogs().open({ kind: 'export', articleId: id })),
      'export.copy-html': withArticle((id) => void copyArticle(desktop, session, id, 'html')),
      'export.copy-markdown': withArticle((id) => void copyArticle(desktop, session, id, 'markdown')),
      'export.copy-text': withArticle((id) => void copyArticle(desktop, session, id, 'text')),
      'export.corrections': { run: () => dialogs().open({ kind: 'corrections' }) },
      'library.open': chooseLibrary(false),
      'library.new': chooseLibrary(true),
      'app.settings': { run: () => dialogs().open({ kind: 'settings', tab: 'writing' }) },
      'view.palette': {
        run: () =>
          dialogs().dialog?.kind === 'palette' ? dialogs().close() : dialogs().open({ kind: 'palette' }),
      },
      'view.desk': { run: () => now().panes.toggle('desk') },
      'view.margin': withArticle(() => now().panes.toggle('margin')),
      'view.focus-mode': { run: () => change({ isFocusModeOn: !now().settings.isFocusModeOn }) },
      'view.zoom-in': zoom(1),
      'view.zoom-out': zoom(-1),
      'view.zoom-reset': zoom(0),
      'view.theme': { run: () => change({ theme: isDarkNow() ? 'light' : 'dark' }) },
      'revision.name': withArticle((id) => dialogs().open({ kind: 'name-revision', articleId: id })),
      'review.open': review('last-time'),
      'review.since-looked': review('looked'),
      'review.since-edition': review('edition'),
      'review.since-filed': review('filed'),
      'article.file': verb('file'),
      'article.return': verb('return'),
      'article.ready': verb('ready'),
      'article.publish': withArticle((id) => dialogs().open({ kind: 'publish', articleId: id })),
      'article.seen-at': withArticle((id) => dialogs().open({ kind: 'seen-at', articleId: id })),
      'article.require-legal': reasoned('require-legal'),
      'article.clear-legal': reasoned('clear-legal'),
      'article.drop-legal': reasoned('drop-legal'),
      'article.hold': reasoned('hold'),
      'article.release': reasoned('release'),
      'article.kill': verb('kill'),
      'article.spike': verb('spike'),
      'article.revive': verb('revive'),
      'go.next-pane': { run: () => cyclePane(1) },
      'go.previous-pane': { run: () => cyclePane(-1) },
      'go.search': {
        run: () => {
          now().panes.reveal('desk')
          nextFrame(() => document.querySelector<HTMLInputElement>('#desk input[type="search"]')?.select())
        },
      },
      'go.galley': withArticle(() => focusPane('galley')),
      'go.story': tab('story'),
      'go.review': tab('review'),
      'go.history': tab('history'),
      'go.checks': tab('checks'),
      'help.shortcuts': { run: () => dialogs().open({ kind: 'shortcuts' }) },
      'help.about': { run: () => dialogs().open({ kind: 'about' }) },
    })
  }, [desktop, session, commands, change])
}

const isDarkNow = (): boolean =>
  document.documentElement.dataset.theme === 'dark' ||
  (document.documentElement.dataset.theme === undefined && matchMedia('(prefers-color-scheme: dark)').matches)
