// What this person chose on this machine. Kept by electron-store; never articles.
import { z } from 'zod'
import { MAX_LINE_CHARS } from '../article/limits.ts'
import { houseWordSchema } from '../workflow/checks/desk-file.ts'

/** Words of one person's dictionary. */
const MAX_DICTIONARY_WORDS = 10_000

export const layoutSchema = z.strictObject({
  deskWidth: z.number().int().min(180).max(600),
  marginWidth: z.number().int().min(240).max(640),
  isDeskShown: z.boolean(),
  isMarginShown: z.boolean(),
  marginTab: z.enum(['story', 'review', 'history', 'checks']),
})
export type Layout = Readonly<z.infer<typeof layoutSchema>>

export const settingsSchema = z.strictObject({
  version: z.literal(1),
  /** Who is writing: author of revisions and edits. */
  personName: z.string().max(MAX_LINE_CHARS),
  theme: z.enum(['system', 'light', 'dark']),
  /** Percent of the galley's type size. */
  zoom: z.number().int().min(50).max(400),
  isSmartTypographyOn: z.boolean(),
  isFocusModeOn: z.boolean(),
  /** Language of a new article. */
  language: z.string().max(64),
  layout: layoutSchema,
  /** Libraries opened lately, newest first, absolute paths. Shown, never accepted from the renderer. */
  recentLibraries: z.array(z.string().max(4_096)).max(10),
  /** Underlines in articles in English. */
  isSpellingOn: z.boolean(),
  /** Words that spelling lets stand for this person. */
  dictionary: z.array(houseWordSchema).max(MAX_DICTIONARY_WORDS),
})
export type Settings = Readonly<z.infer<typeof settingsSchema>>

/** As it lies on the disk: what later versions added may be missing. */
export const storedSettingsSchema = settingsSchema.extend({
  isSpellingOn: settingsSchema.shape.isSpellingOn.default(true),
  dictionary: settingsSchema.shape.dictionary.default([]),
})

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  personName: '',
  theme: 'system',
  zoom: 100,
  isSmartTypographyOn: true,
  isFocusModeOn: false,
  language: 'en-GB',
  layout: { deskWidth: 260, marginWidth: 320, isDeskShown: true, isMarginShown: true, marginTab: 'story' },
  recentLibraries: [],
  isSpellingOn: true,
  dictionary: [],
}

/** What the renderer may change. */
export const settingsPatchSchema = settingsSchema.omit({ version: true, recentLibraries: true }).partial()
export type SettingsPatch = Readonly<z.infer<typeof settingsPatchSchema>>
