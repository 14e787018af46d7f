// Words for the choices of an output profile.
import { type DateStyle, stampInStyle } from '#shared/article/date-style.ts'
import { FURNITURE, FURNITURE_LANGUAGES } from '#shared/article/furniture.ts'
import { toInstant } from '#shared/article/ids.ts'
import type { OutputProfile, Theme } from '#shared/article/output-profile.ts'
import type { Policy } from '#shared/article/policies.ts'

export const THEME_CHOICES: readonly { readonly id: Theme; readonly label: string; readonly text: string }[] =
  [
    { id: 'broadsheet', label: 'Broadsheet', text: 'Serif under a centred name and a double rule.' },
    { id: 'bulletin', label: 'Bulletin', text: 'Sans throughout, flush left, made for news sites.' },
    { id: 'longform', label: 'Longform', text: 'A wide opening and large type on a narrow measure.' },
  ]

const DATE_STYLE_NAMES: Readonly<Record<DateStyle, string>> = {
  long: 'Long',
  short: 'Short',
  ap: 'AP',
  guardian: 'Guardian',
  iso: 'ISO',
}

/** A fixed afternoon, so that the examples stand still. */
const EXAMPLE = toInstant(Date.UTC(2026, 2, 4, 8, 35))

/** Each style with the same time in it, in the profile's own zone and language. */
export const dateStyleLabel = (style: DateStyle, profile: OutputProfile): string =>
  `${DATE_STYLE_NAMES[style]}: ${stampInStyle({ at: EXAMPLE, zone: profile.zone }, { ...profile, dateStyle: style })}`

export const LANGUAGE_CHOICES = FURNITURE_LANGUAGES.map((id) => ({ id, label: FURNITURE[id].name }))

export const policyLabel = (policy: Policy): string => FURNITURE.en.policies[policy]

export const PICTURE_CHOICES = [
  { id: 'inline', label: 'Inside the page', text: 'One file that carries everything.' },
  { id: 'folder', label: 'In a folder beside it', text: 'Smaller pages; the folder must travel along.' },
] as const
