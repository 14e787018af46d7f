// The public clocks. Published is set once, by the first edition or by import; Updated moves only by an explicit choice.
import { z } from 'zod'
import { type Instant, zonedInstantSchema } from './ids.ts'

export const stampsSchema = z.strictObject({
  published: zonedInstantSchema.nullable(),
  updated: zonedInstantSchema.nullable(),
})
export type Stamps = Readonly<z.infer<typeof stampsSchema>>
export const NO_STAMPS: Stamps = { published: null, updated: null }

const SECOND_MS = 1_000

/** ST6: pages say times to the second. */
export const wholeSecond = (at: Instant): Instant => (Math.floor(at / SECOND_MS) * SECOND_MS) as Instant

/** ST6: as readers get them. An Updated from before Published (an import can bring one) is no update of this page. */
export function shownStamps({ published, updated }: Stamps): Stamps {
  const isEarlier = published !== null && updated !== null && updated.at < published.at
  return { published, updated: isEarlier ? null : updated }
}
