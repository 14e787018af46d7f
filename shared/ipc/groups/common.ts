// What the groups of the contract share: small schemas, and the outcomes that come in families.
import { z } from 'zod'
import { MAX_LINE_CHARS } from '../../article/limits.ts'

export const nothing = z.strictObject({})
export const done = z.null()
export const line = z.string().max(MAX_LINE_CHARS)
export const bytesUpTo = (max: number) =>
  z.custom<Uint8Array>(
    (value) => value instanceof Uint8Array && value.byteLength <= max,
    'bytes over the ceiling',
  )
export const storage = [
  'LibraryReadOnly',
  'LibraryGone',
  'LibraryCorrupt',
  'LibraryBusy',
  'DiskFull',
  'StorageFailed',
] as const
/** A draft that does not give an article. */
export const reading = ['SchemaTooNew', 'UnknownContent', 'DraftDamaged'] as const
/** An article that does not give a page. */
export const exporting = [...reading, 'PictureNotFound', 'PictureDamaged', 'LeakFound'] as const
/** What stands in the way of anything going to readers. */
export const leaving = ['OnHold', 'LegalNotCleared', 'EmbargoActive', 'InvalidTransition'] as const
