// How long it was asked to be, and when it may leave.
import { type ArticleId, toInstant, zoneSchema } from '#shared/article/ids.ts'
import { useLiveQuery, useLiveValue } from '../../bridge/use-live-query.ts'
import { count } from '../../copy/number-words.ts'
import { useMeta } from '../../state/draft-session-context.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { ZonedDateField } from '../../ui/zoned-date-field.tsx'
import styles from './story.module.css'
import type { StoryPartProps } from './story-part.ts'

/** Words; the ceiling of the stored field. */
const MAX_COMMISSIONED = 1_000_000

export function PlanningFields({
  meta,
  isDisabled,
  articleId,
}: StoryPartProps & { readonly articleId: ArticleId }) {
  const commissioned = useMeta(meta, (all) => all.commissionedWords)
  const embargo = useMeta(meta, (all) => all.embargo)
  const profile = useLiveQuery('library', 'profile', {})
  return (
    <>
      <NumberField
        label="Commissioned length in words"
        value={commissioned}
        maximum={MAX_COMMISSIONED}
        isDisabled={isDisabled}
        onChange={(value) => meta.set('commissionedWords', value)}
      />
      {commissioned === null ? null : <WrittenLength articleId={articleId} commissioned={commissioned} />}
      <ZonedDateField
        label="Embargo"
        value={embargo}
        zoneWhenNew={profile.kind === 'ready' ? profile.value.zone : 'UTC'}
        isDisabled={isDisabled}
        onChange={(value) =>
          meta.set(
            'embargo',
            value === null ? null : { at: toInstant(value.at), zone: zoneSchema.parse(value.zone) },
          )
        }
      />
    </>
  )
}

function WrittenLength({ articleId, commissioned }: { articleId: ArticleId; commissioned: number }) {
  const words = useLiveValue('library', 'get', { articleId }, ({ summary }) => summary.words) ?? 0
  return <p className={styles.length}>{lengthWords(words, commissioned)}</p>
}

function lengthWords(words: number, commissioned: number): string {
  const difference = words - commissioned
  if (difference === 0) return `${count(words)} written: exactly as asked`
  return difference > 0
    ? `${count(words)} written, ${count(difference)} over`
    : `${count(words)} written, ${count(-difference)} to go`
}
