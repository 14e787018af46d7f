// The desk: search, filters and the list of articles.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ArticleSummary } from '#shared/library/article-summary.ts'
import { useSettings } from '../../bridge/settings-context.tsx'
import { FailedState } from '../../copy/failed-state.tsx'
import { count } from '../../copy/number-words.ts'
import { useOpenArticle } from '../../state/open-article.ts'
import { useArticleCommands } from '../../state/use-article-commands.ts'
import { useNow } from '../../state/use-now.ts'
import { useShowArticle } from '../../state/use-show-article.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import styles from './desk.module.css'
import { DeskBar } from './desk-bar.tsx'
import { DeskList } from './desk-list.tsx'
import { countFilters, type DeskFilters, NO_FILTERS, toQuery } from './desk-query.ts'
import { RowMenu } from './row-menu.tsx'
import { useArticleRows } from './use-article-rows.ts'
import { useSettled } from './use-settled.ts'

/** Milliseconds of rest before words are searched: below notice, and one question a word instead of one a letter. */
const SEARCH_REST_MS = 80

export function Desk({ onReady }: { onReady: () => void }) {
  const { settings } = useSettings()
  const [filters, setFilters] = useState<DeskFilters>(NO_FILTERS)
  const [menu, setMenu] = useState<{ row: ArticleSummary; anchor: HTMLElement } | null>(null)
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const openId = useOpenArticle((state) => state.articleId)
  const showArticle = useShowArticle()
  const commands = useArticleCommands()
  const now = useNow()
  const settled = useSettled(filters.text, SEARCH_REST_MS)
  const query = useMemo(
    () => toQuery({ ...filters, text: settled }, settings.personName),
    [filters, settled, settings.personName],
  )
  const { rows, see } = useArticleRows(query)
  const isAnswered = rows.kind !== 'loading'
  useEffect(() => {
    if (isAnswered) onReady()
  }, [isAnswered, onReady])
  const actions = useMemo(
    () => ({
      open: (row: ArticleSummary, isByKeyboard: boolean) =>
        void showArticle(row.id, isByKeyboard ? 'text' : 'stay'),
      openMenu: (row: ArticleSummary, anchor: HTMLElement) => setMenu({ row, anchor }),
    }),
    [showArticle],
  )
  const change = (patch: Partial<DeskFilters>) => setFilters((now) => ({ ...now, ...patch }))
  const isFiltered = filters.text !== '' || countFilters(filters) > 0

  return (
    <div className={styles.desk}>
      <div className={styles.top}>
        <SearchField
          label="Search the desk"
          inputRef={searchBox}
          value={filters.text}
          onChange={(text) => change({ text })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
            event.preventDefault()
            list.current?.querySelector<HTMLElement>('button[data-index][tabindex="0"]')?.focus()
          }}
        />
        <DeskBar
          filters={filters}
          onChange={change}
          onNew={() => commands.create('blank')}
          hasName={settings.personName !== ''}
        />
      </div>
      <p className={styles.total} role="status">
        {rows.kind !== 'ready' || rows.total === 0
          ? null
          : `${count(rows.total)} ${rows.total === 1 ? 'article' : 'articles'}`}
        {isFiltered && rows.kind === 'ready' && rows.total > 0 ? (
          <button
            type="button"
            className={styles.clear}
            onClick={() => setFilters({ ...NO_FILTERS, sort: filters.sort })}
          >
            Clear filters
          </button>
        ) : null}
      </p>
      <div
        ref={list}
        className={styles.body}
        data-first-view={!isFiltered && filters.sort === NO_FILTERS.sort}
      >
        {rows.kind === 'loading' ? <Waiting /> : null}
        {rows.kind === 'failed' ? <FailedState outcome={rows.outcome} onRetry={rows.retry} /> : null}
        {rows.kind === 'ready' && rows.total === 0 ? (
          isFiltered ? (
            <EmptyState
              title="Nothing found"
              actions={
                <Button onPress={() => setFilters({ ...NO_FILTERS, sort: filters.sort })}>
                  Clear search and filters
                </Button>
              }
            >
              {filters.text === '' ? (
                'No article passes these filters.'
              ) : (
                <p>
                  No article has “{filters.text}” in its headline, text, slugline or byline
                  {countFilters(filters) > 0 ? ' and passes the filters' : ''}.
                </p>
              )}
            </EmptyState>
          ) : (
            <EmptyState title="No articles yet">They will be listed here, newest first.</EmptyState>
          )
        ) : null}
        {rows.kind === 'ready' && rows.total > 0 ? (
          <DeskList
            // Another question starts at the top.
            key={JSON.stringify(query)}
            rows={rows}
            openId={openId}
            now={now}
            actions={actions}
            see={see}
            onTypeToSearch={(character) => {
              change({ text: character })
              searchBox.current?.focus()
            }}
          />
        ) : null}
      </div>
      {menu === null ? null : (
        <RowMenu
          row={menu.row}
          anchor={menu.anchor}
          commands={commands}
          onClose={() => setMenu(null)}
          open={actions.open}
        />
      )}
    </div>
  )
}

function Waiting() {
  return (
    <div className={styles.waiting} role="status" aria-label="Loading articles">
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} className={styles.ghost} />
      ))}
    </div>
  )
}
