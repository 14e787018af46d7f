// The corrections log: every correction of the library, as a page for readers and as JSON.
import { z } from 'zod'
import { profileIdSchema } from '../../article/output-profile.ts'
import { command } from '../define.ts'
import { storage } from './common.ts'

/** Null: the default profile. */
const profile = { profileId: profileIdSchema.nullable() }
const gathering = [
  'ProfileNotFound',
  'RevisionNotFound',
  'RevisionDamaged',
  'PictureNotFound',
  'PictureDamaged',
  ...storage,
] as const

export const CORRECTIONS_FORMATS = ['html', 'json'] as const

export const corrections = {
  /** The very page a save would write; served at its preview address. */
  preview: command(
    z.strictObject(profile),
    z.strictObject({ html: z.string(), sha256: z.string(), count: z.number().int() }),
    gathering,
  ),
  save: command(
    z.strictObject({ ...profile, format: z.enum(CORRECTIONS_FORMATS) }),
    z.strictObject({ fileName: z.string(), sha256: z.string(), count: z.number().int() }),
    [...gathering, 'WriteFailed', 'Cancelled'],
  ),
} as const
