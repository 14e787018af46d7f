// THE contract between renderer and main: every command and event, validated on arrival. Types of both sides derive from it.
import { app } from './groups/app.ts'
import { assets } from './groups/assets.ts'
import { checks } from './groups/checks.ts'
import { corrections } from './groups/corrections.ts'
import { drafts } from './groups/drafts.ts'
import { exports } from './groups/exports.ts'
import { imports } from './groups/imports.ts'
import { library } from './groups/library.ts'
import { profiles } from './groups/profiles.ts'
import { publishing } from './groups/publishing.ts'
import { review } from './groups/review.ts'
import { revisions } from './groups/revisions.ts'
import { settings } from './groups/settings.ts'

export const contract = {
  app,
  library,
  drafts,
  revisions,
  review,
  exports,
  publishing,
  checks,
  assets,
  imports,
  profiles,
  corrections,
  settings,
} as const
