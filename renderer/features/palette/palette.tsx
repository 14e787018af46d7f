// The command palette: every action that can run now, with its shortcut, and articles by headline.
import { useState } from 'react'
import { ACTIONS, type ActionId } from '#shared/actions/actions.ts'
import { articleIdSchema } from '#shared/article/ids.ts'
import { EVERYTHING } from '#shared/library/article-summary.ts'
import { isActionEnabled, runAction } from '../../app/action-registry.ts'
import { shortcutOf } from '../../app/shortcut-of.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { UNTITLED } from '../../copy/status-words.ts'
import { useShowArticle } from '../../state/use-show-article.ts'
import { type PaletteEntry, PaletteList } from '../../ui/palette-list.tsx'
import { fuzzyMatch } from './fuzzy-match.ts'
import { MatchedText } from './matched-text.tsx'

/** Articles offered: the palette is for what one remembers; the desk is for looking. */
const MAX_ARTICLES = 8
const ARTICLE_PREFIX = 'article:'

export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const showArticle = useShowArticle()
  const found = useLiveQuery('library', 'list', { ...EVERYTHING, text: typed.trim(), limit: MAX_ARTICLES })
  const articles = found.kind === 'ready' ? found.value.rows : []
  const entries: PaletteEntry[] = [
    ...matchingActions(typed),
    ...articles.map((row) => ({
      id: ARTICLE_PREFIX + row.id,
      label: row.headline === '' ? UNTITLED : row.headline,
      textValue: row.headline === '' ? UNTITLED : row.headline,
      aside: row.slugline === '' ? 'Article' : row.slugline,
      shortcut: null,
      isDisabled: false,
    })),
  ]
  return (
    <PaletteList
      label="Run a command or open an article"
      typed={typed}
      onType={setTyped}
      entries={entries}
      emptyText="No command and no article matches."
      onClose={onClose}
      onChoose={(id) => {
        onClose()
        if (id.startsWith(ARTICLE_PREFIX)) {
          void showArticle(articleIdSchema.parse(id.slice(ARTICLE_PREFIX.length)), 'text')
          return
        }
        // After the dialog has given focus back: the action may want the selection in the galley.
        requestAnimationFrame(() => runAction(id as ActionId))
      }}
    />
  )
}

function matchingActions(typed: string): PaletteEntry[] {
  return ACTIONS.filter((action) => action.id !== 'view.palette' && isActionEnabled(action.id))
    .flatMap((action) => {
      const label = action.label.replace(/…$/, '')
      const match =
        fuzzyMatch(typed, label) ?? (fuzzyMatch(typed, `${action.menu} ${label}`) ? NO_RANGES : null)
      return match === null ? [] : [{ action, label, match }]
    })
    .sort((a, b) => b.match.score - a.match.score)
    .map(({ action, label, match }) => ({
      id: action.id,
      label: <MatchedText text={label} at={match.at} />,
      textValue: label,
      aside: action.menu,
      shortcut: shortcutOf(action.id) ?? '',
      isDisabled: false,
    }))
}

const NO_RANGES = { score: -100, at: [] as readonly number[] }
