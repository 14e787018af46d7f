// What this person likes on this machine. Each change counts at once.
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import { useSettings } from '../../bridge/settings-context.tsx'
import { Switch } from '../../ui/checkbox.tsx'
import { LanguageField } from '../../ui/language-field.tsx'
import { MyDictionary } from './my-dictionary.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './settings.module.css'

const THEMES = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
] as const
/** Percent; the range the stored setting allows. */
const MIN_ZOOM = 50
const MAX_ZOOM = 400

export function WritingSettings() {
  const { settings, change } = useSettings()
  return (
    <div className={styles.form}>
      <TextField
        label="Your name"
        value={settings.personName}
        maxLength={MAX_LINE_CHARS}
        onChange={(personName) => change({ personName })}
        hint="Stands beside the revisions you make, and in the byline of a new article."
      />
      <RadioGroup
        label="Theme"
        layout="row"
        value={settings.theme}
        choices={THEMES}
        onChange={(theme) => change({ theme })}
      />
      <NumberField
        label="Zoom of the galley in percent"
        value={settings.zoom}
        minimum={MIN_ZOOM}
        maximum={MAX_ZOOM}
        onChange={(zoom) => {
          if (zoom !== null) change({ zoom: Math.round(zoom) })
        }}
      />
      <LanguageField
        label="Language of a new article"
        value={settings.language}
        onChange={(language) => change({ language })}
      />
      <div className={styles.switches}>
        <Switch
          isSelected={settings.isSmartTypographyOn}
          onChange={(isSmartTypographyOn) => change({ isSmartTypographyOn })}
        >
          Smart typography: quotes by language, dashes, ellipsis
        </Switch>
        <Switch isSelected={settings.isFocusModeOn} onChange={(isFocusModeOn) => change({ isFocusModeOn })}>
          Focus mode: all but the paragraph being written steps back
        </Switch>
        <Switch isSelected={settings.isSpellingOn} onChange={(isSpellingOn) => change({ isSpellingOn })}>
          Spelling and grammar, for articles in English
        </Switch>
      </div>
      <p className={styles.note}>
        Checked on this machine by an engine that is part of Stet; nothing is sent anywhere. It knows the
        English of Australia, Britain, Canada, India and the United States, by the language of the article.
        Other languages are not checked.
      </p>
      <MyDictionary
        key={settings.dictionary.join('\n')}
        words={settings.dictionary}
        onSave={(dictionary) => change({ dictionary })}
      />
    </div>
  )
}
