// The galley with no article in it: a first run is welcomed, later ones are pointed to the desk.
import { Download, FileText, SquarePen } from 'lucide-react'
import { STATUSES } from '#shared/workflow/status.ts'
import { EVERYTHING } from '#shared/library/article-summary.ts'
import { runAction } from '../../app/action-registry.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { useArticleCommands } from '../../state/use-article-commands.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './welcome.module.css'

const ANY_ARTICLE = { ...EVERYTHING, statuses: [...STATUSES], limit: 1 }

export function Welcome() {
  const commands = useArticleCommands()
  const live = useLiveQuery('library', 'list', ANY_ARTICLE)
  if (live.kind === 'loading') return null
  const newArticle = (
    <Button weight="primary" icon={<SquarePen aria-hidden />} onPress={() => commands.create('blank')}>
      New article
    </Button>
  )
  // What is wrong with the list is said where the list would be.
  if (live.kind === 'failed' || live.value.total > 0)
    return (
      <div className={styles.page}>
        <EmptyState isPage title="No article is open" actions={newArticle}>
          Choose one from the desk, or begin a new one.
        </EmptyState>
      </div>
    )
  return (
    <div className={styles.page}>
      <EmptyState
        isPage
        size="large"
        title="Let it stand."
        actions={
          <>
            {newArticle}
            <Button icon={<FileText aria-hidden />} onPress={() => commands.create('sample')}>
              Open the sample article
            </Button>
            <Button icon={<Download aria-hidden />} onPress={() => runAction('import.files')}>
              Import…
            </Button>
          </>
        }
      >
        <p>
          This library is empty. Write here as readers will read it: each word is on your disk within a
          moment, nothing leaves this machine, and every earlier version can be had back.
        </p>
      </EmptyState>
    </div>
  )
}
