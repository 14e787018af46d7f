// Output profiles: how pages leave this library. One is the default.
import { z } from 'zod'
import { outputProfileSchema, profileIdSchema, profileListSchema } from '../../article/output-profile.ts'
import { command, event } from '../define.ts'
import { done, nothing, storage } from './common.ts'

const one = z.strictObject({ profileId: profileIdSchema })

export const profiles = {
  list: command(nothing, profileListSchema, storage),
  /** Changes the profile of that id, or adds it. */
  save: command(outputProfileSchema, done, ['ProfileRefused', ...storage]),
  remove: command(one, done, ['ProfileNotFound', 'ProfileRefused', ...storage]),
  makeDefault: command(one, done, ['ProfileNotFound', ...storage]),
  /** A sample page in this profile, saved or not; served at its preview address. */
  sample: command(outputProfileSchema, z.strictObject({ html: z.string(), sha256: z.string() }), [
    'PictureNotFound',
    'PictureDamaged',
    ...storage,
  ]),
  changed: event(nothing),
} as const
