// The fields of the open article, each bound to its own key of the draft.
import type { ArticleId } from '#shared/article/ids.ts'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import { useLiveValue } from '../../bridge/use-live-query.ts'
import type { MetaHandle } from '../../state/meta-handle.ts'
import { Section } from '../../ui/section.tsx'
import { AddressFields } from './address-fields.tsx'
import { BylineFields } from './byline-fields.tsx'
import { DatelineFields } from './dateline-fields.tsx'
import { DeskFields } from './desk-fields.tsx'
import { LanguageFields } from './language-fields.tsx'
import { NoteFields } from './note-fields.tsx'
import { PlanningFields } from './planning-fields.tsx'
import styles from './story.module.css'
import type { StoryPartProps } from './story-part.ts'
import { Workflow } from './workflow.tsx'

/** What the fields need of the row: nothing that changes with every save. */
const headlineOf = ({ summary: { id, headline } }: OutputOf<'library', 'get'>) => ({ id, headline })

export function Story({
  articleId,
  meta,
  canWrite,
}: {
  articleId: ArticleId
  meta: MetaHandle
  canWrite: boolean
}) {
  const latest = useLiveValue('library', 'get', { articleId }, headlineOf)
  const known = latest?.id === articleId ? latest : null
  const part: StoryPartProps = { meta, isDisabled: !canWrite }
  return (
    <div className={styles.story}>
      <Workflow articleId={articleId} canWrite={canWrite} />
      <Section title="Desk">
        <DeskFields {...part} />
      </Section>
      <Section title="Byline">
        <BylineFields {...part} />
      </Section>
      <Section title="Dateline">
        <DatelineFields {...part} />
      </Section>
      <Section title="Address and headlines">
        <AddressFields {...part} headline={known?.headline ?? ''} />
      </Section>
      <Section title="Planning">
        <PlanningFields {...part} articleId={articleId} />
      </Section>
      <Section title="Notes">
        <NoteFields {...part} />
      </Section>
      <Section title="Language">
        <LanguageFields {...part} />
      </Section>
    </div>
  )
}
