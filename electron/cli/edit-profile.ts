// `FIELD=VALUE` on the command line to a changed output profile. Fields are those of the profile itself; a policy is
// `policies.corrections`, a logo is named by its picture file.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { addPicture } from '#core/assets/add-picture.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { type OutputProfile, outputProfileSchema } from '#shared/article/output-profile.ts'
import { POLICIES, type Policy } from '#shared/article/policies.ts'
import { profileProblems } from '#shared/article/profile-problems.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import type { CliContext } from './cli-context.ts'
import { type Failure, failed, misused } from './exit-code.ts'

const FIELDS = [
  'name',
  'publicationName',
  'siteAddress',
  'urlPattern',
  'zone',
  'dateStyle',
  'furnitureLanguage',
  'theme',
  'pictures',
  'logoUrl',
  'foundingDate',
] as const

export const PROFILE_FIELDS: readonly string[] = [
  ...FIELDS,
  'logo',
  ...POLICIES.map((policy) => `policies.${policy}`),
]

export function editProfile(
  store: LibraryStore,
  context: CliContext,
  profile: OutputProfile,
  assignments: readonly string[],
): Result<OutputProfile, Failure> {
  let edited: Record<string, unknown> = { ...profile }
  for (const assignment of assignments) {
    const [, field = '', value = ''] = /^([^=]*)=(.*)$/s.exec(assignment) ?? []
    if (!PROFILE_FIELDS.includes(field))
      return err(misused(`“${assignment}” sets nothing: give FIELD=VALUE with ${PROFILE_FIELDS.join(', ')}.`))
    if (field === 'logo') {
      const logo = value === '' ? ok(null) : addLogo(store, context, value)
      if (!logo.ok) return logo
      edited = { ...edited, logo: logo.value }
    } else if (field.startsWith('policies.')) {
      const policy = field.slice('policies.'.length) as Policy
      edited = { ...edited, policies: { ...(edited['policies'] as object), [policy]: value } }
    } else edited = { ...edited, [field]: field === 'siteAddress' ? value.replace(/\/+$/, '') : value }
  }
  const parsed = outputProfileSchema.safeParse(edited)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return err(
      misused(`${issue?.path.join('.') ?? 'A field'} cannot be that: ${issue?.message ?? 'unknown'}.`),
    )
  }
  const [problem] = profileProblems(parsed.data)
  return problem === undefined ? ok(parsed.data) : err(misused(`${problem[0]}: ${problem[1]}`))
}

function addLogo(store: LibraryStore, { io }: CliContext, given: string): Result<string, Failure> {
  const file = resolve(io.cwd, given)
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return err(misused(`${given} cannot be read.`))
  }
  const added = addPicture(store.assets, { bytes, fileName: given })
  return added.ok ? ok(added.value.assetId) : err(failed(added.error))
}
