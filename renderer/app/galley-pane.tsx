// The centre: a slim bar, the article or what stands for it, and the status line.
import { Download, Eye, PanelLeft, PanelRight } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import { outcomeWords } from '../copy/errors.ts'
import { useDraftSession, useOpenDraft } from '../state/draft-session-context.tsx'
import { useOpenArticle } from '../state/open-article.ts'
import { useShowArticle } from '../state/use-show-article.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Welcome } from '../features/welcome/welcome.tsx'
import { runAction } from './action-registry.ts'
import styles from './galley-pane.module.css'
import { shortcutOf } from './shortcut-of.ts'
import type { Panes } from './use-panes.ts'

// The editor is the largest part of the code: the desk is on screen before it is loaded.
const loadGalley = () => import('./galley-article.tsx')
const GalleyArticle = lazy(async () => ({ default: (await loadGalley()).GalleyArticle }))
const GalleyToolbar = lazy(async () => ({ default: (await loadGalley()).GalleyToolbar }))
const RevisionReader = lazy(async () => ({ default: (await loadGalley()).RevisionReader }))
const ReviewScreen = lazy(async () => ({
  default: (await import('../features/review/review-screen.tsx')).ReviewScreen,
}))
const GalleyStatus = lazy(async () => ({ default: (await loadGalley()).GalleyStatus }))

export function GalleyPane({ panes }: { panes: Panes }) {
  const draft = useOpenDraft()
  useEffect(() => {
    void loadGalley() // while nobody waits for it
  }, [])
  const isOpen = draft.kind === 'open'
  return (
    <>
      <div className={styles.bar}>
        <IconButton
          label={panes.desk.isShown ? 'Hide the desk' : 'Show the desk'}
          shortcut={shortcutOf('view.desk')}
          icon={<PanelLeft aria-hidden />}
          onPress={() => panes.toggle('desk')}
        />
        <div className={styles.tools}>
          {isOpen ? (
            <Suspense fallback={null}>
              <GalleyToolbar draft={draft} />
            </Suspense>
          ) : null}
        </div>
        {isOpen ? (
          <>
            <IconButton
              label="Preview the page"
              shortcut={shortcutOf('export.preview')}
              icon={<Eye aria-hidden />}
              onPress={() => runAction('export.preview')}
            />
            <IconButton
              label="Export…"
              shortcut={shortcutOf('export.save')}
              icon={<Download aria-hidden />}
              onPress={() => runAction('export.save')}
            />
          </>
        ) : null}
        <IconButton
          label={panes.margin.isShown ? 'Hide the margin' : 'Show the margin'}
          shortcut={shortcutOf('view.margin')}
          icon={<PanelRight aria-hidden />}
          isDisabled={draft.kind === 'none'}
          onPress={() => panes.toggle('margin')}
        />
      </div>
      <GalleyBody />
      {isOpen ? (
        <Suspense fallback={null}>
          <GalleyStatus draft={draft} />
        </Suspense>
      ) : null}
    </>
  )
}

function GalleyBody() {
  const session = useDraftSession()
  const showArticle = useShowArticle()
  const draft = useOpenDraft()
  const reading = useOpenArticle((state) => state.reading)
  const comparing = useOpenArticle((state) => state.comparing)
  switch (draft.kind) {
    case 'none':
      return <Welcome />
    case 'opening':
      return <Opening />
    case 'open':
      return (
        <Suspense fallback={<Opening />}>
          <GalleyArticle key={draft.articleId} draft={draft} />
        </Suspense>
      )
    case 'failed': {
      if (reading !== null)
        return (
          <Suspense fallback={<Opening />}>
            <RevisionReader revision={reading} canRestore={false} />
          </Suspense>
        )
      if (comparing !== null)
        return (
          <Suspense fallback={<Opening />}>
            <ReviewScreen articleId={draft.articleId} replica={null} comparison={comparing} />
          </Suspense>
        )
      const words = outcomeWords(draft.outcome)
      return (
        <div className={styles.centre}>
          <EmptyState
            isPage
            title={words.title}
            actions={
              <>
                {words.help.includes('history') ? (
                  <Button weight="primary" onPress={() => runAction('go.history')}>
                    Show its revisions
                  </Button>
                ) : null}
                {words.canRetry ? (
                  <Button weight="primary" onPress={() => session.reopen()}>
                    Try again
                  </Button>
                ) : null}
                <Button onPress={() => void showArticle(null)}>Back to the desk</Button>
              </>
            }
          >
            <p>{words.sentence}</p>
            <p>{words.nextStep}</p>
          </EmptyState>
        </div>
      )
    }
  }
}

function Opening() {
  return <div className={styles.centre} role="status" aria-label="Opening the article" />
}
