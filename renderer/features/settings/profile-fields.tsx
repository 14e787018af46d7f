// The fields of an output profile, in the order in which a desk thinks of them.
import { dateStylesOf } from '#shared/article/date-style.ts'
import type { FurnitureLanguage } from '#shared/article/furniture.ts'
import { zoneSchema } from '#shared/article/ids.ts'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import type { OutputProfile } from '#shared/article/output-profile.ts'
import { POLICIES } from '#shared/article/policies.ts'
import type { ProfileField, ProfileProblems } from '#shared/article/profile-problems.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Section } from '../../ui/section.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ZoneField } from '../../ui/zone-field.tsx'
import { LogoField } from './logo-field.tsx'
import {
  dateStyleLabel,
  LANGUAGE_CHOICES,
  PICTURE_CHOICES,
  policyLabel,
  THEME_CHOICES,
} from './profile-words.ts'

export interface ProfileFieldsProps {
  readonly profile: OutputProfile
  readonly problems: ProfileProblems
  readonly onChange: (patch: Partial<OutputProfile>) => void
}

export function ProfileFields({ profile, problems, onChange }: ProfileFieldsProps) {
  const line = (label: string, field: LineField, more: { hint?: string; isAddress?: boolean } = {}) => (
    <TextField
      label={label}
      maxLength={MAX_LINE_CHARS}
      value={profile[field]}
      problem={problems.get(field) ?? null}
      onChange={(value) => onChange({ [field]: more.isAddress ? value.trim() : value })}
      {...(more.hint === undefined ? {} : { hint: more.hint })}
      {...(more.isAddress ? ADDRESS : {})}
    />
  )
  const speak = (furnitureLanguage: FurnitureLanguage) => {
    const styles = dateStylesOf(furnitureLanguage)
    const dateStyle = styles.includes(profile.dateStyle) ? profile.dateStyle : 'long'
    onChange({ furnitureLanguage, dateStyle })
  }
  return (
    <>
      <Section title="Publication">
        {line('Name of this profile', 'name', { hint: 'For the desk; never on a page.' })}
        {line('Name of the publication', 'publicationName')}
        {line('Site address', 'siteAddress', { isAddress: true })}
        {line('Address pattern', 'urlPattern', {
          hint: 'Below the site address: {section}, {slug}, {yyyy}, {mm}, {dd}.',
        })}
      </Section>
      <Section title="Look">
        <RadioGroup
          label="Theme"
          value={profile.theme}
          choices={THEME_CHOICES}
          onChange={(theme) => onChange({ theme })}
        />
        <LogoField logo={profile.logo} onChange={(logo) => onChange({ logo })} />
        <RadioGroup
          label="Pictures"
          value={profile.pictures}
          choices={PICTURE_CHOICES}
          onChange={(pictures) => onChange({ pictures })}
        />
      </Section>
      <Section title="Words and times">
        <Select
          label="Language of labels and headings"
          value={profile.furnitureLanguage}
          options={LANGUAGE_CHOICES}
          onChange={speak}
        />
        <ZoneField
          label="Time zone of public stamps"
          zone={profile.zone}
          onChange={(zone) => onChange({ zone: zoneSchema.parse(zone) })}
        />
        <Select
          label="Dates"
          value={profile.dateStyle}
          options={dateStylesOf(profile.furnitureLanguage).map((id) => ({
            id,
            label: dateStyleLabel(id, profile),
          }))}
          onChange={(dateStyle) => onChange({ dateStyle })}
        />
      </Section>
      <Section title="What readers can look up" isOpenAtFirst={false}>
        {POLICIES.map((policy) => (
          <TextField
            key={policy}
            label={policyLabel(policy)}
            maxLength={MAX_LINE_CHARS}
            value={profile.policies[policy]}
            problem={problems.get(policy) ?? null}
            onChange={(value) => onChange({ policies: { ...profile.policies, [policy]: value.trim() } })}
            {...ADDRESS}
          />
        ))}
        {line('Public address of the logo', 'logoUrl', {
          isAddress: true,
          hint: 'For machines that read the page.',
        })}
        {line('Founded', 'foundingDate', { hint: 'A year or a date, for machines.' })}
      </Section>
    </>
  )
}

type LineField = Extract<
  ProfileField,
  'name' | 'publicationName' | 'siteAddress' | 'urlPattern' | 'logoUrl' | 'foundingDate'
>
const ADDRESS = { placeholder: 'https://', inputMode: 'url' } as const
