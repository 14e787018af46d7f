// What the desk calls and files the article by. The slugline is the working name and never the public address.
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import { STORY_TYPES, type StoryType } from '#shared/article/meta.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { useDialogs } from '../../state/dialogs.ts'
import { useMeta } from '../../state/draft-session-context.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Select } from '../../ui/select.tsx'
import { TagField } from '../../ui/tag-field.tsx'
import { MetaTextField } from './meta-fields.tsx'
import styles from './story.module.css'
import type { StoryPartProps } from './story-part.ts'

const STORY_TYPE_WORDS: Readonly<Record<StoryType, string>> = {
  article: 'Article',
  reportage: 'Reportage',
  analysis: 'Analysis',
  opinion: 'Opinion',
  background: 'Background',
  review: 'Review',
}
const STORY_TYPE_OPTIONS = STORY_TYPES.map((id) => ({ id, label: STORY_TYPE_WORDS[id] }))

export function DeskFields({ meta, isDisabled }: StoryPartProps) {
  const section = useMeta(meta, (all) => all.section)
  const topics = useMeta(meta, (all) => all.topics)
  const storyType = useMeta(meta, (all) => all.storyType)
  const sections = useLiveQuery('library', 'sections', {})
  const openDialog = useDialogs((state) => state.open)
  return (
    <>
      <MetaTextField
        meta={meta}
        field="slugline"
        label="Slugline"
        isDisabled={isDisabled}
        placeholder="The desk’s working name"
      />
      <ComboBox
        label="Section"
        value={section}
        suggestions={sections.kind === 'ready' ? sections.value : []}
        isDisabled={isDisabled}
        onChange={(value) => meta.set('section', value.slice(0, MAX_LINE_CHARS))}
        aside={
          <button
            type="button"
            className={styles.link}
            onClick={() => openDialog({ kind: 'settings', tab: 'sections' })}
          >
            Manage sections…
          </button>
        }
      />
      <TagField
        label="Topics"
        addLabel="Add a topic"
        tags={topics}
        isDisabled={isDisabled}
        onAdd={(topic) => meta.setTopic(topic.slice(0, MAX_LINE_CHARS), true)}
        onRemove={(topic) => meta.setTopic(topic, false)}
      />
      <Select
        label="Story type"
        value={storyType}
        options={STORY_TYPE_OPTIONS}
        isDisabled={isDisabled}
        onChange={(value) => meta.set('storyType', value)}
      />
    </>
  )
}
