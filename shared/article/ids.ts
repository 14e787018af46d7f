// Branded ids and instants, each made in one place. Random ids come from Web Crypto, present in Node and renderer.
import { z } from 'zod'

/** 32 lower-case hex digits, 128 random bits: an id can be guessed by nobody and typed by a patient person. */
const HEX_ID = /^[0-9a-f]{32}$/
const SHA256 = /^[0-9a-f]{64}$/

export const articleIdSchema = z.string().regex(HEX_ID).brand<'ArticleId'>()
export type ArticleId = z.infer<typeof articleIdSchema>

export const revisionIdSchema = z.string().regex(HEX_ID).brand<'RevisionId'>()
export type RevisionId = z.infer<typeof revisionIdSchema>

export const editionIdSchema = z.string().regex(HEX_ID).brand<'EditionId'>()
export type EditionId = z.infer<typeof editionIdSchema>

/** The SHA-256 of the stored picture, hex: pictures are content-addressed. */
export const assetIdSchema = z.string().regex(SHA256).brand<'AssetId'>()
export type AssetId = z.infer<typeof assetIdSchema>

/** Epoch milliseconds, UTC. */
export const instantSchema = z.number().int().min(-8.64e15).max(8.64e15).brand<'Instant'>()
export type Instant = z.infer<typeof instantSchema>

/** An IANA zone name, checked against the runtime's own zone table. */
export const zoneSchema = z.string().max(64).refine(isKnownZone, 'not a known time zone').brand<'Zone'>()

export const zonedInstantSchema = z.strictObject({ at: instantSchema, zone: zoneSchema })
export type ZonedInstant = Readonly<z.infer<typeof zonedInstantSchema>>

export const newArticleId = (): ArticleId => randomHexId() as ArticleId
export const newRevisionId = (): RevisionId => randomHexId() as RevisionId
export const newEditionId = (): EditionId => randomHexId() as EditionId
export const toInstant = (epochMs: number): Instant => instantSchema.parse(Math.trunc(epochMs))

export function isKnownZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false // Intl reports an unknown zone by throwing: this is the question, not a failure
  }
}

function randomHexId(): string {
  return globalThis.crypto.randomUUID().replaceAll('-', '')
}
