// Where the reporting happened, as it stands before the first words.
import { DATELINE_DASH, datelineText } from '#shared/article/dateline.ts'
import { useMeta } from '../../state/draft-session-context.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ZoneField } from '../../ui/zone-field.tsx'
import { MetaTextField } from './meta-fields.tsx'
import styles from './story.module.css'
import type { StoryPartProps } from './story-part.ts'

export function DatelineFields({ meta, isDisabled }: StoryPartProps) {
  const datelinePlace = useMeta(meta, (all) => all.datelinePlace)
  const datelineSource = useMeta(meta, (all) => all.datelineSource)
  const zone = useMeta(meta, (all) => all.datelineZone)
  const isRunIn = useMeta(meta, (all) => all.datelineRunIn)
  const sentence = datelineText({ datelinePlace, datelineSource })
  return (
    <>
      <div className={styles.pair}>
        <MetaTextField
          meta={meta}
          field="datelinePlace"
          label="Place"
          placeholder="SEOUL"
          isDisabled={isDisabled}
        />
        <MetaTextField
          meta={meta}
          field="datelineSource"
          label="Source"
          placeholder="Reuters"
          isDisabled={isDisabled}
        />
      </div>
      <ZoneField
        label="Zone of the reporting"
        zone={zone}
        isOptional
        isDisabled={isDisabled}
        placeholder="Asia/Seoul"
        onChange={(next) => meta.set('datelineZone', next)}
      />
      <Checkbox
        isSelected={isRunIn}
        isDisabled={isDisabled}
        onChange={(isOn) => meta.set('datelineRunIn', isOn)}
      >
        Run in to the first paragraph
      </Checkbox>
      {sentence === '' ? null : (
        <p className={styles.preview} dir="auto">
          <span className={styles.previewLabel}>Readers see</span>
          {sentence}
          {isRunIn ? `${DATELINE_DASH}…` : ''}
        </p>
      )}
    </>
  )
}
