// Runs the checks of the open article as long as it is open, and says in the status line how many errors and warnings there are.
import { CircleX, TriangleAlert } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import { slugify, urlSlugOf } from '#shared/article/url-slug.ts'
import { runAction, refreshActions } from '../../app/action-registry.ts'
import { useLiveQuery, useLiveValue } from '../../bridge/use-live-query.ts'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { counted } from '../../copy/number-words.ts'
import { useStoryAccess } from '../../editor/index.ts'
import { useMeta } from '../../state/draft-session-context.tsx'
import type { MetaHandle } from '../../state/meta-handle.ts'
import { type CheckResults, useChecks } from './checks-store.ts'
import styles from './checks.module.css'
import { followChecks } from './follow-checks.ts'
import { useCheckActions } from './use-check-actions.ts'

export function ChecksStatus({ articleId, meta }: { articleId: ArticleId; meta: MetaHandle }) {
  const story = useStoryAccess()
  const live = useLiveQuery('checks', 'context', { articleId })
  const context = live.kind === 'ready' && !live.isStale ? live.value : null
  const checks = useMemo(() => (story === null ? null : followChecks(story, meta)), [story, meta])
  useEffect(() => checks?.start(), [checks])
  useEffect(() => {
    if (checks === null || context === null) return
    const { waivers, ...known } = context
    checks.setContext(known, waivers)
  }, [checks, context])
  useCheckActions(story, checks)
  useAddressRefresh(articleId, meta)
  const results = useChecks((state) => state.results)
  useEffect(refreshActions, [results])
  return results === null ? null : (
    <>
      <Counts results={results} />
      <Announcement results={results} />
    </>
  )
}

/** What was just gone to, for who cannot see the list. */
function Announcement({ results: { open } }: { results: CheckResults }) {
  const at = useChecks((state) => state.at)
  const index = open.findIndex(({ id }) => id === at)
  return (
    <span role="status" className={styles.announcement}>
      {index < 0 ? '' : `${index + 1} of ${open.length}: ${open[index]?.sentence ?? ''}`}
    </span>
  )
}

function Counts({ results: { open } }: { results: CheckResults }) {
  const errors = open.filter(({ level }) => level === 'ERROR').length
  const warnings = open.filter(({ level }) => level === 'WARN').length
  if (errors + warnings === 0) return null
  const words = [
    ...(errors === 0 ? [] : [counted(errors, 'error')]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ].join(', ')
  return (
    <button
      type="button"
      className={styles.counts}
      onClick={() => runAction('go.checks')}
      title="Show the checks"
    >
      {errors > 0 ? <CircleX aria-hidden /> : <TriangleAlert aria-hidden />}
      {words}
    </button>
  )
}

/** Who else has the address depends on section, chosen slug and headline; main is asked again when one of them has changed. */
function useAddressRefresh(articleId: ArticleId, meta: MetaHandle): void {
  const refresh = useRefresh()
  const headline = useLiveValue('library', 'get', { articleId }, ({ summary }) => summary.headline)
  const section = useMeta(meta, (all) => all.section)
  const urlSlug = useMeta(meta, (all) => all.urlSlug)
  const address = `${slugify(section)}/${urlSlugOf({ headline: headline ?? '', urlSlug })}`
  const asked = useRef(address)
  useEffect(() => {
    if (asked.current === address) return
    asked.current = address
    refresh('checks')
  }, [address, refresh])
}
