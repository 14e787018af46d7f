// Keeps the results in step with the article: after typing rests, in idle slices, changed blocks only. No key waits for it.
import type { CheckContext } from '#shared/workflow/checks/check-context.ts'
import { ARTICLE_VERSION, type Article } from '#shared/article/article.ts'
import { createChecker } from '#shared/workflow/checks/create-checker.ts'
import type { Finding } from '#shared/workflow/checks/finding.ts'
import { sortOut, type Waiver } from '#shared/workflow/checks/waiver.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import { createIdleWork, type StoryAccess } from '../../editor/index.ts'
import type { MetaHandle } from '../../state/meta-handle.ts'
import { useChecks } from './checks-store.ts'

/** Milliseconds without a change before the checks look again: drawing findings on every key would cost more than finding them. */
const REST_MS = 400

/** All but the time, which passes. */
export type KnownContext = Omit<CheckContext, 'now'>

export interface FollowedChecks {
  setContext(context: KnownContext, waivers: readonly Waiver[]): void
  /** Everything up to the last key, at once: for a finding that is about to be gone to. */
  now(): readonly Finding[]
  /** Watches the article until the answered function is called. */
  start(): () => void
}

export function followChecks(story: StoryAccess, meta: MetaHandle): FollowedChecks {
  const checker = createChecker()
  let known: { readonly context: KnownContext; readonly waivers: readonly Waiver[] } | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let changedAt = 0

  const check = (isOver: () => boolean): boolean => {
    if (known === null) return true
    const content = story.content(isOver)
    if (content === null) return false
    const article: Article = {
      version: ARTICLE_VERSION,
      schemaVersion: SCHEMA_VERSION,
      content,
      meta: meta.get(),
    }
    const context = { ...known.context, now: Date.now() as CheckContext['now'] }
    if (!checker.prepare(article, context, isOver)) return false
    const results = sortOut(checker.check(article, context), known.waivers)
    if (!isSame(useChecks.getState().results, results)) useChecks.setState({ results })
    return true
  }
  const work = createIdleWork(check)
  const tick = (): void => {
    const rest = performance.now() - changedAt
    timer = rest < REST_MS ? setTimeout(tick, REST_MS - rest) : null
    if (timer === null) work.request()
  }
  // One time stamp a key: the timer finds out by itself whether there was rest.
  const later = (): void => {
    changedAt = performance.now()
    timer ??= setTimeout(tick, REST_MS)
  }
  return {
    setContext(context, waivers) {
      known = { context, waivers }
      work.request()
    },
    now() {
      check(() => false)
      return useChecks.getState().results?.open ?? []
    },
    start() {
      const stops = [story.onChange(later), meta.subscribe(later)]
      work.request()
      return () => {
        for (const stop of stops) stop()
        if (timer !== null) clearTimeout(timer)
        timer = null
        work.stop()
        useChecks.setState({ results: null, at: null, isAway: false })
      }
    },
  }
}

/** The same findings in the same places need no drawing. */
const isSame = (before: unknown, after: unknown): boolean => JSON.stringify(before) === JSON.stringify(after)
