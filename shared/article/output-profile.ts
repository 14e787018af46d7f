// How pages leave this library: the publication's name, address, zone and furniture. One per library in this version.
import { z } from 'zod'
import { zoneSchema } from './ids.ts'
import { MAX_LINE_CHARS } from './limits.ts'

const line = z.string().max(MAX_LINE_CHARS)

export const outputProfileSchema = z.strictObject({
  version: z.literal(1),
  publicationName: line,
  /** Absolute http(s) address without a trailing slash, or '' (no canonical link then). */
  siteAddress: line,
  /** Path pattern below the site address: {section}, {slug}, {yyyy}, {mm}, {dd}. */
  urlPattern: line,
  zone: zoneSchema,
  /** Pictures as data inside the page, or in a folder beside it. */
  pictures: z.enum(['inline', 'folder']),
  correctionsPolicyUrl: line,
  ethicsPolicyUrl: line,
  logoUrl: line,
})
export type OutputProfile = Readonly<z.infer<typeof outputProfileSchema>>

export function defaultProfile(zone: string): OutputProfile {
  return {
    version: 1,
    publicationName: '',
    siteAddress: '',
    urlPattern: '/{section}/{slug}',
    zone: zoneSchema.parse(zone),
    pictures: 'inline',
    correctionsPolicyUrl: '',
    ethicsPolicyUrl: '',
    logoUrl: '',
  }
}
