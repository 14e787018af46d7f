// The public clocks. Published is set once, by the first edition or by import; Updated moves only by an explicit choice.
import { z } from 'zod'
import { zonedInstantSchema } from './ids.ts'

export const stampsSchema = z.strictObject({
  published: zonedInstantSchema.nullable(),
  updated: zonedInstantSchema.nullable(),
})
export type Stamps = Readonly<z.infer<typeof stampsSchema>>
export const NO_STAMPS: Stamps = { published: null, updated: null }
