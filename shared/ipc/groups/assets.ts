// Pictures.
import { z } from 'zod'
import { assetIdSchema } from '../../article/ids.ts'
import { MAX_PICTURE_BYTES } from '../../article/limits.ts'
import { command } from '../define.ts'
import { bytesUpTo, line, nothing, storage } from './common.ts'

export const pictureSchema = z.strictObject({
  assetId: assetIdSchema,
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/gif']),
  width: z.number().int(),
  height: z.number().int(),
  /** Read from embedded IPTC/XMP before it was stripped; '' when there was none. */
  caption: z.string(),
  credit: z.string(),
  /** What was removed, in words: "location", "camera", "owner". */
  stripped: z.array(z.string()),
})
export type Picture = Readonly<z.infer<typeof pictureSchema>>

export const assets = {
  add: command(z.strictObject({ bytes: bytesUpTo(MAX_PICTURE_BYTES), fileName: line }), pictureSchema, [
    'PictureTooLarge',
    'PictureUnsupported',
    'PictureDamaged',
    ...storage,
  ]),
  pick: command(nothing, z.array(pictureSchema), [
    'Cancelled',
    'PictureTooLarge',
    'PictureUnsupported',
    'PictureDamaged',
    'ImportUnreadable',
    ...storage,
  ]),
} as const
