// How pages leave this library: the publication's name, address, zone, furniture and look. A library has several; one is the default.
import { z } from 'zod'
import { DATE_STYLES, dateStylesOf } from './date-style.ts'
import { FURNITURE_LANGUAGES } from './furniture.ts'
import { assetIdSchema, zoneSchema } from './ids.ts'
import { MAX_LINE_CHARS } from './limits.ts'
import { POLICIES, type Policy } from './policies.ts'

const line = z.string().max(MAX_LINE_CHARS)

/** Short and stable: what an edition and the command line name a profile by. */
export const profileIdSchema = z
  .string()
  .regex(/^[0-9a-z]{1,32}$/)
  .brand<'ProfileId'>()
export type ProfileId = z.infer<typeof profileIdSchema>

/** The designs a page can have; each looks after light, dark, print and forced colours. */
export const THEMES = ['broadsheet', 'bulletin', 'longform'] as const
export type Theme = (typeof THEMES)[number]

export const outputProfileSchema = z
  .strictObject({
    version: z.literal(1),
    id: profileIdSchema,
    /** What the desk calls it. Never on a page. */
    name: line.min(1),
    publicationName: line,
    /** Absolute http(s) address without a trailing slash, or '' (no canonical link then). */
    siteAddress: line,
    /** Path pattern below the site address: {section}, {slug}, {yyyy}, {mm}, {dd}. */
    urlPattern: line,
    zone: zoneSchema,
    dateStyle: z.enum(DATE_STYLES),
    /** The language of the page's own words: labels, headings of notes, links. */
    furnitureLanguage: z.enum(FURNITURE_LANGUAGES),
    theme: z.enum(THEMES),
    /** Pictures as data inside the page, or in a folder beside it. */
    pictures: z.enum(['inline', 'folder']),
    /** A picture of this library for the masthead, or null: the name stands there in letters. */
    logo: assetIdSchema.nullable(),
    /** Where the logo lies in public, for machines, or ''. */
    logoUrl: line,
    /** A year or a date, or ''. */
    foundingDate: z.string().regex(/^$|^\d{4}(-\d\d(-\d\d)?)?$/),
    policies: z.strictObject(
      Object.fromEntries(POLICIES.map((policy) => [policy, line])) as Record<Policy, typeof line>,
    ),
  })
  .refine((profile) => dateStylesOf(profile.furnitureLanguage).includes(profile.dateStyle), {
    error: 'this date style has no words in that language',
    path: ['dateStyle'],
  })
export type OutputProfile = Readonly<z.infer<typeof outputProfileSchema>>

/** Profiles of one library: far above any newsroom's, far below what would slow a list. */
export const MAX_PROFILES = 100

export const profileListSchema = z
  .strictObject({
    /** The profile that is used where nobody names one. */
    defaultId: profileIdSchema,
    profiles: z.array(outputProfileSchema).min(1).max(MAX_PROFILES),
  })
  .refine(({ defaultId, profiles }) => profiles.some((profile) => profile.id === defaultId), {
    error: 'the default profile is not among the profiles',
  })
  .refine(({ profiles }) => new Set(profiles.map((profile) => profile.id)).size === profiles.length, {
    error: 'two profiles have one id',
  })
export type ProfileList = Readonly<z.infer<typeof profileListSchema>>

export const newProfileId = (): ProfileId =>
  profileIdSchema.parse(globalThis.crypto.randomUUID().replaceAll('-', '').slice(0, 12))

/** What a new library begins with. */
export function defaultProfile(zone: string): OutputProfile {
  return {
    version: 1,
    id: profileIdSchema.parse('main'),
    name: 'Main',
    publicationName: '',
    siteAddress: '',
    urlPattern: '/{section}/{slug}',
    zone: zoneSchema.parse(zone),
    dateStyle: 'long',
    furnitureLanguage: 'en',
    theme: 'broadsheet',
    pictures: 'inline',
    logo: null,
    logoUrl: '',
    foundingDate: '',
    policies: {
      corrections: '',
      ethics: '',
      verification: '',
      unnamedSources: '',
      feedback: '',
      diversity: '',
      masthead: '',
      ownership: '',
      mission: '',
    },
  }
}
