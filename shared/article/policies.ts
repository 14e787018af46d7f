/** What a publication says of itself in pages of its own, each an absolute address or ''. Named as schema.org groups them. */
export const POLICIES = [
  'corrections',
  'ethics',
  'verification',
  'unnamedSources',
  'feedback',
  'diversity',
  'masthead',
  'ownership',
  'mission',
] as const
export type Policy = (typeof POLICIES)[number]
